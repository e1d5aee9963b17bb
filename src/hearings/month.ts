import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { addDays, weekdayOf } from './court-time.ts';
import { type Hearing, timeOf } from './hearing.ts';

/** A month of the calendar: `2026-03`. */
export const monthName = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

/** A day of a month's page with what courts hold on it. */
export interface MonthDay {
  readonly date: string;
  /** False for the days of the months beside it that fill up the first and last week. */
  readonly within: boolean;
  readonly hearings: readonly Hearing[];
}

/** Clocks of the world are never further from UTC than this, in milliseconds. */
const furthest = 15 * 3_600_000;

/** The instants within which everything lies that some court's clock puts into the month. */
export function spanOf(month: string): { readonly from: Date; readonly until: Date } {
  const begins = (name: string) => Date.parse(`${name}-01T00:00:00Z`);
  return {
    from: new Date(begins(month) - furthest),
    until: new Date(begins(besideMonth(month, 1)) + furthest),
  };
}

/** @param months 1 for the month after, -1 for the one before */
export function besideMonth(month: string, months: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString();
}

/** Hearings of a month by the dates of their courts, in the order in which they are given. */
export function hearingsIn(month: string, hearings: readonly Hearing[]): readonly Hearing[] {
  return hearings.filter(hearing => timeOf(hearing)?.date.startsWith(month));
}

/** The weeks of a month from Monday to Sunday, with the hearings on the date that their court's calendar shows. */
export function weeksOf(month: string, hearings: readonly Hearing[]): readonly (readonly MonthDay[])[] {
  const first = `${month}-01`;
  const weeks: MonthDay[][] = [];
  for (let day = addDays(first, 1 - weekdayOf(first)); day < `${besideMonth(month, 1)}-01`; ) {
    weeks.push(
      Array.from({ length: 7 }, (_each, index) => {
        const date = addDays(day, index);
        const within = date.startsWith(month);
        return { date, within, hearings: hearings.filter(one => within && timeOf(one)?.date === date) };
      }),
    );
    day = addDays(day, 7);
  }
  return weeks;
}
