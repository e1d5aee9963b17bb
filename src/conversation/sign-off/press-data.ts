import { z } from 'zod';
import { choices } from '../../escalations/escalation.ts';

/** What the buttons of sign-off carry. Ids only: who may do what is looked up when one is pressed. */
const reference = z.string().regex(/^ESC-\d{4}-\d{4,6}$/);
const draft = z.uuid();
const revision = z.coerce.number().int().min(1).max(10_000);
const slug = z.string().regex(/^[a-z0-9-]{1,40}$/);
/** Where there is one desk only, nobody has to choose it. */
const ownDesk = slug.optional().or(z.literal('').transform(() => undefined));
/** Longer than the rules allow, so that they can say so; far shorter than a body may be. */
const text = z.string().max(10_000).default('');

export const aboutRequest = z.object({ reference });
export const aboutDraft = z.object({ draft });
export const chosenKind = z.object({ kind: slug, about: z.string().max(10_000).default('') });
export const askedFromAnswer = z.object({
  kind: slug,
  /** By its edition and id. */
  passage: z
    .string()
    .regex(/^(?:[a-z0-9-]{1,40} )?[\d.]{1,8}#\d{1,3}$/)
    .optional(),
});
export const aboutRevision = z.object({ reference, revision });
export const decision = z.object({
  reference,
  revision,
  choice: z.enum(choices),
  desk: ownDesk,
  text,
  confirmed: z.literal('yes').optional(),
});
export const comment = z.object({ reference, commentText: text });
export const reassignment = z.object({
  reference,
  revision,
  from: ownDesk,
  to: slug,
  reassignText: text,
});
export const withdrawal = z.object({ reference, revision, withdrawText: text });

export const listNames = ['mine', 'waiting', 'mission', 'search'] as const;
export type ListName = (typeof listNames)[number];
export const nextPage = z.object({
  list: z.enum(listNames),
  words: z.string().max(100).default(''),
  after: z.string().max(500),
});
