import type { z } from 'zod';
import { detailsCard } from '../../cards/sign-off/answers-card.ts';
import { type Begun, begunCard } from '../../cards/sign-off/begun-card.ts';
import { confirmCard } from '../../cards/sign-off/other-cards.ts';
import { requestCard } from '../../cards/sign-off/request-card.ts';
import type { Change } from '../../escalations/commands.ts';
import { possibleFor } from '../../escalations/offers.ts';
import type { Kept } from '../../escalations/ports.ts';
import { isRefusal } from '../../escalations/refusals.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { answerPrivately } from '../in-own-chat.ts';
import { isPrivate, type Person, type Turn } from '../incoming.ts';
import type { Reply } from '../reply.ts';
import { byOf, contextOf, type Press, refuse, type SignOffTools, wordingOf } from './parts.ts';
import type * as data from './press-data.ts';
import { refusalText } from './refusal-text.ts';

/** The use case of those who were asked, and of the mission while it waits: each button of a request's card. */
export function createAnswerRequest(parts: SignOffTools) {
  const { signOff, directory } = parts;

  /** The card with what this person can do, as things stand now. */
  async function ownCard({ state }: Kept, person: Person, language: Language, begun?: Begun) {
    const offices = await directory();
    const context = contextOf(parts, offices, person.id);
    const possible = possibleFor(
      state,
      offices.desks.map(({ id }) => id),
      context,
    );
    const mayAct = person.fromHomeTenant;
    const offers = mayAct
      ? { ...possible, open: false, details: true }
      : { ...possible, open: false, details: false, choices: [], comment: false, otherDesks: [] };
    const wording = wordingOf(parts, offices, language);
    return begun
      ? begunCard(state, offers, wording, begun)
      : requestCard(state, offers, wording, [person.id]);
  }

  async function open({ person, automatic }: Press, reference: string, language: Language): Promise<Reply> {
    const kept = await signOff.read(reference, byOf(person));
    if (!isRefusal(kept)) return { kind: 'card', language, card: await ownCard(kept, person, language) };
    // A client that asks by itself is told nothing: its user has pressed no button.
    return automatic ? { kind: 'nothing' } : refuse(parts, kept, language);
  }

  /** What was typed as a reference, in the person's own chat. */
  async function status(turn: Turn, reference: string, language: Language): Promise<Reply> {
    const kept = await signOff.read(reference, byOf(turn.person));
    if (isRefusal(kept)) return refuse(parts, kept, language);
    const t = translatorFor(language);
    const card = await ownCard(kept, turn.person, language);
    const { codeName } = kept.state;
    const message = { language, card, summary: t('signOff.title', { reference, codeName }) };
    const key = `sign-off-status:${reference}:${kept.version}:${turn.person.id}:${parts.now().getTime()}`;
    const words = { sent: t('signOff.inYourChat'), unknown: t('signOff.noChatYet') };
    return answerPrivately(parts.tell, turn, key, message, words);
  }

  /** Shows free text, on record: in a dialog or the person's own chat, never in a channel. */
  async function details(press: Press, reference: string, language: Language): Promise<Reply> {
    const { person } = press;
    const t = translatorFor(language);
    if (!isPrivate(press) && !(await parts.canTell(person.id))) {
      return { kind: 'notice', language, text: t('signOff.details.noChat', { reference }) };
    }
    const kept = await signOff.readDetails(reference, byOf(person, press.press));
    if (isRefusal(kept)) return refuse(parts, kept, language);
    const card = detailsCard(kept.state, wordingOf(parts, await directory(), language));
    if (isPrivate(press)) return { kind: 'card', language, card };
    const message = { language, card, summary: t('signOff.details.title', { reference }) };
    // Of the showing, not of the press: the same button shows something else when the request has gone on.
    const key = `sign-off-details:${reference}:${person.id}:${parts.now().getTime()}`;
    return answerPrivately(parts.tell, press, key, message, {
      sent: t('signOff.details.sentToChat'),
      unknown: t('signOff.details.noChat', { reference }),
    });
  }

  async function decide(
    press: Press,
    { reference, revision, choice, desk, text, confirmed }: z.infer<typeof data.decision>,
    language: Language,
  ): Promise<Reply> {
    const command: Change = {
      type: choice,
      revision,
      ...(desk ? { desk } : {}),
      ...(text ? { text } : {}),
      ...(confirmed ? { confirmed: true } : {}),
    };
    const outcome = await signOff.change(reference, command, byOf(press.person, press.press));
    if (!isRefusal(outcome) || outcome.refusal !== 'confirmation-needed') {
      const typed = { choice, desk: desk ?? '', text };
      return settled(outcome, press, { reference, part: 'decide', typed }, language);
    }
    const kept = await signOff.read(reference, byOf(press.person));
    if (isRefusal(kept)) return refuse(parts, kept, language);
    const wording = wordingOf(parts, await directory(), language);
    const card = confirmCard(kept.state, { choice, desk: desk ?? '', text }, outcome.because, wording);
    return { kind: 'card', language, card };
  }

  /** Back from the question whether one is sure, to what was to be decided. */
  async function reconsider(
    { person }: Press,
    { reference, revision, choice, desk = '', text }: z.infer<typeof data.decision>,
    language: Language,
  ): Promise<Reply> {
    const kept = await signOff.read(reference, byOf(person));
    if (isRefusal(kept)) return refuse(parts, kept, language);
    const reread = kept.state.revision !== revision;
    const begun: Begun = { part: 'decide', typed: { choice, desk, text }, problem: '', reread };
    return { kind: 'card', language, card: await ownCard(kept, person, language, begun) };
  }

  /**
   * After a press the card shows what has become of the request; where nothing has, it says why and gives what was written
   * back. Who may not even read the request is told why, and no more.
   */
  async function settled(
    outcome: Awaited<ReturnType<typeof signOff.change>>,
    { person }: Press,
    { reference, part, typed }: Pick<Begun, 'part' | 'typed'> & { readonly reference: string },
    language: Language,
  ): Promise<Reply> {
    if (!isRefusal(outcome)) {
      return { kind: 'card', language, card: await ownCard(outcome, person, language) };
    }
    const kept = await signOff.read(reference, byOf(person));
    if (isRefusal(kept) || outcome.refusal === 'repeated-delivery') return refuse(parts, outcome, language);
    const problem = refusalText(outcome, wordingOf(parts, await directory(), language));
    const begun: Begun = { part, typed, problem, reread: outcome.refusal === 'stale-revision' };
    return { kind: 'card', language, card: await ownCard(kept, person, language, begun) };
  }

  async function change(
    press: Press,
    reference: string,
    command: Change,
    begun: Pick<Begun, 'part' | 'typed'>,
    language: Language,
  ): Promise<Reply> {
    const outcome = await signOff.change(reference, command, byOf(press.person, press.press));
    return settled(outcome, press, { reference, ...begun }, language);
  }

  return { open, status, details, decide, reconsider, change };
}
export type AnswerRequest = ReturnType<typeof createAnswerRequest>;
