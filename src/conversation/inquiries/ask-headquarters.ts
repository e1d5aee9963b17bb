import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { askCard } from '../../cards/inquiries/ask-card.ts';
import { inquiryCard } from '../../cards/inquiries/inquiry-card.ts';
import { lastWordCard } from '../../cards/sign-off/answers-card.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { isRefusal } from '../../inquiries/refusals.ts';
import { answerPrivately } from '../in-own-chat.ts';
import type { Turn } from '../incoming.ts';
import type { Reply } from '../reply.ts';
import { byOf } from '../sign-off/parts.ts';
import { type InquiryTools, type Press, refuse, wordingOf } from './parts.ts';
import type * as data from './press-data.ts';

/** The use case of asking: the question once more, to be edited, in the person's own chat; then it is sent. */
export function createAskHeadquarters(parts: InquiryTools) {
  const { service, recent, directory, tell } = parts;

  /** @param question what it is about; without it, what the person asked last in this conversation */
  async function begin(
    turn: Turn,
    language: Language,
    question?: { readonly text: string; readonly passage?: string | undefined },
  ): Promise<Reply> {
    const found = await service.deskFor(byOf(turn.person));
    if (isRefusal(found)) return refuse(parts, found, language);
    const { text, passage } = question ?? recent.lastIn(turn) ?? { text: '' };
    const form = randomUUID();
    const wording = wordingOf(parts, await directory(), language);
    const card = askCard({ form, question: text, passage, desk: found.desk }, wording);
    const message = { language, card, summary: wording.t('inquiry.ask') };
    return answerPrivately(tell, turn, `inquiry-form:${form}`, message, {
      sent: wording.t('inquiry.inYourChat'),
      unknown: wording.t('inquiry.noChatYet'),
    });
  }

  /** From the button under an answer; what was asked is remembered for a while, for whoever asked it. */
  function fromAnswer(
    press: Press,
    { asked, passage }: z.infer<typeof data.fromAnswer>,
    language: Language,
  ): Promise<Reply> {
    const text = recent.find(asked, press.person.id)?.text ?? '';
    return begin(press, language, { text, passage });
  }

  async function send(
    { person, press }: Press,
    { form, passage, question: text }: z.infer<typeof data.filledIn>,
    language: Language,
  ): Promise<Reply> {
    const command = { language, text, ...(passage ? { passage } : {}) };
    const outcome = await service.ask(command, form, byOf(person, press));
    if (isRefusal(outcome)) return refuse(parts, outcome, language);
    const wording = wordingOf(parts, await directory(), language);
    return { kind: 'card', language, card: inquiryCard(outcome, 'asker', wording) };
  }

  async function cancel(language: Language): Promise<Reply> {
    const title = translatorFor(language)('inquiry.form.cancelled');
    return { kind: 'card', language, card: lastWordCard({ title, text: '' }, language) };
  }

  return { begin, fromAnswer, send, cancel };
}
