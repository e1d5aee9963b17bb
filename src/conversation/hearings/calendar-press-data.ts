import { z } from 'zod';
import { codeNamePattern } from '../../hearings/hearing.ts';

/** What the buttons of the calendar carry: ids only. Who may do what is looked up when one is pressed. */
const slug = z.string().regex(/^[a-z0-9-]{1,40}$/);
const skip = z.coerce.number().int().min(0).max(1_000);

/** Another page of a list. `name` is the mission's id or the case's code name. */
export const page = z.discriminatedUnion('of', [
  z.object({ of: z.enum(['me', 'here']), name: z.literal('').default(''), skip }),
  z.object({ of: z.literal('mission'), name: slug, skip }),
  z.object({ of: z.literal('case'), name: z.string().regex(codeNamePattern), skip }),
]);
export type PageAsked = z.infer<typeof page>;

/** `HRG-2026-0042`. */
const hearing = z.string().regex(/^HRG-\d{4}-\d{4,7}$/);
const draft = z.uuid();

export const aboutDraft = z.object({ draft });
export const chosen = z.object({ draft, choice: z.string().max(100) });
export const aboutHearing = z.object({ hearing });
export const calledOff = z.object({
  hearing,
  revision: z.coerce.number().int().min(1).max(100_000),
  reason: z.string().trim().max(1_000).default(''),
});
