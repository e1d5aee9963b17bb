import type { HearingCommand, HearingDetails, When } from './commands.ts';
import type { CourtTime } from './court-time.ts';
import type { Decided, HearingContext } from './decide.ts';
import type { HearingEvent } from './events.ts';
import { codeNamePattern, type Hearing, timeOf } from './hearing.ts';
import { type HearingRefusal, refuse } from './refusals.ts';

type Details = Extract<HearingCommand, { command: 'AddHearing' | 'EditHearing' }>;
type Time = Extract<HearingCommand, { command: 'AdjournHearing' | 'CancelHearing' }>;

/** Adds a hearing, or puts right what was entered. */
export function decideDetails(
  hearing: Hearing | undefined,
  command: Details,
  context: HearingContext,
): Decided {
  const { caseName, zone } = command.details;
  if (caseName !== undefined && !codeNamePattern.test(caseName)) return refuse('name-invalid');
  if (zone !== undefined && !context.zones.isZone(zone)) return refuse('zone-unknown');
  if (command.command === 'AddHearing') {
    const { id, details, notes, when } = command;
    const time = timeIn(details.zone, when);
    const wrong = time && problemOf(time, context);
    if (wrong) return refuse(wrong);
    return [{ event: 'HearingAdded', id, details, notes, ...(time ? { time } : {}) }];
  }
  return hearing ? decideEdit(hearing, command, context) : refuse('unknown');
}

function decideEdit(
  hearing: Hearing,
  command: Extract<Details, { command: 'EditHearing' }>,
  context: HearingContext,
): Decided {
  const details = changesIn(hearing, command.details);
  const events: HearingEvent[] = [];
  if (Object.keys(details).length > 0 || Object.keys(command.notes).length > 0) {
    events.push({ event: 'HearingEdited', details, notes: command.notes });
  }
  const before = hearing.schedule.state === 'scheduled' ? hearing.schedule.time : undefined;
  const zone = details.zone ?? hearing.zone;
  // Another zone moves the hearing even where date and time stay.
  const after = command.when ? timeIn(zone, command.when) : before && { ...before, zone };
  if (!sameTime(before, after)) {
    const wrong = after && problemOf(after, context);
    if (wrong) return refuse(wrong);
    events.push(
      after && !before
        ? { event: 'HearingDateAnnounced', time: after }
        : { event: 'HearingTimeCorrected', ...(after ? { time: after } : {}) },
    );
  }
  return events.length === 0 ? refuse('nothing-changed') : events;
}

/** A form sends every field, whatever is different in it. */
export function changesMoreThanNotes(
  hearing: Hearing,
  { details, when }: Extract<Details, { command: 'EditHearing' }>,
): boolean {
  if (Object.keys(changesIn(hearing, details)).length > 0) return true;
  return when !== undefined && !sameTime(timeOf(hearing), timeIn(hearing.zone, when));
}

/** Moves a hearing or calls it off. */
export function decideTime(hearing: Hearing, command: Time, context: HearingContext): Decided {
  if (command.command === 'CancelHearing') {
    const { reason } = command;
    return [{ event: 'HearingCancelled', ...(reason ? { notes: { reason } } : {}) }];
  }
  const before = hearing.schedule.state === 'scheduled' ? hearing.schedule.time : undefined;
  const after = timeIn(hearing.zone, command.to);
  if (sameTime(before, after)) return refuse('same-time');
  const wrong = after && problemOf(after, context);
  if (wrong) return refuse(wrong);
  if (after && !before) return [{ event: 'HearingDateAnnounced', time: after }];
  return [{ event: 'HearingAdjourned', ...(after ? { time: after } : {}) }];
}

/** The court time that is meant; undefined for one to be announced. */
export function timeIn(zone: string, when: When): CourtTime | undefined {
  if (when === 'to-be-announced') return undefined;
  const { date, time, turn } = when;
  return { date, time, zone, ...(turn === 'second' ? { turn } : {}) };
}

/** Why a new time cannot be taken, if so. */
export function problemOf(time: CourtTime, { at, zones }: HearingContext): HearingRefusal | undefined {
  if (!zones.isZone(time.zone)) return 'zone-unknown';
  try {
    return zones.momentOf(time).at <= at ? 'time-past' : undefined;
  } catch (error) {
    if (error instanceof RangeError) return 'date-impossible';
    throw error;
  }
}

function sameTime(one: CourtTime | undefined, other: CourtTime | undefined): boolean {
  if (!one || !other) return one === other;
  return (
    one.date === other.date &&
    one.time === other.time &&
    one.zone === other.zone &&
    (one.turn ?? 'first') === (other.turn ?? 'first')
  );
}

function changesIn(hearing: Hearing, details: Partial<HearingDetails>): Partial<HearingDetails> {
  return Object.fromEntries(
    Object.entries(details).filter(([name, value]) => hearing[name as keyof HearingDetails] !== value),
  );
}
