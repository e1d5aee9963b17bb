import type { Terms } from './terms.ts';

/** A text as a vector of unit length over numbered terms; rare terms weigh more. */
export interface Vector {
  readonly terms: readonly number[];
  readonly values: readonly number[];
}

/** Counts in how many texts each term occurs, and turns texts into vectors by it. */
export function createVectors(texts: readonly Terms[]) {
  const numbers = new Map<string, number>();
  const occurrences: number[] = [];
  for (const text of texts) {
    for (const term of text.keys()) {
      const number = numbers.get(term) ?? numbers.size;
      numbers.set(term, number);
      occurrences[number] = (occurrences[number] ?? 0) + 1;
    }
  }
  const rarity = (count: number) => Math.log(1 + texts.length / (count + 0.5));

  /** Terms that no text has still count in the length: a text of unknown words is like nothing. */
  const vectorOf = (text: Terms): Vector => {
    const terms: number[] = [];
    const values: number[] = [];
    let square = 0;
    for (const [term, weight] of text) {
      const number = numbers.get(term);
      const value = weight * rarity(number === undefined ? 0 : (occurrences[number] ?? 0));
      square += value * value;
      if (number === undefined) continue;
      terms.push(number);
      values.push(value);
    }
    const length = Math.sqrt(square) || 1;
    return { terms, values: values.map(value => value / length) };
  };
  return { vectorOf, size: numbers.size };
}
