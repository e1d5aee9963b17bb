import { createCalendarRoutes } from '../conversation/hearings/calendar-routes.ts';
import { createHearingsConversation, type HearingsConversation } from '../conversation/hearings/hearings.ts';
import type { HearingTools } from '../conversation/hearings/parts.ts';
import type { DirectoryNow } from '../directory/open.ts';
import { zones } from '../hearings/court-time.ts';
import type { Store } from '../store/store.ts';
import type { MonthLinks } from '../web/month-links.ts';
import { createTell } from './tell.ts';

/** What hearings keep, queue and send through. */
export type HearingsMemory = Pick<Store, 'hearings' | 'follows' | 'transaction' | 'conversations'>;

export interface HearingsParts {
  readonly store: HearingsMemory;
  readonly directory: DirectoryNow;
  readonly monthLinks: Pick<MonthLinks, 'make'>;
  readonly now: () => Date;
}

/** Hearings, put together: what people say and press. */
export interface HearingsApp {
  readonly conversation: HearingsConversation;
}

export function assembleHearings({ store, directory, monthLinks, now }: HearingsParts): HearingsApp {
  const { tell } = createTell(store, now);
  const tools: HearingTools = {
    calendar: store,
    directory,
    zones,
    monthLink: monthLinks.make,
    tell,
    now,
  };
  return { conversation: createHearingsConversation([createCalendarRoutes(tools)]) };
}
