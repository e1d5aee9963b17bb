import type { CourtTime, Zones } from '../hearings/court-time.ts';
import { type Hearing, timeOf } from '../hearings/hearing.ts';
import { besideMonth, hearingsIn, weeksOf } from '../hearings/month.ts';
import { type ClockWords, clockWordsIn } from '../i18n/clock-words.ts';
import type { Language } from '../i18n/language.ts';
import { type Translator, translatorFor } from '../i18n/translator.ts';
import { privatePageHeaders } from './pages/headers.ts';
import { etagOf, type Page } from './pages/page.ts';
import { fillTemplate } from './pages/templates.ts';

/** What the page of a month shows. */
export interface MonthShown {
  readonly month: string;
  /** Of the month and the days beside it, earliest first, and those without a date. */
  readonly hearings: readonly Hearing[];
  /** Whether there are more than these. */
  readonly cut: boolean;
  readonly now: Date;
  /** The reader's zone. */
  readonly zone: string;
  /** The seal that the address carries, and when it ends. */
  readonly link: string;
  readonly until: Date;
  /** The first and last month that can be turned to. */
  readonly within: readonly [string, string];
}

/** The page of a month: a table of its days, and every hearing in full beneath. Code names only, and nobody's name. */
export function monthPage(shown: MonthShown, language: Language, zones: Zones): Page {
  const { month, hearings, zone, link, until, now, within } = shown;
  const say = translatorFor(language);
  const words = clockWordsIn(language);
  const query = (name: string) => `?link=${link}&month=${name}&lang=${language}`;
  const linkTo = (name: string) => (within[0] <= name && name <= within[1] ? query(name) : undefined);
  const [previous, next] = [besideMonth(month, -1), besideMonth(month, 1)];
  const dated = hearingsIn(month, hearings);
  const html = fillTemplate('month', {
    ...frameOf(language, { link, month }),
    words,
    title: say('month.title', { month: words.month(month) }),
    today: zones.courtTimeOf(now, zone).date,
    weeks: weeksOf(month, dated),
    timeIn: (hearing: Hearing) => words.time(timeOf(hearing)?.time ?? ''),
    nameOf: (hearing: Hearing) => nameOf(hearing, say),
    dated: dated.map(hearing => describe(hearing, { say, words, zone, zones })),
    undated: hearings
      .filter(hearing => timeOf(hearing) === undefined)
      .map(hearing => describe(hearing, { say, words, zone, zones })),
    previous: { name: words.month(previous), address: linkTo(previous) },
    next: { name: words.month(next), address: linkTo(next) },
    count: hearings.length,
    cut: shown.cut,
    until: said(zones.courtTimeOf(until, zone), words),
  });
  return { status: 200, html, etag: etagOf(html), headers: privatePageHeaders(language) };
}

/** The page in place of a month's where its link is none, or is none any more. */
export function closedMonthPage(why: 'expired' | 'unknown', language: Language): Page {
  const html = fillTemplate('month-closed', { ...frameOf(language), why });
  return {
    status: why === 'expired' ? 410 : 404,
    html,
    etag: etagOf(html),
    headers: privatePageHeaders(language),
  };
}

/** What every page of hearings knows. `kept` travels along when the reader changes the language. */
function frameOf(language: Language, kept: Readonly<Record<string, string>> = {}) {
  const otherLanguage: Language = language === 'en' ? 'fr' : 'en';
  return { language, otherLanguage, kept, say: translatorFor(language) };
}

function nameOf({ caseName, kind }: Hearing, say: Translator): string {
  return say('hearing.feed.summary', { caseName, kind: say(`hearing.kind.${kind}`) });
}

/** A hearing in full, line by line. */
function describe(
  hearing: Hearing,
  {
    say,
    words,
    zone,
    zones,
  }: { readonly say: Translator; readonly words: ClockWords; readonly zone: string; readonly zones: Zones },
) {
  const { id, court, place, access, permission, roster, schedule } = hearing;
  const time = timeOf(hearing);
  const moment = time && zones.momentOf(time);
  const here = moment && zones.courtTimeOf(moment.at, zone);
  const differs = here && time && (here.date !== time.date || here.time !== time.time);
  const count = roster.officials.length + roster.partners.length;
  return {
    id,
    name: nameOf(hearing, say),
    state: schedule.state === 'cancelled' || schedule.state === 'held' ? schedule.state : undefined,
    lines: [
      time && say('month.court', { time: said(time, words), zone: time.zone }),
      differs && say('month.reader', { time: said(here, words), zone }),
      moment && moment.clock !== 'plain' && say(`month.clock.${moment.clock}`),
      [court, place].filter(Boolean).join(', '),
      say('month.access', {
        access: say(`hearing.access.${access}`),
        permission: say(`hearing.permission.${permission.state}`),
      }),
      say('month.attendance', { count }),
      say('month.reference', { id }),
    ].filter(line => typeof line === 'string' && line !== ''),
  };
}

function said({ date, time }: Pick<CourtTime, 'date' | 'time'>, words: ClockWords): string {
  return `${words.day(date)}, ${words.time(time)}`;
}
