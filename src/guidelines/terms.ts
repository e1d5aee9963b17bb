import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as frenchStem } from '@orama/stemmers/french';
import { type Language, languages } from '../i18n/language.ts';
import type { Concept } from './knowledge.ts';

/** What a text is compared by, each with its weight: stems, concepts, pairs of stems and pieces of words. */
export type Terms = ReadonlyMap<string, number>;
export type TermsOf = (text: string, language: Language) => Terms;

/** A stem counts one; the weights of the rest beside it were chosen by cross-validation (docs/answers.md). */
const conceptWeight = 1.2;
const pairWeight = 0.3;
const pieceWeight = 0.35;
const pieceLength = 4;

/** True for a term that stands for two stems side by side. */
export const isPair = (term: string): boolean => term.startsWith('_');

const stemmers: Record<Language, (word: string) => string> = { en: englishStem, fr: frenchStem };

/** The words of a text in lower case without accents. French elisions ("l'asile") come apart; "don't" is "dont". */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/gu, "'")
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae')
    .replace(/\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\p{L})/gu, ' ')
    .replace(/'/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');
}

/** Makes the function that takes a text apart into its terms, with the concepts of a thesaurus. */
export function createTerms(thesaurus: readonly Concept[]): TermsOf {
  const stems: Record<Language, Map<string, string>> = { en: new Map(), fr: new Map() };
  const pieces = new Map<string, readonly string[]>();

  function stemOf(word: string, language: Language): string {
    let stem = stems[language].get(word);
    if (stem === undefined) {
      stem = word.length < 4 ? word : stemmers[language](word);
      stems[language].set(word, stem);
    }
    return stem;
  }

  function piecesOf(word: string): readonly string[] {
    let found = pieces.get(word);
    if (!found) {
      const framed = `^${word}$`;
      found = Array.from(
        { length: Math.max(framed.length - pieceLength + 1, 0) },
        (_, at) => `#${framed.slice(at, at + pieceLength)}`,
      );
      pieces.set(word, found);
    }
    return found;
  }

  const conceptsIn = createConcepts(thesaurus, (expression, language) =>
    wordsOf(expression).map(word => stemOf(word, language)),
  );

  return (text, language) => {
    const words = wordsOf(text);
    const stemmed = words.map(word => stemOf(word, language));
    const terms = new Map<string, number>();
    const add = (term: string, weight: number) => terms.set(term, (terms.get(term) ?? 0) + weight);
    for (const stem of stemmed) add(stem, 1);
    for (const concept of conceptsIn(stemmed, language)) add(concept, conceptWeight);
    for (let at = 1; at < stemmed.length; at += 1) add(`_${stemmed[at - 1]}_${stemmed[at]}`, pairWeight);
    for (const word of words) {
      if (word.length < pieceLength) continue;
      const own = piecesOf(word);
      for (const piece of own) add(piece, pieceWeight / Math.sqrt(own.length));
    }
    return terms;
  };
}

/** Finds the concepts that the stems of a text name, each once: `@detention` for "behind bars". */
function createConcepts(
  thesaurus: readonly Concept[],
  stemsOf: (expression: string, language: Language) => readonly string[],
) {
  type Expression = { readonly rest: readonly string[]; readonly concept: string };
  const byFirst: Record<Language, Map<string, Expression[]>> = { en: new Map(), fr: new Map() };
  for (const { concept, words } of thesaurus) {
    for (const language of languages) {
      for (const expression of words[language]) {
        const [first, ...rest] = stemsOf(expression, language);
        if (first === undefined) continue;
        const known = byFirst[language].get(first) ?? [];
        known.push({ rest, concept: `@${concept}` });
        byFirst[language].set(first, known);
      }
    }
  }
  return (stemmed: readonly string[], language: Language): ReadonlySet<string> => {
    const found = new Set<string>();
    for (const [at, first] of stemmed.entries()) {
      for (const { rest, concept } of byFirst[language].get(first) ?? []) {
        if (rest.every((stem, offset) => stemmed[at + 1 + offset] === stem)) found.add(concept);
      }
    }
    return found;
  };
}
