import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import type { AttachedFile, Turn } from '../incoming.ts';
import type { Reply } from '../reply.ts';
import type { HearingCommandTyped } from './commands.ts';
import type { HearingRoutes, Press } from './parts.ts';

/** The verbs of buttons about hearings begin with this. */
export const hearingVerbs = 'hearing.';

/**
 * Everything that people say and press about hearings, each led to the part that answers it.
 *
 * @param routes the parts; each command and each verb belongs to one of them
 */
export function createHearingsConversation(routes: readonly HearingRoutes[]) {
  return {
    command: async (turn: Turn, given: HearingCommandTyped, language: Language): Promise<Reply> => {
      for (const route of routes) {
        const reply = await route.command(turn, given, language);
        if (reply) return reply;
      }
      throw new Error(`no part answers the command “${given.kind}”`);
    },
    /** @returns undefined when none of the files is about hearings */
    files: async (
      turn: Turn,
      files: readonly AttachedFile[],
      language: Language,
    ): Promise<Reply | undefined> => {
      for (const route of routes) {
        const reply = await route.files?.(turn, files, language);
        if (reply) return reply;
      }
      return undefined;
    },
    press: async (pressed: Press, language: Language): Promise<Reply> => {
      const verb = pressed.verb.slice(hearingVerbs.length);
      for (const route of routes) {
        const reply = await route.press(verb, pressed, language);
        if (reply) return reply;
      }
      return { kind: 'notice', language, text: translatorFor(language)('press.unknown') };
    },
  };
}
export type HearingsConversation = ReturnType<typeof createHearingsConversation>;
