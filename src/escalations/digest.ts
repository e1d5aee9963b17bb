import { Temporal } from 'temporal-polyfill';
import type { QuietHours } from './policy.ts';

/** How long after its time a digest is still worth sending, in hours: a morning's summary is none in the afternoon. */
const usefulFor = 4;

/**
 * The day whose digest a unit should have by now.
 *
 * @param timeZone IANA zone of the unit
 * @param digestAt local time such as `08:30`
 * @returns a date such as `2026-03-10`; undefined before its time, long after it, and on quiet days
 */
export function digestDay(
  now: Date,
  timeZone: string,
  digestAt: string,
  { weekends }: QuietHours,
): string | undefined {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const day = local.toPlainDate();
  if (weekends && day.dayOfWeek >= 6) return undefined;
  const from = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(digestAt) });
  const isDue = Temporal.ZonedDateTime.compare(local, from) >= 0;
  return isDue && from.until(local).total('hours') < usefulFor ? day.toString() : undefined;
}
