import type { Zones } from './court-time.ts';
import type { Hearing } from './hearing.ts';

/** A mission whose turn it may be, and why. */
export interface Turn {
  readonly mission: string;
  /** Hearings of the case that it attended in the last year. */
  readonly attended: number;
  /** Its latest one, by the court's date; absent when it attended none. */
  readonly last?: string;
}

const year = 365 * 24 * 3_600_000;

/**
 * In what order missions that follow a case take their turns at a hearing: who attended least in the last year goes
 * first; of equals, whose last time is longest ago; then the order in which they are given. A mission that is down for
 * the hearing already has no turn.
 *
 * @param following ids of missions
 * @param held hearings of the case with their outcomes
 */
export function fairTurns(
  hearing: Hearing,
  following: readonly string[],
  held: readonly Hearing[],
  now: Date,
  zones: Zones,
): readonly Turn[] {
  const attending = new Set(hearing.roster.officials.map(({ mission }) => mission));
  return [...new Set(following)]
    .filter(mission => !attending.has(mission))
    .map((mission): Turn => {
      const dates = held.flatMap(one => attendedOn(one, mission, now, zones));
      const last = dates.toSorted().at(-1);
      return { mission, attended: dates.length, ...(last === undefined ? {} : { last }) };
    })
    .sort((one, other) => one.attended - other.attended || (one.last ?? '').localeCompare(other.last ?? ''));
}

function attendedOn({ schedule, roster }: Hearing, mission: string, now: Date, zones: Zones): string[] {
  if (schedule.state !== 'held' || schedule.outcome.attendance !== 'attended') return [];
  if (zones.momentOf(schedule.time).at.getTime() < now.getTime() - year) return [];
  return roster.officials.some(official => official.mission === mission) ? [schedule.time.date] : [];
}
