import type { Guidance } from '../guidelines/guidance.ts';
import { cleanText } from '../shared/clean-text.ts';
import type { Change } from './commands.ts';
import type { Context } from './context.ts';
import { mayAnswer, readText } from './decide.ts';
import type { Inquiry } from './inquiry.ts';
import { isRefusal, type Refusal } from './refusals.ts';

/** Ways of asking at most: more tell nothing new. */
export const mostPhrasings = 12;
/** A longer question is a story that nobody asks again. */
export const longestPhrasing = 300;

/** Guidance before it has a number. */
export type Unnumbered = Omit<Guidance, 'reference'>;

/** Decides whether an answer becomes HQ guidance, for everybody who asks alike. Pure. */
export function publish(
  state: Inquiry,
  { progress, language, text: given, phrasings, place }: Extract<Change, { type: 'publish' }>,
  context: Context,
): { readonly guidance: Unnumbered } | Refusal {
  const refusal = mayAnswer(state, progress, context);
  if (refusal) return refusal;
  if (state.status !== 'answered') return { refusal: 'unanswered' };
  const text = readText(given);
  if (isRefusal(text)) return text;
  const asked = phrasings.flatMap(phrasing => cleanText(phrasing)?.replace(/\s+/gu, ' ') ?? []);
  if (asked.length === 0) return { refusal: 'phrasings-required' };
  if (asked.length > mostPhrasings) return { refusal: 'too-many-phrasings', most: mostPhrasings };
  if (asked.some(({ length }) => length > longestPhrasing)) {
    return { refusal: 'text-too-long', most: longestPhrasing };
  }
  if (place && !context.hasSection(place.edition, place.section)) return { refusal: 'unknown-section' };
  return {
    guidance: {
      language,
      ...text,
      phrasings: [...new Set(asked)],
      ...(place ? { place } : {}),
      inquiry: state.reference,
      desk: state.desk,
      by: context.actor,
      at: context.now.toISOString(),
    },
  };
}

/** Decides whether guidance ends: any officer of the desk that published it may end it. Pure. */
export function revoke(guidance: Guidance, { actor, now, offices }: Context): Guidance | Refusal {
  if (!offices.actsFor(guidance.desk, actor, now)) return { refusal: 'not-of-the-desk' };
  if (guidance.revoked) return { refusal: 'revoked', by: guidance.revoked.by };
  return { ...guidance, revoked: { by: actor, at: now.toISOString() } };
}
