import type { ParsedComponents, ParsedResult } from 'chrono-node';
import type { Language } from '../i18n/language.ts';
import { loadOnUse } from '../shared/load-on-use.ts';
import { addDays, weekdayOf, type Zones } from './court-time.ts';
import { tidyTimes } from './natural-time.ts';
import { findPlaces } from './places.ts';

/** A date and time that somebody typed, by the court's clock; always read back to them. */
export interface Reading {
  readonly date: string;
  readonly time: string;
  /** Whether the court's clock skips or doubles it. */
  readonly clock: 'plain' | 'skipped' | 'doubled';
}

/** What was understood, or why the person must be asked. */
export type WhenTyped =
  | { readonly reading: Reading }
  /** Several are possible: the person chooses. */
  | { readonly problem: 'ambiguous'; readonly choices: readonly Reading[] }
  /** It has passed; where the year was left out, `choices` has the date in the year to come. */
  | { readonly problem: 'past'; readonly choices: readonly Reading[] }
  | { readonly problem: 'no-date' | 'no-time' | 'not-understood' | 'zone-named' | 'weekday-differs' };

export interface Typing {
  readonly now: Date;
  /** The court's. */
  readonly zone: string;
  /** Which language is tried first. */
  readonly language: Language;
  readonly zones: Zones;
}

const loadEnglish = loadOnUse<typeof import('chrono-node/en')>('chrono-node/en');
const loadFrench = loadOnUse<typeof import('chrono-node/fr')>('chrono-node/fr');

/** A date of a few weeks ago without a year is more likely a slip than next year's. */
const slipDays = 60;

/** Reads a text that should be nothing but a date and a time, such as `14 mars à 9 h 30` or `next Tuesday 9am`. */
export function readWhen(text: string, typing: Typing): WhenTyped {
  const found = findWhen(text, typing);
  return /[\p{L}\d]/u.test(withoutFillers(found.rest)) ? { problem: 'not-understood' } : found.when;
}

/** Finds a date and time in a sentence; `rest` is the sentence without it. */
export function findWhen(text: string, typing: Typing): { readonly when: WhenTyped; readonly rest: string } {
  const { tidy, isOther } = withoutClock(tidyTimes(text), typing);
  const results = bestResults(tidy, typing);
  const [result, ...others] = results;
  if (!result) return { when: { problem: 'not-understood' }, rest: text };
  const before = tidy.slice(0, result.index);
  const rest = `${before} ${tidy.slice(result.index + result.text.length)}`.trim();
  if (others.length > 0 || result.end || moving.test(before)) {
    return { when: { problem: 'not-understood' }, rest };
  }
  return { when: isOther ? { problem: 'zone-named' } : understand(result, typing), rest };
}

/** Words before a date that make it another one: `14 or 15 March`, `a week from Tuesday`. */
const moving =
  /(?<!\p{L})(?:or|ou|(?:weeks?|fortnight)(?: from| on)?|following|before|after|avant|après)\s+(?:the |le )?$/iu;

const name = String.raw`\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)*`;
const clockOfPlace = new RegExp(
  String.raw`,? ?\(?(?:heure (?:de l'|de la |du |de |d')(${name})|(${name}) [Tt]ime)(?!\p{L})\)?`,
  'u',
);

/** Takes out by whose clock the time is meant; the court's own may be named, any other one is asked about. */
function withoutClock(text: string, { zone, zones }: Typing): { tidy: string; isOther: boolean } {
  const found = clockOfPlace.exec(text);
  if (!found) return { tidy: text, isOther: false };
  const place = found[1] ?? found[2] ?? '';
  const isOther = !findPlaces(place, zones).some(one => one.zone === zone);
  return { tidy: text.replace(found[0], ''), isOther };
}

/** The results of whichever language explains more of the text. */
function bestResults(text: string, { now, zone, language, zones }: Typing): ParsedResult[] {
  // Chrono is to count from the court's today: it is given the court's clock as if that were UTC.
  const here = zones.courtTimeOf(now, zone);
  const reference = { instant: new Date(`${here.date}T${here.time}Z`), timezone: 0 };
  const languages = language === 'fr' ? [loadFrench, loadEnglish] : [loadEnglish, loadFrench];
  const length = (results: ParsedResult[]) => results.reduce((sum, result) => sum + result.text.length, 0);
  return languages
    .map(load => load().parse(text, reference))
    .reduce((best, results) => (length(results) > length(best) ? results : best));
}

function understand(result: ParsedResult, typing: Typing): WhenTyped {
  const { start } = result;
  if (start.isCertain('timezoneOffset')) return { problem: 'zone-named' };
  const times = timesIn(result);
  if (times.length === 0) return { problem: 'no-time' };
  const here = typing.zones.courtTimeOf(typing.now, typing.zone);
  const dates = datesIn(result, here.date);
  if (dates.length === 0) return { problem: 'no-date' };
  const isYearOpen = start.isCertain('day') && start.isCertain('month') && !start.isCertain('year');
  const timed = (date: string) => (exists(date) ? times.map(time => readingOf(date, time, typing)) : []);
  const ahead = dates.map(date => ({ date, readings: timed(date).filter(({ at }) => at > typing.now) }));
  // Without a year it is the next one to come, unless the last one has only just been.
  const possible = ahead.flatMap(({ date, readings }) =>
    readings.length === 0 && isYearOpen ? timed(`${Number(date.slice(0, 4)) + 1}${date.slice(4)}`) : readings,
  );
  const agreeing = possible
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ reading }) => reading)
    .filter(({ date }) => agrees(start, date));
  const isSlip =
    isYearOpen &&
    ahead.every(({ readings }) => readings.length === 0) &&
    dates.some(date => date >= addDays(here.date, -slipDays));
  if (possible.length === 0 || isSlip) return { problem: 'past', choices: agreeing };
  const [only, ...others] = agreeing;
  if (!only) return { problem: 'weekday-differs' };
  return others.length === 0 ? { reading: only } : { problem: 'ambiguous', choices: agreeing };
}

function readingOf(date: string, time: string, { zone, zones }: Typing): { reading: Reading; at: Date } {
  const { at, clock } = zones.momentOf({ date, time, zone });
  return { reading: { date, time, clock }, at };
}

/** There is a 29th of February in some years only. */
function exists(date: string): boolean {
  return addDays(`${date.slice(0, 8)}01`, Number(date.slice(8)) - 1) === date;
}

/** Whether a date falls on the weekday that was typed beside it. */
function agrees(start: ParsedComponents, date: string): boolean {
  if (!start.isCertain('weekday') || !start.isCertain('day')) return true;
  return weekdayOf(date) === (start.get('weekday') || 7);
}

/** The times that may be meant: "at 3" is at night or in the afternoon. */
function timesIn({ start, text }: ParsedResult): string[] {
  const hour = start.get('hour');
  if (!start.isCertain('hour') || hour === null) return [];
  const time = (hours: number) => `${pad(hours)}:${pad(start.get('minute') ?? 0)}`;
  const isOpen =
    hour >= 1 && hour <= 6 && !start.isCertain('meridiem') && !new RegExp(`0${hour}\\b`).test(text);
  return isOpen ? [time(hour), time(hour + 12)] : [time(hour)];
}

/** The dates that may be meant; in their own year, or this one when none was typed. */
function datesIn({ start, text }: ParsedResult, today: string): string[] {
  const date = dateOf(start);
  if (start.isCertain('weekday') && !start.isCertain('day')) return weekdays(start, text, today);
  if (!start.isCertain('day') || !start.isCertain('month')) return [];
  const dated = start.isCertain('year') ? date : `${today.slice(0, 4)}${date.slice(4)}`;
  const [, one, other] = /(?<![\d-])(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{2,4})?(?!\d)/.exec(text) ?? [];
  // 14 March at 9.10 has its digits in the time.
  const typed = [Number(one), Number(other)].toSorted().join();
  const isDate = typed === [start.get('day'), start.get('month')].toSorted().join();
  if (one === undefined || other === undefined || !isDate) return [dated];
  if (Number(one) > 12 || Number(other) > 12 || one === other) return [dated];
  // 3/4 is the third of April to some and the fourth of March to others.
  const year = dated.slice(0, 4);
  return [
    ...new Set([
      `${year}-${pad(Number(other))}-${pad(Number(one))}`,
      `${year}-${pad(Number(one))}-${pad(Number(other))}`,
    ]),
  ].sort();
}

/** "Next Tuesday", said on a Monday, is tomorrow to some and next week's to others. */
function weekdays(start: ParsedComponents, text: string, today: string): string[] {
  const weekday = start.get('weekday') || 7;
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const coming = addDays(today, ahead);
  const nextWeek = addDays(today, weekday - weekdayOf(today) + 7);
  if (/\b(next|prochaine?)\b/i.test(text)) {
    return ahead === 0 ? [nextWeek] : [...new Set([coming, nextWeek])];
  }
  return ahead === 0 ? [coming, nextWeek] : [coming];
}

function dateOf(start: ParsedComponents): string {
  return `${start.get('year')}-${pad(start.get('month') ?? 1)}-${pad(start.get('day') ?? 1)}`;
}

function withoutFillers(text: string): string {
  return text.replace(/\b(at|on|the|of|le|la|les|du|de|à|a|au|pour|vers|o'clock)\b|à/giu, ' ');
}

const pad = (number: number) => String(number).padStart(2, '0');
