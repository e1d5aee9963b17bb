import { hearingTitle } from '../../cards/hearings/calendar-words.ts';
import { cancelCard } from '../../cards/hearings/cancel-card.ts';
import { hearingCard } from '../../cards/hearings/hearing-card.ts';
import { saidCard } from '../../cards/hearings/said-card.ts';
import { hearingWording } from '../../cards/hearings/words.ts';
import { wordRefusal } from '../../hearings/refusals.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { answerPrivately } from '../in-own-chat.ts';
import type { Turn } from '../incoming.ts';
import type { Reply } from '../reply.ts';
import { actorOf, type HearingTools, type Press, refused } from './parts.ts';

/** The use case of calling a hearing off: which one and why is read back first. */
export function createCancelHearing(tools: HearingTools) {
  const { calendar, changes, directory, zones, now, tell } = tools;

  async function begin(turn: Turn, id: string, reason: string, language: Language): Promise<Reply> {
    const t = translatorFor(language);
    if (!actorOf(turn.person, await directory())) return refused('not-official', language);
    const hearing = await calendar.hearings.find(id);
    if (!hearing) return refused('unknown', language);
    const { state } = hearing.schedule;
    if (state === 'cancelled') return refused('cancelled', language);
    if (state === 'held') return refused('already-held', language);
    const card = cancelCard(hearing, reason, language, zones);
    const summary = t('hearing.cancel.title', { title: hearingTitle(hearing, language), id });
    const key = `hearing-cancel:${id}:${turn.person.id}:${now().getTime()}`;
    return answerPrivately(
      tell,
      turn,
      key,
      { language, card, summary },
      {
        sent: t('hearing.form.inYourChat'),
        unknown: t('hearing.form.noChatYet'),
      },
    );
  }

  async function callOff(
    { person, press }: Press,
    { hearing: id, revision, reason }: { hearing: string; revision: number; reason: string },
    language: Language,
  ): Promise<Reply> {
    const t = translatorFor(language);
    if (reason === '') return { kind: 'notice', language, text: t('hearing.cancel.reasonMissing') };
    const people = await directory();
    const request = { command: 'CancelHearing', revision, reason } as const;
    const changed = await changes.change(id, request, actorOf(person, people), press);
    if ('repeated' in changed) return refused('cancelled', language);
    if (changed.refused !== undefined) {
      return { kind: 'notice', language, text: wordRefusal(changed, language) };
    }
    const { edition, linkTo } = tools;
    const wording = hearingWording({ directory: people, zones, edition, linkTo, now: now() }, language);
    const card = hearingCard(changed.hearing, wording, { notes: [t('hearing.kept.cancel')] });
    return { kind: 'card', language, card };
  }

  async function keep(id: string, language: Language): Promise<Reply> {
    const title = translatorFor(language)('hearing.cancel.kept', { id });
    return { kind: 'card', language, card: saidCard(title, [], language) };
  }

  return { begin, callOff, keep };
}
export type CancelHearing = ReturnType<typeof createCancelHearing>;
