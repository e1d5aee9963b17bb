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
