import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as frenchStem } from '@orama/stemmers/french';
import { type Language, languages } from '../i18n/language.ts';
import type { Concept } from './knowledge.ts';

/** What a text is compared by, each with its weight: stems, concepts and pairs of stems. */
export type Terms = ReadonlyMap<string, number>;
/**
 * @param words of a text, as `wordsOf` gives them
 * @param known stems found before, for whoever takes many texts apart; people's words are never kept there
 */
export type TermsOf = (words: readonly string[], language: Language, known?: Map<string, string>) => Terms;

/** A stem counts one; the weights of the rest beside it were chosen by cross-validation (docs/answers.md). */
const conceptWeight = 1.2;
const pairWeight = 0.3;
const beginningWeight = 0.5;
/** Words of one family mostly share so many letters, also where their stems differ: "emprisonne" and "emprisonnement". */
const beginningLength = 4;

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

/** A concept with the stems that name it. */
export interface Expression {
  readonly concept: string;
  readonly language: Language;
  readonly stems: readonly string[];
}

/** The expressions of a thesaurus, by their stems. */
export function expressionsOf(thesaurus: readonly Concept[]): Expression[] {
  return thesaurus.flatMap(({ concept, words }) =>
    languages.flatMap(language =>
      words[language]
        .map(expression => wordsOf(expression).map(word => stemOf(word, language)))
        .filter(stems => stems.length > 0)
        .map(stems => ({ concept, language, stems })),
    ),
  );
}

/** Makes the function that takes a text apart into its terms, with the concepts of a thesaurus. */
export function createTerms(expressions: readonly Expression[]): TermsOf {
  const conceptsIn = createConcepts(expressions);

  return (words, language, known) => {
    const stemmed = words.map(word => stemOf(word, language, known));
    const terms = new Map<string, number>();
    const add = (term: string, weight: number) => terms.set(term, (terms.get(term) ?? 0) + weight);
    for (const stem of stemmed) add(stem, 1);
    for (const concept of conceptsIn(stemmed, language)) add(concept, conceptWeight);
    for (let at = 1; at < stemmed.length; at += 1) add(`_${stemmed[at - 1]}_${stemmed[at]}`, pairWeight);
    return terms;
  };
}

function stemOf(word: string, language: Language, known?: Map<string, string>): string {
  if (word.length < 4) return word;
  const key = `${language} ${word}`;
  const stem = known?.get(key) ?? stemmers[language](word);
  known?.set(key, stem);
  return stem;
}

/** The same terms with the beginnings of the words: they join words of one family that stemming leaves apart. */
export function withBeginnings(terms: Terms, words: readonly string[]): Terms {
  const all = new Map(terms);
  for (const word of words) {
    if (word.length <= beginningLength) continue;
    const beginning = `^${word.slice(0, beginningLength)}`;
    all.set(beginning, (all.get(beginning) ?? 0) + beginningWeight);
  }
  return all;
}

/** Finds the concepts that the stems of a text name, each once: `@detention` for "behind bars". */
function createConcepts(expressions: readonly Expression[]) {
  const byFirst: Record<Language, Map<string, Expression[]>> = { en: new Map(), fr: new Map() };
  for (const expression of expressions) {
    const [first = ''] = expression.stems;
    const known = byFirst[expression.language].get(first) ?? [];
    known.push(expression);
    byFirst[expression.language].set(first, known);
  }
  return (stemmed: readonly string[], language: Language): ReadonlySet<string> => {
    const found = new Set<string>();
    for (const [at, first] of stemmed.entries()) {
      for (const { stems, concept } of byFirst[language].get(first) ?? []) {
        if (stems.every((stem, offset) => stemmed[at + offset] === stem)) found.add(`@${concept}`);
      }
    }
    return found;
  };
}
