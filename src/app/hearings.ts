import type { LinkTo } from '../cards/links.ts';
import { createAnnounce } from '../conversation/hearings/announce.ts';
import { createAttendRoutes } from '../conversation/hearings/attend-routes.ts';
import { createCalendarRoutes } from '../conversation/hearings/calendar-routes.ts';
import { createChangeHearing } from '../conversation/hearings/change-hearing.ts';
import { createFollowHearings } from '../conversation/hearings/follow-hearings.ts';
import { createFollowRoutes } from '../conversation/hearings/follow-routes.ts';
import { createHearingsConversation, type HearingsConversation } from '../conversation/hearings/hearings.ts';
import type { FetchFile } from '../conversation/hearings/take-file.ts';
import type { DirectoryNow } from '../directory/open.ts';
import type { Edition } from '../guidelines/edition.ts';
import { zones } from '../hearings/court-time.ts';
import { readWithoutDeparted } from '../hearings/departed.ts';
import type { CalendarStore } from '../hearings/ports.ts';
import { type Reminders, startReminders } from '../jobs/remind.ts';
import { createHearingWords } from '../jobs/word-hearings.ts';
import type { Log } from '../shared/log.ts';
import type { Store } from '../store/store.ts';
import type { MonthLinks } from '../web/month-links.ts';
import { createTell } from './tell.ts';

/** What hearings keep, queue and send through. */
export type HearingsMemory = Pick<
  Store,
  'hearings' | 'follows' | 'dues' | 'transaction' | 'conversations' | 'drafts'
>;

export interface HearingsParts {
  readonly store: HearingsMemory;
  readonly directory: DirectoryNow;
  readonly monthLinks: Pick<MonthLinks, 'make'>;
  readonly edition: Edition;
  readonly linkTo: LinkTo;
  /** The bot's own address, without a slash at its end. */
  readonly publicUrl: string;
  readonly fetchFile: FetchFile;
  readonly log: Log;
  readonly now: () => Date;
}

/** Hearings, put together: what people say and press, and what is done by the clock. */
export interface HearingsApp {
  readonly conversation: HearingsConversation;
  /** Begins to remind. */
  start(): void;
  /** Takes up nothing more; what is under way is finished. */
  stop(): Promise<void>;
}

export function assembleHearings(parts: HearingsParts): HearingsApp {
  const { store, directory, monthLinks, edition, linkTo, publicUrl, fetchFile, log, now } = parts;
  let reminders: Reminders | undefined;
  const words = { edition, linkTo, zones };

  /** Whatever people change may be due at once. */
  const calendar: CalendarStore = {
    hearings: { ...store.hearings, ...readWithoutDeparted(store.hearings, directory) },
    follows: store.follows,
    transaction: async work => {
      const result = await store.transaction(work);
      reminders?.nudge();
      return result;
    },
  };
  const telling = async () => {
    const people = await directory();
    return { announce: createAnnounce(words, people), directory: people };
  };
  const changes = createChangeHearing(calendar, zones, telling, now);
  const tools = {
    calendar,
    changes,
    drafts: store.drafts,
    directory,
    zones,
    edition,
    linkTo,
    monthLink: monthLinks.make,
    fetchFile,
    now,
    ...createTell(store, now),
  };
  const following = createFollowHearings(calendar, zones, now);
  const feedAddress = (token: string) => `${publicUrl}/hearings/feed/${token}.ics`;

  return {
    conversation: createHearingsConversation([
      createCalendarRoutes(tools),
      createFollowRoutes({ ...tools, following, feeds: store, feedAddress }),
      createAttendRoutes(tools),
    ]),
    start: () => {
      reminders = startReminders({ store, zones, words: createHearingWords(words), directory, log, now });
    },
    stop: async () => reminders?.stop(),
  };
}
