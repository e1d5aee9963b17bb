import { z } from 'zod';
import { answerCard } from '../cards/answer-card.ts';
import type { LinkTo } from '../cards/links.ts';
import type { Citation } from '../guidelines/answers.ts';
import { type Edition, passageOf, sectionOf } from '../guidelines/edition.ts';
import type { Guidelines } from '../guidelines/open.ts';
import { type Language, languages } from '../i18n/language.ts';
import { translatorFor } from '../i18n/translator.ts';
import type { Feedback } from './ports.ts';
import type { Reply } from './reply.ts';

/** `shown` names the edition, the passages and the consultation's passage, as the answer card writes it. */
const pressData = z.object({
  verdict: z.enum(['up', 'down']),
  language: z.enum(languages),
  without: z.enum(languages).optional().catch(undefined),
  shown: z
    .string()
    .max(100)
    .regex(/^[a-z0-9-]+ [\d.]+#\d+(,[\d.]+#\d+){0,2} (-|[\d.]+#\d+)$/),
});

/** The use case of the thumbs under an answer: the passages shown are noted, neither the person nor the question. */
export function createGiveFeedback(
  { inUse }: Pick<Guidelines, 'inUse'>,
  feedback: Feedback,
  linkTo: LinkTo,
  now: () => Date,
) {
  return async ({ data, press }: { data: unknown; press: string }, language: Language): Promise<Reply> => {
    const refused: Reply = { kind: 'notice', language, text: translatorFor(language)('press.invalid') };
    const parsed = pressData.safeParse(data);
    if (!parsed.success) return refused;
    const [editionId = '', list = '', consultedAt = ''] = parsed.data.shown.split(' ');
    const open = inUse.find(({ edition }) => edition.id === editionId);
    if (!open) return refused;
    const { edition, consultationOf } = open;
    const [first, ...more] = list.split(',').map(id => citationOf(edition, id));
    if (!first || more.includes(undefined)) return refused;
    const citations = [first, ...more.filter(citation => citation !== undefined)] as const;
    await feedback.record(
      {
        verdict: parsed.data.verdict,
        edition: editionId,
        passageIds: citations.map(({ passage }) => passage.id),
        language: parsed.data.language,
        at: now(),
      },
      press,
    );
    const content = {
      edition,
      citations,
      consultation: consultationOf(consultedAt),
      listMissing: false,
      without: parsed.data.without,
      feedbackGiven: true,
    };
    return { kind: 'card', language, card: answerCard(content, parsed.data.language, linkTo) };
  };
}
export type GiveFeedback = ReturnType<typeof createGiveFeedback>;

function citationOf(edition: Edition, id: string): Citation | undefined {
  const passage = passageOf(edition, id);
  const section = passage && sectionOf(edition, passage.section);
  return passage && section ? { passage, section } : undefined;
}
