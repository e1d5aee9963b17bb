import { Temporal } from 'temporal-polyfill';
import type { HearingCommand, When } from './commands.ts';
import type { CourtTime } from './court-time.ts';
import type { Decided, HearingContext } from './decide.ts';
import { problemOf, timeIn } from './decide-details.ts';
import type { HearingEvent } from './events.ts';
import type { Hearing } from './hearing.ts';
import { type HearingRefusal, refuse } from './refusals.ts';

type Outcome = Extract<HearingCommand, { command: 'RecordOutcome' }>;
type Report = Extract<HearingCommand, { command: 'ReportPermission' }>;

/** What came of a hearing, or of the request to be let in. */
export function decideOutcome(hearing: Hearing, command: Outcome | Report, context: HearingContext): Decided {
  return command.command === 'RecordOutcome'
    ? decideEnd(hearing, command, context)
    : decidePermission(hearing, command, context);
}

/** The last event, when there is a next hearing, is that hearing's first. */
function decideEnd(hearing: Hearing, command: Outcome, context: HearingContext): Decided {
  if (hearing.schedule.state !== 'scheduled') return refuse('no-date-yet');
  if (context.zones.momentOf(hearing.schedule.time).at > context.at) return refuse('outcome-too-early');
  const { outcome, notes, next } = command;
  const recorded: HearingEvent = {
    event: 'OutcomeRecorded',
    outcome: { ...outcome, ...(next ? { next: next.id } : {}) },
    notes,
  };
  if (!next) return [recorded];
  const time = timeIn(hearing.zone, next.when);
  const wrong = time && (problemOf(time, context) ?? clockProblemOf(time, next.when, context));
  if (wrong) return refuse(wrong);
  const { caseName, mission, kind, court, place, zone, access } = hearing;
  const details = { caseName, mission, kind: next.kind ?? kind, court, place, zone, access };
  const added = { event: 'HearingAdded', id: next.id, details, notes: {}, follows: hearing.id } as const;
  return [recorded, { ...added, ...(time ? { time } : {}) }];
}

/** Whoever enters the next hearing is not asked which time they mean: it must be one that the clock shows once. */
function clockProblemOf(time: CourtTime, when: When, { zones }: HearingContext): HearingRefusal | undefined {
  const { clock } = zones.momentOf(time);
  if (clock === 'skipped') return 'time-skipped';
  const isChosen = when !== 'to-be-announced' && when.turn !== undefined;
  return clock === 'doubled' && !isChosen ? 'time-doubled' : undefined;
}

/** A refused request may be made again, and a decision may be reversed: what is reported is what holds. */
function decidePermission(hearing: Hearing, command: Report, context: HearingContext): Decided {
  const { state, on = context.zones.courtTimeOf(context.at, hearing.zone).date, askedOf } = command;
  try {
    Temporal.PlainDate.from(on);
  } catch {
    return refuse('date-impossible');
  }
  if (state === 'requested') {
    if (hearing.permission.state === 'requested' && askedOf === undefined)
      return refuse('permission-unchanged');
    return [{ event: 'PermissionRequested', on, notes: askedOf === undefined ? {} : { askedOf } }];
  }
  if (hearing.permission.state === state) return refuse('permission-unchanged');
  // Whom it was asked of may become known with the answer only.
  const noted: HearingEvent[] =
    askedOf === undefined ? [] : [{ event: 'HearingEdited', details: {}, notes: { askedOf } }];
  return [...noted, { event: 'PermissionAnswered', answer: state, on }];
}
