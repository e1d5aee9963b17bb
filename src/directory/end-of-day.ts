import { Temporal } from 'temporal-polyfill';

/**
 * The instant at which a day is over where a clock goes by `timeZone`.
 *
 * @param date such as `2026-12-24`
 * @returns undefined for a date that no calendar has, such as `2026-02-30`
 */
export function endOfDay(date: string, timeZone: string): Date | undefined {
  try {
    const next = Temporal.PlainDate.from(date).add({ days: 1 });
    return new Date(next.toZonedDateTime(timeZone).epochMilliseconds);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
