import type { z } from 'zod';
import {
  guidanceCard,
  guidanceFormCard,
  guidanceListCard,
  nowhere,
} from '../../cards/inquiries/published-cards.ts';
import type { Guidance } from '../../guidelines/guidance.ts';
import { questionLanguage } from '../../guidelines/question-language.ts';
import type { Language } from '../../i18n/language.ts';
import { lastSaid, progressOf } from '../../inquiries/inquiry.ts';
import { isRefusal, type Refusal } from '../../inquiries/refusals.ts';
import type { Person, Turn } from '../incoming.ts';
import { type Reply, say } from '../reply.ts';
import { byOf } from '../sign-off/parts.ts';
import type { GuidanceService } from './guidance-service.ts';
import { type InquiryTools, type Press, refuse, wordingOf } from './parts.ts';
import type * as data from './press-data.ts';

/** A card holds so many with room to spare. */
const pageSize = 8;

/** The use case of making an answer guidance for everybody, of finding it, and of ending it. */
export function createPublishGuidance(parts: InquiryTools, guidance: GuidanceService) {
  const { service, directory } = parts;

  /** Opens the form, filled with the answer and with what was asked. */
  async function draft(
    { person }: Press,
    { reference, progress }: z.infer<typeof data.seenInquiry>,
    language: Language,
  ): Promise<Reply> {
    const found = await service.read(reference, byOf(person));
    if (isRefusal(found)) return refuse(parts, found, language);
    if (progress !== progressOf(found)) return refuse(parts, { refusal: 'moved-on' }, language);
    if (found.status !== 'answered') return refuse(parts, { refusal: 'unanswered' }, language);
    const written = questionLanguage(lastSaid(found).text) ?? language;
    const wording = wordingOf(parts, await directory(), language);
    return { kind: 'card', language, card: guidanceFormCard(found, written, wording) };
  }

  async function publish(
    { person, press }: Press,
    { reference, progress, text, textLanguage, phrasings, place }: z.infer<typeof data.publication>,
    language: Language,
  ): Promise<Reply> {
    const [edition = '', section = ''] = place.split(' ');
    const command = {
      progress,
      text,
      language: textLanguage,
      phrasings: phrasings.split('\n'),
      ...(place === nowhere ? {} : { place: { edition, section } }),
    };
    return shown(await guidance.publish(reference, command, byOf(person, press)), person, language);
  }

  async function revoke({ person, press }: Press, reference: string, language: Language): Promise<Reply> {
    return shown(await guidance.revoke(reference, byOf(person, press)), person, language);
  }

  async function open({ person }: Press, reference: string, language: Language): Promise<Reply> {
    return shown((await guidance.find(reference)) ?? { refusal: 'not-found' }, person, language);
  }

  async function shown(outcome: Guidance | Refusal, person: Person, language: Language): Promise<Reply> {
    return isRefusal(outcome)
      ? refuse(parts, outcome, language)
      : { kind: 'card', language, card: await cardOf(outcome, person, language) };
  }

  async function cardOf(found: Guidance, person: Person, language: Language) {
    const mayRevoke = await guidance.mayRevoke(found, byOf(person));
    return guidanceCard(found, mayRevoke, wordingOf(parts, await directory(), language));
  }

  /** What was typed as a reference; guidance is for everybody, so also in a channel. */
  async function find({ person }: Turn, reference: string, language: Language): Promise<Reply> {
    const found = await guidance.find(reference);
    if (!found) return refuse(parts, { refusal: 'not-found' }, language);
    return say({ language, card: await cardOf(found, person, language), summary: reference });
  }

  async function list(language: Language): Promise<Reply> {
    const { t } = wordingOf(parts, await directory(), language);
    return say({ language, card: await page(0, language), summary: t('guidance.list.title') });
  }

  async function more(after: number, language: Language): Promise<Reply> {
    return { kind: 'card', language, card: await page(after, language) };
  }

  async function page(after: number, language: Language) {
    const all = await guidance.inForce();
    const end = after + pageSize;
    const next = end < all.length ? String(end) : '';
    return guidanceListCard(
      all.slice(after, end),
      all.length,
      next,
      wordingOf(parts, await directory(), language),
    );
  }

  return { draft, publish, revoke, open, find, list, more };
}
