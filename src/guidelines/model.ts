import type { Language } from '../i18n/language.ts';
import type { Edition } from './edition.ts';
import { type KeptWeights, keepWeights } from './kept-weights.ts';
import type { Knowledge, Meaning } from './knowledge.ts';
import { learnSteps, stepKinds } from './learn-steps.ts';
import { learnWeights } from './learn-weights.ts';
import { type Postings, postingsOf } from './nearest-texts.ts';
import { type Step, stepsOf } from './steps.ts';
import { createTerms, type Expression, expressionsOf, withBeginnings, wordsOf } from './terms.ts';
import { countTerms, createVectors, type TermCounts } from './vectors.ts';

/**
 * All that the search has learnt from an edition and the knowledge of it. Numbers are kept as coarsely as they stand in a
 * file, so that a model is the same whether it was learnt just now or read.
 */
export interface Model {
  /** What a question may mean; the class of a text is a place in this list. */
  readonly meanings: readonly Meaning[];
  /** How often the known texts use each word. */
  readonly vocabulary: Readonly<Record<Language, ReadonlyMap<string, number>>>;
  readonly expressions: readonly Expression[];
  readonly terms: TermCounts;
  /** The class of each text. */
  readonly classes: Uint16Array;
  readonly postings: Postings;
  readonly weights: KeptWeights;
  /** The same for the steps that need a consultation, and none: their places in `kinds` are the classes. */
  readonly steps: { readonly kinds: readonly Step[]; readonly weights: KeptWeights };
}

/**
 * Learns from every known way of asking, and from the headings and sentences of the passages themselves. Takes some
 * twenty seconds with all that comes with Vigil; the same sources always give the same model.
 */
export function learnModel(
  edition: Edition,
  { phrasings, thesaurus, steps, consultations }: Knowledge,
): Model {
  const texts = [
    ...phrasings,
    ...edition.sections.flatMap(({ title, passages }) =>
      passages.flatMap(({ id, text }) =>
        [title, ...sentencesOf(text)].map(part => ({
          language: edition.language,
          text: part,
          meaning: { kind: 'passage', id } as const,
        })),
      ),
    ),
  ];
  const known = new Map<string, { readonly meaning: Meaning; readonly index: number }>();
  const classes = texts.map(({ meaning }) => {
    const key = Object.values(meaning).join(' ');
    const own = known.get(key) ?? { meaning, index: known.size };
    known.set(key, own);
    return own.index;
  });
  const meanings = [...known.values()].map(({ meaning }) => meaning);

  const vocabulary: Record<Language, Map<string, number>> = { en: new Map(), fr: new Map() };
  const expressions = expressionsOf(thesaurus);
  const termsOf = createTerms(expressions);
  const stems = new Map<string, string>();
  const takeTerms = (words: readonly string[], language: Language) =>
    withBeginnings(termsOf(words, language, stems), words);
  const taken = [...texts, ...steps].map(({ text, language }) => {
    const words = wordsOf(text);
    for (const word of words) vocabulary[language].set(word, (vocabulary[language].get(word) ?? 0) + 1);
    return takeTerms(words, language);
  });
  const terms = countTerms(taken);
  const vectorOf = createVectors(terms);
  const vectors = taken.slice(0, texts.length).map(vectorOf);
  const size = terms.terms.length;
  return {
    meanings,
    vocabulary,
    expressions,
    terms,
    classes: Uint16Array.from(classes),
    postings: postingsOf(vectors, size),
    weights: keepWeights(learnWeights(vectors, classes, meanings.length, size), meanings.length),
    steps: {
      kinds: stepKinds,
      weights: keepWeights(
        learnSteps(
          [...stepsOf(phrasings, consultations), ...steps],
          ({ text, language }) => vectorOf(takeTerms(wordsOf(text), language)),
          size,
        ),
        stepKinds.length,
      ),
    },
  };
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.;])\s+/u);
}
