import { Temporal } from 'temporal-polyfill';
import type { CourtTime, Zones } from './court-time.ts';

/** How far off a hearing is, as people say it. */
export type Countdown =
  | { readonly unit: 'days' | 'hours' | 'minutes'; readonly count: number }
  | { readonly unit: 'today' | 'begun' };

const minute = 60_000;
const hour = 60 * minute;
/** Nearer than this, people count hours. */
const hoursBelow = 6 * hour;

/** Days are those of the court's calendar: a hearing of tomorrow morning is one day off in the evening, too. */
export function countdownTo(time: CourtTime, now: Date, zones: Zones): Countdown {
  const ahead = zones.momentOf(time).at.getTime() - now.getTime();
  if (ahead <= 0) return { unit: 'begun' };
  if (ahead < 0.75 * hour) return { unit: 'minutes', count: Math.ceil(ahead / minute) };
  if (ahead < hoursBelow) return { unit: 'hours', count: Math.round(ahead / hour) };
  const today = Temporal.PlainDate.from(zones.courtTimeOf(now, time.zone).date);
  const { days } = today.until(time.date, { largestUnit: 'day' });
  return days === 0 ? { unit: 'today' } : { unit: 'days', count: days };
}
