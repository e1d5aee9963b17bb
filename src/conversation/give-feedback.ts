import { z } from 'zod';
import { answerCard } from '../cards/answer-card.ts';
import type { LinkTo } from '../cards/links.ts';
import type { Guidelines } from '../guidelines/open.ts';
import type { Language } from '../i18n/language.ts';
import { translatorFor } from '../i18n/translator.ts';
import type { Beside } from './inquiries/guidance-beside.ts';
import type { Feedback } from './ports.ts';
import type { Reply } from './reply.ts';
import { readShownAnswer } from './shown-answer.ts';

const pressData = z.object({ verdict: z.enum(['up', 'down']) });

/** The use case of the thumbs under an answer: the passages shown are noted, neither the person nor the question. */
export function createGiveFeedback(
  guidelines: Pick<Guidelines, 'inUse'>,
  beside: Beside,
  feedback: Feedback,
  linkTo: LinkTo,
  now: () => Date,
) {
  return async ({ data, press }: { data: unknown; press: string }, language: Language): Promise<Reply> => {
    const parsed = pressData.safeParse(data);
    const answer = await readShownAnswer(data, guidelines, beside);
    if (!parsed.success || !answer) {
      return { kind: 'notice', language, text: translatorFor(language)('press.invalid') };
    }
    const { edition, citations } = answer.content;
    await feedback.record(
      {
        verdict: parsed.data.verdict,
        edition: edition.id,
        passageIds: citations.map(({ passage }) => passage.id),
        language: answer.language,
        at: now(),
      },
      press,
    );
    const content = { ...answer.content, feedbackGiven: true };
    return { kind: 'card', language, card: answerCard(content, answer.language, linkTo) };
  };
}
export type GiveFeedback = ReturnType<typeof createGiveFeedback>;
