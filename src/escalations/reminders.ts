import { type Escalation, type Instant, waitingDesks } from './escalation.ts';
import type { Deadline, QuietHours } from './policy.ts';
import { afterQuietHours } from './quiet-hours.ts';

/** Who is told that a request waits: its desk, before and at the due time; then the duty officer; then the head. */
export const stages = ['due-soon', 'due', 'duty-officer', 'head'] as const;
export type Stage = (typeof stages)[number];

/** A reminder to be given, unless the desk decides before. */
export interface Reminder {
  readonly reference: string;
  readonly revision: number;
  readonly desk: string;
  /** When the desk took the part over, if it did: one that has it a second time is reminded anew. */
  readonly since?: Instant;
  readonly stage: Stage;
  /** Hours before the due time, where several reminders come before it. */
  readonly before?: number;
  /** When the next one comes, which says all that this one would; absent for the last, and for those of older versions. */
  readonly nextAt?: Instant;
}
export type PlannedReminder = Reminder & { readonly at: Date };

const hour = 3_600_000;

/**
 * When a desk is reminded of the revision as it stands. A desk that takes the request over late has as long from then on
 * as any desk has from the due time.
 *
 * @param timeZone IANA zone of the desk
 */
export function planReminders(
  escalation: Escalation,
  desk: string,
  deadline: Deadline,
  quietHours: QuietHours,
  timeZone: string,
  now: Date,
): readonly PlannedReminder[] {
  const due = new Date(escalation.due).getTime();
  const overdueFrom = Math.max(due, now.getTime());
  const { reference, revision } = escalation;
  const since = sinceWhen(escalation, desk);
  const planned = (stage: Stage, time: number, before?: number): PlannedReminder => ({
    reference,
    revision,
    desk,
    ...(since === undefined ? {} : { since }),
    stage,
    ...(before === undefined ? {} : { before }),
    at: deadline.quiet ? afterQuietHours(new Date(time), timeZone, quietHours) : new Date(time),
  });
  const early = deadline.remindBefore
    .toSorted((a, b) => b - a)
    .map(before => planned('due-soon', due - before * hour, before));
  return withNext([
    // What quiet hours carry to the due time or beyond would say nothing that the next one does not.
    ...early.filter(({ at }) => at > now && at.getTime() < due),
    planned('due', overdueFrom),
    planned('duty-officer', overdueFrom + deadline.dutyOfficerAfter * hour),
    planned('head', overdueFrom + deadline.headAfter * hour),
  ]);
}

function withNext(planned: readonly PlannedReminder[]): readonly PlannedReminder[] {
  return planned.map((reminder, index) => {
    const next = planned[index + 1];
    return next ? { ...reminder, nextAt: next.at.toISOString() } : reminder;
  });
}

/**
 * What becomes of a reminder when its time has come, however late that is. It is dropped when the desk has spoken, has
 * handed its part on since, or the request says something else; folded when the next one is due as well, as after a long
 * stop: of several only the last is given, and whoever the others were for is told all the same.
 */
export function fateOf(
  { revision, desk, since, stage, nextAt }: Reminder,
  escalation: Escalation,
  now: Date,
): 'given' | 'folded' | 'dropped' {
  if (revision !== escalation.revision || !waitingDesks(escalation).includes(desk)) return 'dropped';
  if (since !== sinceWhen(escalation, desk)) return 'dropped';
  const hasCome = (time: Instant | undefined) => time !== undefined && new Date(time) <= now;
  const isOvertaken = hasCome(nextAt) || (stage === 'due-soon' && hasCome(escalation.due));
  return isOvertaken ? 'folded' : 'given';
}

function sinceWhen({ seats }: Escalation, desk: string): Instant | undefined {
  return seats.find(seat => seat.desk === desk)?.since;
}
