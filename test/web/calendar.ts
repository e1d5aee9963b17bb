import { once } from 'node:events';
import restify, { type Server } from 'restify';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { loadEditions } from '../../src/guidelines/load.ts';
import { zones } from '../../src/hearings/court-time.ts';
import type { FollowerWithSettings } from '../../src/hearings/follow.ts';
import { type Hearing, timeOf } from '../../src/hearings/hearing.ts';
import type { HearingFilter } from '../../src/hearings/ports.ts';
import { mountCalendar } from '../../src/web/calendar-routes.ts';
import { createGuidelinePages } from '../../src/web/guideline-pages.ts';
import { mountGuidelinePages } from '../../src/web/guideline-routes.ts';
import { createMonthLinks, type MonthLinks } from '../../src/web/month-links.ts';
import { added, details, given } from '../hearings/scene.ts';

export const token = 'a'.repeat(43);
export const channel: FollowerWithSettings = {
  kind: 'channel',
  id: '19:rights@thread.tacv2',
  offsets: ['1d'],
  language: 'fr',
  zone: 'America/Toronto',
};

const court = (date: string, time: string, zone = 'America/Bogota') => ({ date, time, zone });
const heard = (id: string, time: ReturnType<typeof court>, caseName = 'HERON') =>
  ({ ...added, id, details: { ...details, caseName, zone: time.zone }, time }) as const;

/** Hearings of March 2026 and beside it, in every state. */
export const hearings: readonly Hearing[] = [
  given(heard('HRG-2026-0001', court('2026-03-14', '09:30')), {
    event: 'AttendanceOffered',
    attendee: { person: 'ana-petrova', mission: 'bogota' },
  }),
  given(heard('HRG-2026-0002', court('2026-03-29', '02:30', 'Europe/Berlin'), 'GREY <HERON>')),
  given(heard('HRG-2026-0003', court('2026-03-20', '14:00')), { event: 'HearingCancelled' }),
  given(heard('HRG-2026-0004', court('2026-04-02', '14:00'))),
  given(heard('HRG-2026-0005', court('2026-03-18', '10:00')), { event: 'HearingAdjourned' }),
];

/** The calendar's routes over these hearings, on a server of their own. */
export interface Calendar {
  readonly server: Server;
  readonly address: string;
  readonly links: MonthLinks;
  /** What the list was asked for. */
  readonly asked: HearingFilter[];
  clock: Date;
  kept: readonly Hearing[];
  /** Whose feed the token opens, and who is in the directory. */
  follower: FollowerWithSettings;
  officials: readonly string[];
  close(): void;
}

export async function startCalendar(): Promise<Calendar> {
  const server = restify.createServer({ strictFormatters: false });
  const now = () => calendar.clock;
  const links = createMonthLinks(
    'https://vigil.example.org',
    new Map([['k', new Uint8Array(32).fill(3)]]),
    now,
  );
  const asked: HearingFilter[] = [];
  const list = async (filter: HearingFilter) => {
    asked.push(filter);
    return calendar.kept.filter(hearing => {
      const time = timeOf(hearing);
      const at = time && zones.momentOf(time).at;
      if (filter.states && !filter.states.includes(hearing.schedule.state)) return false;
      if (filter.from && !(at && at >= filter.from)) return false;
      return !filter.until || (at !== undefined && at < filter.until);
    });
  };
  // Whose style sheet the pages of hearings share.
  mountGuidelinePages(server, createGuidelinePages(loadEditions(guidelinesFolder)));
  mountCalendar(server, {
    hearings: { list },
    feeds: { followerOf: async given => (given === token ? calendar.follower : undefined) },
    mayHear: async ({ kind, id }) => kind !== 'person' || calendar.officials.includes(id),
    monthLinks: links,
    zones,
    now,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const calendar: Calendar = {
    server,
    address: `http://127.0.0.1:${server.address().port}`,
    links,
    asked,
    clock: new Date('2026-03-10T12:00:00Z'),
    kept: hearings,
    follower: channel,
    officials: [],
    close: () => {
      server.server.close();
      server.server.closeAllConnections();
    },
  };
  return calendar;
}

/** A link's path and query on this server. */
export function pathOf(link: string): string {
  const { pathname, search } = new URL(link);
  return `${pathname}${search}`;
}
