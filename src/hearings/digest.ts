import { addDays, weekdayOf, type Zones } from './court-time.ts';

/** The digest of a week comes on Monday morning, by the clock of whoever reads it. */
const digestTime = '08:00';

/** When the first digest after an instant is due. */
export function nextDigest(after: Date, zone: string, zones: Zones): Date {
  const { date } = zones.courtTimeOf(after, zone);
  const monday = addDays(date, 1 - weekdayOf(date));
  const due = (weeks: number) =>
    zones.momentOf({ date: addDays(monday, 7 * weeks), time: digestTime, zone }).at;
  return due(0) > after ? due(0) : due(1);
}
