import { z } from 'zod';
import { languages } from '../i18n/language.ts';
import type { Inquiry } from './inquiry.ts';

const id = z.string().min(1);
const said = z.strictObject({
  kind: z.enum(['question', 'answer']),
  by: id,
  at: z.iso.datetime(),
  text: z.string(),
});

/** An inquiry as it comes back from where it is kept. */
export const storedInquiry: z.ZodType<Inquiry> = z.strictObject({
  reference: id,
  status: z.enum(['open', 'answered', 'withdrawn']),
  asker: id,
  language: z.enum(languages),
  desk: id,
  passage: id.optional(),
  said: z.tuple([said], said),
  published: z.array(id),
});
