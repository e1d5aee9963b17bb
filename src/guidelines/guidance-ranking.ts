import type { Language } from '../i18n/language.ts';
import type { Guidance } from './guidance.ts';
import type { Model } from './model.ts';
import { createNearestTexts, postingsOf } from './nearest-texts.ts';
import { questionLanguage } from './question-language.ts';
import { createTerms, isPair, type Terms, withBeginnings, wordsOf } from './terms.ts';
import { createVectors, type TermCounts } from './vectors.ts';

/**
 * A question at least this like one that guidance answers is answered by it too, 0 to 1. Higher than the guidelines ask
 * for: a few questions are known for each guidance, and what is shown in vain looks like a rule (docs/ask-hq.md).
 */
const barOfLikeness = 0.6;

/** Finds the guidance that answers a question. */
export type FindGuidance = (question: string, reader: Language) => Guidance | undefined;

/**
 * Prepares the search for HQ guidance: the nearest of the questions that each answers. How rare a word is, is known from
 * the model of the guidelines, for guidance alone has too few words to tell.
 *
 * @returns learns guidance, newest first; of two that are equally near, the newer is found
 */
export function createGuidanceRanking(
  { terms: known, expressions }: Pick<Model, 'terms' | 'expressions'>,
  bar = barOfLikeness,
): (inForce: readonly Guidance[]) => FindGuidance {
  const termsOf = createTerms(expressions);
  const read = (text: string, otherwise: Language): Terms => {
    const words = wordsOf(text);
    return withBeginnings(termsOf(words, questionLanguage(text) ?? otherwise), words);
  };
  return inForce => {
    if (inForce.length === 0) return () => undefined;
    const asked = inForce.flatMap((guidance, index) =>
      guidance.phrasings.map(text => ({ index, terms: read(text, guidance.language) })),
    );
    const counts = withNewTerms(
      known,
      asked.map(({ terms }) => terms),
    );
    const vectorOf = createVectors(counts);
    const nearestIn = createNearestTexts(
      postingsOf(
        asked.map(({ terms }) => vectorOf(terms)),
        counts.terms.length,
      ),
      Uint16Array.from(asked, ({ index }) => index),
      inForce.length,
    );
    return (question, reader) => {
      const { nearest } = nearestIn(vectorOf(read(question, reader)));
      const likeness = Math.max(...nearest);
      return likeness >= bar ? inForce[nearest.indexOf(likeness)] : undefined;
    };
  };
}

/** The terms of the model, and those that only the given texts have; a pair tells nothing where one text alone has it. */
function withNewTerms({ terms, counts, texts }: TermCounts, given: readonly Terms[]): TermCounts {
  const known = new Set(terms);
  const fresh = new Set(
    given.flatMap(one => [...one.keys()]).filter(term => !known.has(term) && !isPair(term)),
  );
  return { terms: [...terms, ...fresh], counts: [...counts, ...Array.from(fresh, () => 1)], texts };
}
