import { z } from 'zod';
import { answerCard } from '../cards/answer-card.ts';
import type { LinkTo } from '../cards/links.ts';
import type { Guidelines } from '../guidelines/open.ts';
import type { Language } from '../i18n/language.ts';
import { translatorFor } from '../i18n/translator.ts';
import type { Beside } from './inquiries/guidance-beside.ts';
import type { Reply } from './reply.ts';
import { readShownAnswer } from './shown-answer.ts';

const pressData = z.object({ show: z.enum(['first', 'second']) });

/** The use case of choosing between two sections that fit a question almost equally well. */
export function createChooseSection(guidelines: Pick<Guidelines, 'inUse'>, beside: Beside, linkTo: LinkTo) {
  return async ({ data }: { data: unknown }, language: Language): Promise<Reply> => {
    const parsed = pressData.safeParse(data);
    const answer = await readShownAnswer(data, guidelines, beside);
    const chosen = answer?.content.choice?.[parsed.data?.show === 'second' ? 1 : 0];
    if (!parsed.success || !answer || !chosen) {
      return { kind: 'notice', language, text: translatorFor(language)('press.invalid') };
    }
    const content = { ...answer.content, ...chosen };
    return { kind: 'card', language, card: answerCard(content, answer.language, linkTo) };
  };
}
export type ChooseSection = ReturnType<typeof createChooseSection>;
