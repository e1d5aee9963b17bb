import { personName, type Wording, wordingIn } from '../../cards/inquiries/wording.ts';
import type { Directory } from '../../directory/directory.ts';
import type { DirectoryNow } from '../../directory/open.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import type { Refusal } from '../../inquiries/refusals.ts';
import type { Tell } from '../in-own-chat.ts';
import type { Incoming } from '../incoming.ts';
import type { RecentQuestions } from '../recent-questions.ts';
import type { Reply } from '../reply.ts';
import type { InquiryService } from './ports.ts';

/** What the use cases of inquiries work with. */
export interface InquiryTools extends Pick<Wording, 'editions' | 'linkTo'> {
  readonly service: InquiryService;
  readonly recent: RecentQuestions;
  readonly directory: DirectoryNow;
  readonly tell: Tell;
  readonly now: () => Date;
}

export type Press = Extract<Incoming, { kind: 'press' }>;

export function wordingOf(
  { editions, linkTo }: Pick<InquiryTools, 'editions' | 'linkTo'>,
  directory: Directory,
  language: Language,
): Wording {
  return wordingIn({ editions, linkTo, directory }, language);
}

/** Says to a person, in their language, why nothing was changed. */
export function refusalText(refusal: Refusal, wording: Wording): string {
  const { t } = wording;
  switch (refusal.refusal) {
    case 'already-sent':
      return t('inquiry.refusal.already-sent', { reference: refusal.reference });
    case 'text-too-long':
    case 'too-many-phrasings':
      return t(`inquiry.refusal.${refusal.refusal}`, { most: refusal.most });
    case 'revoked':
      return t('inquiry.refusal.revoked', { name: personName(refusal.by, wording) });
    default:
      return t(`inquiry.refusal.${refusal.refusal}`);
  }
}

/** Tells whoever pressed why nothing was changed; the card stays, with what was typed. */
export async function refuse(parts: InquiryTools, refusal: Refusal, language: Language): Promise<Reply> {
  const wording = wordingOf(parts, await parts.directory(), language);
  return { kind: 'notice', language, text: refusalText(refusal, wording) };
}

export function unclear(language: Language): Reply {
  return { kind: 'notice', language, text: translatorFor(language)('press.invalid') };
}
