import { inquiryCard } from '../../cards/inquiries/inquiry-card.ts';
import { inquiryListCard } from '../../cards/inquiries/list-card.ts';
import type { Language } from '../../i18n/language.ts';
import type { PlainChange } from '../../inquiries/decide.ts';
import type { Inquiry } from '../../inquiries/inquiry.ts';
import { isRefusal, type Refusal } from '../../inquiries/refusals.ts';
import { answerPrivately } from '../in-own-chat.ts';
import type { Person, Turn } from '../incoming.ts';
import type { OutgoingMessage, Reply } from '../reply.ts';
import { byOf } from '../sign-off/parts.ts';
import { type InquiryTools, type Press, refuse, wordingOf } from './parts.ts';

/** A card holds so many with room to spare. */
const pageSize = 8;

/** The use case of what follows a question: it is answered, asked further, withdrawn, found again. */
export function createAnswerInquiry(parts: InquiryTools) {
  const { service, directory, tell, now } = parts;

  /** Whoever asked has the asker's card, also an officer who asked their own desk. */
  async function ownCard(inquiry: Inquiry, { id }: Person, language: Language) {
    const side = inquiry.asker === id ? 'asker' : 'desk';
    return inquiryCard(inquiry, side, wordingOf(parts, await directory(), language));
  }

  async function shown(
    outcome: Inquiry | Refusal,
    { person }: Pick<Press, 'person'>,
    language: Language,
  ): Promise<Reply> {
    return isRefusal(outcome)
      ? refuse(parts, outcome, language)
      : { kind: 'card', language, card: await ownCard(outcome, person, language) };
  }

  async function open(press: Press, reference: string, language: Language): Promise<Reply> {
    return shown(await service.read(reference, byOf(press.person)), press, language);
  }

  async function change(
    press: Press,
    reference: string,
    command: PlainChange,
    language: Language,
  ): Promise<Reply> {
    const outcome = await service.change(reference, command, byOf(press.person, press.press));
    // The desk's card stays the desk's, also for an officer who asked the question.
    if (!isRefusal(outcome) && command.type === 'answer') {
      const card = inquiryCard(outcome, 'desk', wordingOf(parts, await directory(), language));
      return { kind: 'card', language, card };
    }
    return shown(outcome, press, language);
  }

  /** What was typed as a reference, in the person's own chat. */
  async function find(turn: Turn, reference: string, language: Language): Promise<Reply> {
    const found = await service.read(reference, byOf(turn.person));
    if (isRefusal(found)) return refuse(parts, found, language);
    const card = await ownCard(found, turn.person, language);
    return privately(turn, { language, card, summary: reference }, reference);
  }

  async function list(turn: Turn, language: Language): Promise<Reply> {
    const wording = wordingOf(parts, await directory(), language);
    const card = await page(turn.person, '', language);
    const message = { language, card, summary: wording.t('inquiry.list.title') };
    return privately(turn, message, 'list');
  }

  async function page(person: Person, after: string, language: Language) {
    const { found, count, next } = await service.list(byOf(person), pageSize, after);
    return inquiryListCard(found, count, next, wordingOf(parts, await directory(), language));
  }

  async function more({ person }: Press, after: string, language: Language): Promise<Reply> {
    return { kind: 'card', language, card: await page(person, after, language) };
  }

  async function privately(turn: Turn, message: OutgoingMessage, what: string): Promise<Reply> {
    const { t } = wordingOf(parts, await directory(), message.language);
    const key = `inquiry-${what}:${turn.person.id}:${now().getTime()}`;
    const words = { sent: t('inquiry.inYourChat'), unknown: t('inquiry.noChatYet') };
    return answerPrivately(tell, turn, key, message, words);
  }

  return { open, change, find, list, more };
}
