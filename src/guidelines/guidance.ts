import { z } from 'zod';
import { languages } from '../i18n/language.ts';

/** An answer of Headquarters that is for everybody: shown beside the guidelines, never as their words. */
export const guidance = z.strictObject({
  /** Such as `HQG-2026-0007`. */
  reference: z.string().min(1),
  /** The language of the text. */
  language: z.enum(languages),
  text: z.string(),
  /** Questions that it answers, in askers' words, in either language. */
  phrasings: z.array(z.string()).readonly(),
  /** The section that it goes beside. */
  place: z.strictObject({ edition: z.string(), section: z.string() }).readonly().optional(),
  /** Reference of the inquiry that it answers. */
  inquiry: z.string(),
  /** Id of the desk that published it. */
  desk: z.string(),
  by: z.string(),
  /** An instant in ISO 8601. */
  at: z.iso.datetime(),
  revoked: z.strictObject({ by: z.string(), at: z.iso.datetime() }).readonly().optional(),
});
export type Guidance = Readonly<z.infer<typeof guidance>>;
