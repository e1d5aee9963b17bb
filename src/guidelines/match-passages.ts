import type { Language } from '../i18n/language.ts';
import type { Edition, Passage } from './edition.ts';
import type { Concept, Phrasing } from './knowledge.ts';
import { createTerms, expressionsOf, wordsOf } from './terms.ts';
import { countTerms, createVectors, type Vector } from './vectors.ts';

/** A passage of one edition and the passage of another that took its place. */
export interface Match {
  readonly from: Passage;
  readonly to: Passage;
  /** How much of the words, or between languages of the subjects, they have in common, 0 to 1. */
  readonly likeness: number;
  readonly sameWords: boolean;
}

/** What helps to compare texts of two languages: subjects by their names in both, and the ways to ask for a passage. */
export interface Helps {
  readonly thesaurus: readonly Concept[];
  readonly phrasings: readonly Phrasing[];
}

/**
 * What two passages in one place have for it. In one language words tell more than places; between two languages words
 * tell little, and translators keep the order.
 */
const forPlace = { sameLanguage: 0.1, otherLanguage: 0.5 };
/** Pairs that score less have nothing to do with each other. */
const least = { sameLanguage: 0.45, otherLanguage: 0.4 };

/** How alike any two passages of two editions are, 0 to 1. */
export type Likeness = (from: Passage, to: Passage) => number;

/** So many of the ways to ask for a passage, those nearest to a text, say how near the two are. */
const nearestWays = 5;

/** Prepares the comparison of two editions. */
export function createLikeness(from: Edition, to: Edition, { thesaurus, phrasings }: Helps): Likeness {
  const termsOf = createTerms(expressionsOf(thesaurus));
  const take = (text: string, language: Language) => termsOf(wordsOf(text), language);
  // Between languages, the ways to ask for a passage in the other language stand in for its translation.
  const bridges = phrasings.filter(
    ({ language, meaning }) =>
      from.language !== to.language && language === to.language && meaning.kind === 'passage',
  );
  const taken = {
    from: from.passages.map(({ text }) => take(text, from.language)),
    to: to.passages.map(({ text }) => take(text, to.language)),
    bridges: bridges.map(({ text }) => take(text, to.language)),
  };
  const vectorOf = createVectors(countTerms([...taken.from, ...taken.to, ...taken.bridges]));
  const vectors = {
    from: new Map(from.passages.map(({ id }, at) => [id, sparse(vectorOf(taken.from[at] ?? new Map()))])),
    to: new Map(to.passages.map(({ id }, at) => [id, sparse(vectorOf(taken.to[at] ?? new Map()))])),
  };
  const ways = Map.groupBy(
    bridges.map(({ meaning }, at) => ({ meaning, vector: sparse(vectorOf(taken.bridges[at] ?? new Map())) })),
    ({ meaning }) => (meaning.kind === 'passage' ? meaning.id : ''),
  );
  return (one, other) => {
    if (sameWords(one, other)) return 1;
    const [left, right] = [vectors.from.get(one.id), vectors.to.get(other.id)];
    if (!left || !right) return 0;
    const nearest = (ways.get(one.id) ?? [])
      .map(({ vector }) => cosineOf(vector, right))
      .sort((a, b) => b - a)
      .slice(0, nearestWays);
    return Math.min(cosineOf(left, right) + mean(nearest), 1);
  };
}

type Sparse = ReadonlyMap<number, number>;

function sparse({ terms, values }: Vector): Sparse {
  return new Map(terms.map((term, at) => [term, values[at] as number]));
}

function cosineOf(left: Sparse, right: Sparse): number {
  let cosine = 0;
  for (const [term, value] of left) cosine += value * (right.get(term) ?? 0);
  return cosine;
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/**
 * Finds for each passage of an edition the one that took its place in another: the likest pairs first, each passage in one
 * pair at most. Passages without a fitting partner are in none.
 */
export function matchPassages(from: Edition, to: Edition, likeness: Likeness): Match[] {
  const language = from.language === to.language ? 'sameLanguage' : 'otherLanguage';
  const pairs = from.passages.flatMap(one =>
    to.passages.map(other => {
      const alike = likeness(one, other);
      return { one, other, alike, score: alike + forPlace[language] * closeness(one, other, from, to) };
    }),
  );
  const taken = new Set<Passage>();
  const matches: Match[] = [];
  for (const { one, other, alike, score } of pairs.sort((a, b) => b.score - a.score)) {
    if (score < least[language]) break;
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    matches.push({ from: one, to: other, likeness: alike, sameWords: sameWords(one, other) });
  }
  const order = new Map(to.passages.map((passage, at) => [passage, at]));
  return matches.sort((a, b) => (order.get(a.to) ?? 0) - (order.get(b.to) ?? 0));
}

/** 1 for the same place in sections of the same length, less in the same section, 0 elsewhere. */
function closeness(one: Passage, other: Passage, from: Edition, to: Edition): number {
  if (one.section !== other.section) return 0;
  const length = (edition: Edition) =>
    edition.passages.filter(({ section }) => section === one.section).length;
  const [left, right] = [length(from), length(to)];
  if (left === right) return one.ordinal === other.ordinal ? 1 : 0.2;
  return 0.8 - 0.5 * Math.abs(one.ordinal / left - other.ordinal / right);
}

function sameWords(one: Passage, other: Passage): boolean {
  return wordsAlone(one.text) === wordsAlone(other.text);
}

/** White space and the shape of quotation marks are no change of words. */
const wordsAlone = (text: string) =>
  text.replace(/\s+/gu, ' ').replace(/[’‘]/gu, "'").replace(/[“”]/gu, '"').trim();
