import { Temporal } from 'temporal-polyfill';
import type { QuietHours } from './policy.ts';

/**
 * The same instant, or the end of the quiet hours in which it falls.
 *
 * @param timeZone IANA zone by whose clock it is quiet
 */
export function afterQuietHours(at: Date, timeZone: string, hours: QuietHours): Date {
  const [from, to] = [Temporal.PlainTime.from(hours.from), Temporal.PlainTime.from(hours.to)];
  const isBefore = (time: Temporal.PlainTime, other: Temporal.PlainTime) =>
    Temporal.PlainTime.compare(time, other) < 0;
  const isQuietDay = (date: Temporal.PlainDate) => hours.weekends && date.dayOfWeek >= 6;
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const time = local.toPlainTime();
  let day = local.toPlainDate();
  if (!isQuietDay(day) && !isBefore(time, to) && isBefore(time, from)) return at;
  // The evening and all of a quiet day end on the next morning, a night on its own.
  if (isQuietDay(day) || !isBefore(time, from)) day = day.add({ days: 1 });
  while (isQuietDay(day)) day = day.add({ days: 1 });
  return new Date(day.toZonedDateTime({ timeZone, plainTime: to }).epochMilliseconds);
}
