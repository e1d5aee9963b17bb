import { Temporal } from 'temporal-polyfill';

/** When a court sits, as its own clock says it. What instant that is follows from the zone's rules. */
export interface CourtTime {
  /** `2026-03-14`. */
  readonly date: string;
  /** `09:30`. */
  readonly time: string;
  /** The court's IANA zone, such as `America/Bogota`. */
  readonly zone: string;
  /** Of a time that exists twice, when clocks go back, which one; the first unless told. */
  readonly turn?: 'first' | 'second';
}

/** An instant that follows from a court time. */
export interface Moment {
  readonly at: Date;
  /** What the court's clock then shows: another time than was asked for when that one is skipped. */
  readonly date: string;
  readonly time: string;
  /** `skipped`: clocks jump over this time. `doubled`: they show it twice. Said to whoever enters it. */
  readonly clock: 'plain' | 'skipped' | 'doubled';
}

/** The zone data: its version, and what follows from it. */
export interface Zones {
  /** Such as `2025c`; derived instants are made again when it changes. */
  readonly version: string;
  isZone(name: string): boolean;
  /** @throws RangeError for a date, time or zone that there is not: parse them before */
  momentOf(time: CourtTime): Moment;
  /** The same as a clock in `zone` shows it. */
  courtTimeOf(at: Date, zone: string): CourtTime;
}

/** The zone data of this Node, by way of Temporal. */
export const zones: Zones = {
  version: process.versions.tz ?? 'unknown',
  isZone: name => {
    try {
      Temporal.Now.zonedDateTimeISO(name);
      // An offset such as "+05:00" is not a place: it knows no change of clocks.
      return /^[A-Za-z]/.test(name);
    } catch {
      return false;
    }
  },
  momentOf: ({ date, time, zone, turn }) => {
    const asked = Temporal.PlainDateTime.from(`${date}T${time}`);
    const earlier = asked.toZonedDateTime(zone, { disambiguation: 'earlier' });
    const later = asked.toZonedDateTime(zone, { disambiguation: 'later' });
    const clock = earlier.equals(later)
      ? 'plain'
      : earlier.toPlainDateTime().equals(asked)
        ? 'doubled'
        : 'skipped';
    const moment = clock === 'skipped' || turn === 'second' ? later : earlier;
    return { at: new Date(moment.epochMilliseconds), ...readings(moment), clock };
  },
  courtTimeOf: (at, zone) => {
    const moment = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
    const plain = { ...readings(moment), zone };
    const first = moment.toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'earlier' });
    return first.epochMilliseconds === moment.epochMilliseconds ? plain : { ...plain, turn: 'second' };
  },
};

function readings(moment: Temporal.ZonedDateTime): { date: string; time: string } {
  return {
    date: moment.toPlainDate().toString(),
    time: moment.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** Adds calendar days to a date such as `2026-03-14`. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}
