import type { z } from 'zod';
import { saidCard } from '../../cards/hearings/said-card.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import type { Turn } from '../incoming.ts';
import { type Reply, say } from '../reply.ts';
import * as data from './calendar-press-data.ts';
import { createCancelHearing } from './cancel-hearing.ts';
import type { HearingCommandTyped } from './commands.ts';
import { createFillHearing } from './fill-hearing.ts';
import { createListHearings } from './list-hearings.ts';
import { type HearingRoutes, type HearingTools, type Press, unclear } from './parts.ts';
import { createShowDetails } from './show-details.ts';
import { createTakeFile } from './take-file.ts';

/** What people say and press to keep the calendar and to see it. */
export function createCalendarRoutes(tools: HearingTools): HearingRoutes {
  const list = createListHearings(tools);
  const fill = createFillHearing(tools);
  const cancel = createCancelHearing(tools);
  const details = createShowDetails(tools);
  const files = createTakeFile(tools);

  function command(turn: Turn, given: HearingCommandTyped, language: Language): Promise<Reply> | undefined {
    switch (given.kind) {
      case 'list':
        return list.show(turn, given.asked, language);
      case 'case':
        return list.showCase(turn, given.caseName, language);
      case 'hearing':
        return details.card({ turn, language }, given.hearing);
      case 'add-hearing':
        return fill.add(turn, given.text, language);
      case 'edit-hearing':
        return fill.change(turn, given.hearing, 'edit', '', language);
      case 'adjourn-hearing':
        return fill.change(turn, given.hearing, 'adjourn', given.when, language);
      case 'cancel-hearing':
        return cancel.begin(turn, given.hearing, given.reason, language);
      case 'hearing-help':
        return Promise.resolve(help(language));
      case 'which-hearing':
        return Promise.resolve(say({ language, text: translatorFor(language)('hearing.which') }));
      default:
        return undefined;
    }
  }

  /** Each button's data and what it does. */
  const buttons: Readonly<Record<string, (pressed: Press, language: Language) => Promise<Reply>>> = {
    list: on(data.page, list.turnPage),
    check: on(data.aboutDraft, (pressed, { draft }, language) => fill.check(pressed, draft, language)),
    choose: on(data.chosen, (pressed, { draft, choice }, language) =>
      fill.chosen(pressed, draft, choice, language),
    ),
    change: on(data.aboutDraft, (pressed, { draft }, language) => fill.back(pressed, draft, language)),
    save: on(data.aboutDraft, (pressed, { draft }, language) => fill.save(pressed, draft, language)),
    discard: on(data.aboutDraft, (pressed, { draft }, language) => fill.discard(pressed, draft, language)),
    add: (pressed, language) => fill.add(pressed, '', language),
    edit: on(data.aboutHearing, (pressed, { hearing }, language) =>
      fill.change(pressed, hearing, 'edit', '', language),
    ),
    adjourn: on(data.aboutHearing, (pressed, { hearing }, language) =>
      fill.change(pressed, hearing, 'adjourn', '', language),
    ),
    cancel: on(data.aboutHearing, (pressed, { hearing }, language) =>
      cancel.begin(pressed, hearing, '', language),
    ),
    'call-off': on(data.calledOff, cancel.callOff),
    'take-file': on(data.aboutDraft, (pressed, { draft }, language) => files.take(pressed, draft, language)),
    keep: on(data.aboutHearing, (_pressed, { hearing }, language) => cancel.keep(hearing, language)),
  };

  return {
    command,
    files: files.read,
    press: (verb, pressed, language) =>
      Object.hasOwn(buttons, verb) ? buttons[verb]?.(pressed, language) : undefined,
  };
}

const helpLines = ['add', 'change', 'see', 'follow', 'attend', 'names'] as const;

/** What can be said about hearings, by example. */
function help(language: Language): Reply {
  const t = translatorFor(language);
  const title = t('hearing.help.title');
  const lines = helpLines.map(line => t(`hearing.help.${line}`));
  return say({ language, card: saidCard(title, lines, language), summary: title });
}

/** A button whose data are checked before anything else. */
function on<Schema extends z.ZodType>(
  schema: Schema,
  work: (pressed: Press, given: z.infer<Schema>, language: Language) => Promise<Reply>,
) {
  return async (pressed: Press, language: Language): Promise<Reply> => {
    const given = schema.safeParse(pressed.data);
    return given.success ? work(pressed, given.data, language) : unclear(language);
  };
}
