import { z } from 'zod';
import { languages } from '../../i18n/language.ts';

/** What the buttons of inquiries carry. Ids only: who may do what is looked up when one is pressed. */
const reference = z.string().regex(/^ASK-\d{4}-\d{4,6}$/);
const progress = z.coerce.number().int().min(1).max(10_000);
const passage = z
  .string()
  .regex(/^(?:(?:[a-z0-9-]{1,40} )?[\d.]{1,8}#\d{1,3})?$/)
  .transform(id => (id === '' ? undefined : id));
/** Longer than the rules allow, so that they can say so; far shorter than a body may be. */
const text = z.string().max(10_000).default('');

/** `asked` finds the question again, for whoever asked it. */
export const fromAnswer = z.object({ asked: z.guid(), passage });
export const filledIn = z.object({ form: z.uuid(), passage, question: text });
export const aboutInquiry = z.object({ reference });
export const answered = z.object({ reference, progress, answer: text });
export const continued = z.object({ reference, progress, further: text });
export const seenInquiry = z.object({ reference, progress });
export const publication = z.object({
  reference,
  progress,
  text,
  textLanguage: z.enum(languages),
  phrasings: text,
  place: z
    .string()
    .regex(/^(?:-|[a-z0-9-]{1,40} [\d.]{1,8})$/)
    .default('-'),
});
export const aboutGuidance = z.object({ reference: z.string().regex(/^HQG-\d{4}-\d{4,6}$/) });
export const nextGuidance = z.object({ after: z.coerce.number().int().min(0).max(100_000) });
export const nextPage = z.object({ after: z.string().max(20) });
