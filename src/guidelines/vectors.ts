import { isPair, type Terms } from './terms.ts';

/** A text as a vector of unit length over numbered terms; rare terms weigh more. */
export interface Vector {
  readonly terms: readonly number[];
  readonly values: readonly number[];
}

/**
 * Counts in how many texts each term occurs, and turns texts into vectors by it. A pair of words that only one text has
 * can tell nothing of another; there are more of these than of all other terms together, and they are left out.
 */
export function createVectors(texts: readonly Terms[]) {
  const occurrences = new Map<string, number>();
  for (const text of texts) {
    for (const term of text.keys()) occurrences.set(term, (occurrences.get(term) ?? 0) + 1);
  }
  const numbers = new Map<string, { readonly number: number; readonly rarity: number }>();
  const rarityOf = (count: number) => Math.log(1 + texts.length / (count + 0.5));
  for (const [term, count] of occurrences) {
    if (count > 1 || !isPair(term)) numbers.set(term, { number: numbers.size, rarity: rarityOf(count) });
  }
  const unseen = rarityOf(0);

  /** Words that no text has still count in the length: a text of unknown words is like nothing. */
  const vectorOf = (text: Terms): Vector => {
    const terms: number[] = [];
    const values: number[] = [];
    let square = 0;
    for (const [term, weight] of text) {
      const known = numbers.get(term);
      if (!known && isPair(term)) continue;
      const value = weight * (known?.rarity ?? unseen);
      square += value * value;
      if (!known) continue;
      terms.push(known.number);
      values.push(value);
    }
    const length = Math.sqrt(square) || 1;
    return { terms, values: values.map(value => value / length) };
  };
  return { vectorOf, size: numbers.size };
}
