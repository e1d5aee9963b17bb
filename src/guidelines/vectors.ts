import { isPair, type Terms } from './terms.ts';

/** A text as a vector of unit length over numbered terms; rare terms weigh more. */
export interface Vector {
  readonly terms: readonly number[];
  readonly values: readonly number[];
}

/** The terms that texts are compared by, numbered by their place, and how many texts there are. */
export interface TermCounts {
  readonly terms: readonly string[];
  /** In how many texts each term occurs. */
  readonly counts: readonly number[];
  readonly texts: number;
}

/**
 * Counts in how many texts each term occurs. A pair of words that only one text has can tell nothing of another; there are
 * more of these than of all other terms together, and they are left out.
 */
export function countTerms(texts: readonly Terms[]): TermCounts {
  const occurrences = new Map<string, number>();
  for (const text of texts) {
    for (const term of text.keys()) occurrences.set(term, (occurrences.get(term) ?? 0) + 1);
  }
  const kept = [...occurrences].filter(([term, count]) => count > 1 || !isPair(term));
  return {
    terms: kept.map(([term]) => term),
    counts: kept.map(([, count]) => count),
    texts: texts.length,
  };
}

/** Makes the function that turns a text into a vector by the counts of its terms. */
export function createVectors({ terms: known, counts, texts }: TermCounts) {
  // Fifty thousand terms: a list of pairs made for the map alone would cost the start more than the map.
  const numbers = new Map<string, number>();
  for (let number = 0; number < known.length; number += 1) numbers.set(known[number] as string, number);
  const rarityOf = (count: number) => Math.log(1 + texts / (count + 0.5));
  const unseen = rarityOf(0);

  /** Words that no text has still count in the length: a text of unknown words is like nothing. */
  return (text: Terms): Vector => {
    const terms: number[] = [];
    const values: number[] = [];
    let square = 0;
    for (const [term, weight] of text) {
      const number = numbers.get(term);
      if (number === undefined && isPair(term)) continue;
      const value = weight * (number === undefined ? unseen : rarityOf(counts[number] as number));
      square += value * value;
      if (number === undefined) continue;
      terms.push(number);
      values.push(value);
    }
    const length = Math.sqrt(square) || 1;
    return { terms, values: values.map(value => value / length) };
  };
}
