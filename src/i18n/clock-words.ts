import type { Language } from './language.ts';

const locales: Record<Language, string> = { en: 'en-CA', fr: 'fr-CA' };
/** What a clock showed is worded as it stands: any zone would do that has no changes of its own. */
const asWritten = 'UTC';

/** Dates and times as a clock on some wall shows them, in words; no zone has a part in it. */
export interface ClockWords {
  /** @param date `2026-03-14`. @returns `Saturday, March 14, 2026` or `samedi 14 mars 2026` */
  day(date: string): string;
  /** @param time `09:30`. @returns `9:30 a.m.` or `9 h 30` */
  time(time: string): string;
  /** @param month `2026-03`. @returns `March 2026` or `mars 2026` */
  month(month: string): string;
  /** The days of a week from Monday on: `Monday` or `lundi`. */
  readonly weekdays: readonly string[];
}

function createClockWords(language: Language): ClockWords {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: asWritten });
    return (text: string) => formatter.format(new Date(text));
  };
  const day = format({ dateStyle: 'full' });
  const time = format({ timeStyle: 'short' });
  const month = format({ month: 'long', year: 'numeric' });
  const weekday = format({ weekday: 'long' });
  return {
    day: date => day(`${date}T00:00Z`),
    time: clock => asSpoken(time(`2000-01-01T${clock}Z`)),
    month: name => month(`${name}-01T00:00Z`),
    // The third of January 2000 was a Monday.
    weekdays: [3, 4, 5, 6, 7, 8, 9].map(date => weekday(`2000-01-0${date}T00:00Z`)),
  };
}

/** French writes `9 h 30` and `14 h`, where the locale's data have `09 h 30` and `14 h 00`. */
function asSpoken(time: string): string {
  return time.replace(/^0(?=\d\s)/u, '').replace(/(?<=\sh)\s00$/u, '');
}

const words = new Map<Language, ClockWords>();

/** The words of a language; the same object each time, made when it is first asked for. */
export function clockWordsIn(language: Language): ClockWords {
  const known = words.get(language) ?? createClockWords(language);
  words.set(language, known);
  return known;
}
