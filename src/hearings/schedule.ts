import { addDays, type CourtTime, type Zones } from './court-time.ts';
import type { Due, Errand } from './due.ts';
import type { FollowerWithSettings } from './follow.ts';
import type { Hearing } from './hearing.ts';
import type { Offset } from './reminder.ts';

const hour = 3_600_000;

/** When the duty officer looks for somebody to attend, should nobody. */
const observerSoughtAt: readonly Offset[] = ['7d', '1d'];
/** Early enough to be answered by the day before. */
const confirmedAt: Offset = '2d';
/** Hours after the beginning: to the lead, to the lead again, to the mission's head. */
const outcomeAskedAfter = [3, 27, 51] as const;

/**
 * When a reminder is due. Days are the calendar's: the same time on the court's clock so many days before, or as much
 * later as the clock jumps there. Hours are what a stopwatch counts.
 */
export function reminderTime(time: CourtTime, offset: Offset, zones: Zones): Date {
  const count = Number.parseInt(offset, 10);
  if (offset.endsWith('h')) return new Date(zones.momentOf(time).at.getTime() - count * hour);
  const date = addDays(time.date, -count);
  const moment = zones.momentOf({ date, time: time.time, zone: time.zone });
  // Where a whole day was left out, as in Apia in 2011, the one before it is the day before.
  if (moment.date === date) return moment.at;
  return zones.momentOf({ date: addDays(date, -1), time: time.time, zone: time.zone }).at;
}

/** Everything that is to be done for a hearing as it stands, earliest first: nothing unless it has a date. */
export function duesOf(hearing: Hearing, followers: readonly FollowerWithSettings[], zones: Zones): Due[] {
  const { id, revision, schedule } = hearing;
  if (schedule.state !== 'scheduled') return [];
  const { time } = schedule;
  const start = zones.momentOf(time).at.getTime();
  const due = (errand: Errand, at: Date): Due => ({ hearing: id, revision, errand, at });
  const before = (errand: Errand, offset: Offset) => due(errand, reminderTime(time, offset, zones));
  return [
    ...followers.flatMap(({ kind, id: follower, offsets }) =>
      [...new Set(offsets)].map(offset =>
        before({ kind: 'remind', offset, follower: { kind, id: follower } }, offset),
      ),
    ),
    ...observerSoughtAt.map(offset => before({ kind: 'find-observer', offset }, offset)),
    before({ kind: 'confirm' }, confirmedAt),
    ...([1, 2, 3] as const).map(step =>
      due(
        { kind: 'ask-outcome', step },
        new Date(start + (outcomeAskedAfter[step - 1] ?? outcomeAskedAfter[0]) * hour),
      ),
    ),
  ].sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** What tells one due of a hearing's revision from the others, for ever. */
export function errandKey(errand: Errand): string {
  switch (errand.kind) {
    case 'remind':
      return `remind ${errand.offset} ${errand.follower.kind} ${errand.follower.id}`;
    case 'find-observer':
      return `find-observer ${errand.offset}`;
    case 'confirm':
      return 'confirm';
    case 'ask-outcome':
      return `ask-outcome ${errand.step}`;
  }
}
