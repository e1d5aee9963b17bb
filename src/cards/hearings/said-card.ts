import { z } from 'zod';
import type { Language } from '../../i18n/language.ts';
import { type Card, cardTemplate } from '../template.ts';

const fill = cardTemplate(
  'hearing-said',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    lines: z.array(z.strictObject({ text: z.string() })),
  }),
);

/** A last word in the place of a card whose work is done. */
export function saidCard(title: string, lines: readonly string[], language: Language): Card {
  return fill({ language, title, lines: lines.map(text => ({ text })) });
}
