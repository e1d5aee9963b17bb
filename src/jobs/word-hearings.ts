import {
  askOutcomeMessage,
  confirmationMessage,
  digestMessage,
  reminderMessage,
  seekObserverMessage,
} from '../cards/hearings/messages.ts';
import { type HearingWording, hearingWording } from '../cards/hearings/words.ts';
import type { Language } from '../i18n/language.ts';
import type { Json } from '../record/canonical-json.ts';
import type { HearingWords, Wording } from './hearing-words.ts';

/** Words what Vigil says of hearings by itself: in the language of whoever reads, with code names only. */
export function createHearingWords(
  parts: Pick<HearingWording, 'edition' | 'linkTo' | 'zones'>,
): HearingWords {
  const wordingOf = (about: Pick<HearingWording, 'directory' | 'now'>, language: Language) =>
    hearingWording({ ...parts, directory: about.directory, now: about.now }, language);
  return {
    reminder: about =>
      say(reminderMessage(about.hearing, wordingOf(about, about.follower.language), about.late)),
    seekObserver: about =>
      say(
        seekObserverMessage(about.hearing, wordingOf(about, about.language), about.late ? 'late' : 'in time'),
      ),
    askConfirmation: about => say(confirmationMessage(about.hearing, wordingOf(about, about.language))),
    askOutcome: about => say(askOutcomeMessage(about.hearing, wordingOf(about, about.language), about.step)),
    digest: about =>
      about.hearings.length === 0
        ? undefined
        : say(digestMessage(about.hearings, wordingOf(about, about.follower.language))),
  };
}

/** A message is made of what JSON can say. */
function say(message: object): Wording {
  return { body: JSON.parse(JSON.stringify(message)) as Json };
}
