import type { Language } from '../i18n/language.ts';
import type { Guidance } from './guidance.ts';
import type { Knowledge } from './knowledge.ts';
import { createNearestTexts, postingsOf } from './nearest-texts.ts';
import { questionLanguage } from './question-language.ts';
import { createTerms, expressionsOf, wordsOf } from './terms.ts';
import { countTerms, createVectors } from './vectors.ts';

/**
 * A question at least this like one that guidance answers is answered by it too, 0 to 1. Higher than the guidelines ask
 * for: a few questions are known for each guidance, and what is shown in vain looks like a rule (docs/ask-hq.md).
 */
const barOfLikeness = 0.5;

/** Finds the guidance that answers a question. */
export type FindGuidance = (question: string, reader: Language) => Guidance | undefined;

/**
 * Prepares the search for HQ guidance: the nearest of the questions that each answers. How rare a word is, is learnt from
 * the knowledge of the guidelines, for guidance alone has too few words to tell.
 *
 * @returns learns guidance, newest first; of two that are equally near, the newer is found
 */
export function createGuidanceRanking(
  { phrasings, thesaurus }: Knowledge,
  bar = barOfLikeness,
): (inForce: readonly Guidance[]) => FindGuidance {
  const termsOf = createTerms(expressionsOf(thesaurus));
  const stems = new Map<string, string>();
  return inForce => {
    if (inForce.length === 0) return () => undefined;
    const known = phrasings.map(({ text, language }) => termsOf(wordsOf(text), language, stems));
    const asked = inForce.flatMap((guidance, index) =>
      guidance.phrasings.map(text => ({
        index,
        terms: termsOf(wordsOf(text), questionLanguage(text) ?? guidance.language),
      })),
    );
    const counts = countTerms([...known, ...asked.map(({ terms }) => terms)]);
    const vectorOf = createVectors(counts);
    const vectors = asked.map(({ terms }) => vectorOf(terms));
    const nearestIn = createNearestTexts(
      postingsOf(vectors, counts.terms.length),
      Uint16Array.from(asked, ({ index }) => index),
      inForce.length,
    );
    return (question, reader) => {
      const terms = termsOf(wordsOf(question), questionLanguage(question) ?? reader);
      const { nearest } = nearestIn(vectorOf(terms));
      const likeness = Math.max(...nearest);
      return likeness >= bar ? inForce[nearest.indexOf(likeness)] : undefined;
    };
  };
}
