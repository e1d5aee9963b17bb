import { readFileSync } from 'node:fs';
import type { Request, Response, Server } from 'restify';
import type { Zones } from '../hearings/court-time.ts';
import type { Follower } from '../hearings/follow.ts';
import { besideMonth, monthName, spanOf } from '../hearings/month.ts';
import type { Feeds, HearingFilter, Hearings } from '../hearings/ports.ts';
import type { MonthLinks, MonthScope } from './month-links.ts';
import { closedMonthPage, monthPage } from './month-page.ts';
import { frameLanguage } from './pages/frame-language.ts';
import { stylesheetHeaders } from './pages/headers.ts';
import { etagOf, type Page } from './pages/page.ts';
import { sendPage } from './pages/send.ts';

export interface CalendarParts {
  readonly hearings: Pick<Hearings, 'list'>;
  readonly feeds: Pick<Feeds, 'followerOf'>;
  /** Whoever leaves the directory takes no address along that still opens. */
  readonly mayHear: (follower: Follower) => Promise<boolean>;
  readonly monthLinks: MonthLinks;
  readonly zones: Zones;
  readonly now: () => Date;
}

/** No reader looks at more in one month, and no calendar program at more in one feed. */
const mostOnPage = 500;
const mostInFeed = 5_000;
/** How far from the present a month can be turned to, either way. */
const mostMonths = 24;

/**
 * Serves the page of a month at `/hearings/month?link=…` and feeds at `/hearings/feed/….ics`, for GET and HEAD. Whoever
 * has the address may read: it is the secret, so it is answered alike whether it is wrong, revoked or was never given.
 */
export function mountCalendar(server: Server, parts: CalendarParts): void {
  const css = readFileSync(new URL('./pages/month.css', import.meta.url), 'utf8');
  const stylesheet = { status: 200, html: css, etag: etagOf(css), headers: stylesheetHeaders(false) };
  const routes: Readonly<Record<string, (request: Request) => Promise<Page>>> = {
    '/hearings/feed/:file': request => feed(String(request.params.file), parts),
    '/hearings/month': request => month(request, parts),
    '/hearings/month.css': async () => stylesheet,
  };
  for (const [path, answer] of Object.entries(routes)) {
    const handle = async (request: Request, response: Response) =>
      sendPage(request, response, await answer(request));
    server.get(path, handle);
    server.head(path, handle);
  }
}

const feedFile = /^([A-Za-z0-9_-]{43})\.ics$/;
const noFeed: Page = {
  status: 404,
  html: 'Not found\n',
  etag: etagOf(''),
  headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store' },
};

async function feed(file: string, parts: CalendarParts): Promise<Page> {
  const { hearings, feeds, mayHear, zones, now } = parts;
  const token = feedFile.exec(file)?.[1];
  const follower = token === undefined ? undefined : await feeds.followerOf(token);
  if (!follower || !(await mayHear(follower))) return noFeed;
  // Loaded with the first feed, not with the start: it brings the rules of every zone.
  const { feedBegins, writeFeed } = await import('../hearings/feed.ts');
  const { kind, id, language } = follower;
  const at = now();
  const found = await hearings.list({
    from: feedBegins(at),
    followedBy: { kind, id },
    most: mostInFeed,
  });
  // What lost its date is in the calendars that have read it: there it must be called off.
  const adjourned = await hearings.list({
    states: ['to-be-announced'],
    followedBy: { kind, id },
    most: mostInFeed,
  });
  const text = writeFeed([...found, ...adjourned], language, at, zones);
  return {
    status: 200,
    html: text,
    // The time at which it was written is no change of what it says; the tag is weak, for the bytes do differ.
    etag: `W/${etagOf(text.replace(/^DTSTAMP:.*$/gm, ''))}`,
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': 'inline; filename="hearings.ics"',
      'Content-Language': language,
      'Cache-Control': 'private, no-cache',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex, nofollow',
    },
  };
}

async function month(request: Request, { hearings, monthLinks, zones, now }: CalendarParts): Promise<Page> {
  const query = new URLSearchParams(request.getQuery());
  const language = frameLanguage(request.getQuery(), request.headers['accept-language']);
  const link = query.get('link') ?? '';
  const opened = await monthLinks.read(link);
  if (opened === 'expired') return closedMonthPage('expired', language);
  if (!opened) return closedMonthPage('unknown', language);
  const { scope, until } = opened;
  const at = now();
  const present = zones.courtTimeOf(at, scope.zone).date.slice(0, 7);
  const within = [besideMonth(present, -mostMonths), besideMonth(present, mostMonths)] as const;
  const asked = monthName.safeParse(query.get('month'));
  const shown = asked.success && within[0] <= asked.data && asked.data <= within[1] ? asked.data : present;
  const whose = filterOf(scope);
  const dated = await hearings.list({ ...whose, ...spanOf(shown), most: mostOnPage + 1 });
  const undated = await hearings.list({ ...whose, states: ['to-be-announced'], most: mostOnPage });
  return monthPage(
    {
      month: shown,
      hearings: [...dated.slice(0, mostOnPage), ...undated],
      cut: dated.length > mostOnPage,
      now: at,
      zone: scope.zone,
      link,
      until,
      within,
    },
    language,
    zones,
  );
}

function filterOf({ of }: MonthScope): Pick<HearingFilter, 'followedBy' | 'mission'> {
  return of.kind === 'mission' ? { mission: of.id } : { followedBy: { kind: of.kind, id: of.id } };
}
