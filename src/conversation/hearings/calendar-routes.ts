import type { Language } from '../../i18n/language.ts';
import type { Turn } from '../incoming.ts';
import type { Reply } from '../reply.ts';
import * as data from './calendar-press-data.ts';
import type { HearingCommandTyped } from './commands.ts';
import { createListHearings } from './list-hearings.ts';
import { type HearingRoutes, type HearingTools, unclear } from './parts.ts';

/** What people say and press to keep the calendar and to see it. */
export function createCalendarRoutes(tools: HearingTools): HearingRoutes {
  const list = createListHearings(tools);

  function command(turn: Turn, given: HearingCommandTyped, language: Language): Promise<Reply> | undefined {
    switch (given.kind) {
      case 'list':
        return list.show(turn, given.asked, language);
      case 'case':
        return list.showCase(turn, given.caseName, language);
    }
  }

  return {
    command,
    press: (verb, pressed, language) => {
      switch (verb) {
        case 'list': {
          const given = data.page.safeParse(pressed.data);
          return given.success
            ? list.turnPage(pressed, given.data, language)
            : Promise.resolve(unclear(language));
        }
        default:
          return undefined;
      }
    },
  };
}
