import type { Vector } from './vectors.ts';

/** How much the second, third and fourth nearest text of a class add to the nearest. */
const shares = [1, 0.6, 0.4, 0.2];
/** Values of vectors lie between 0 and 1 and are kept as eight bits. */
const wholeValue = 255;

/** For each term the texts that have it: those of term `t` stand from `starts[t]` to `starts[t + 1]`. */
export interface Postings {
  readonly starts: Uint32Array;
  readonly texts: Uint16Array;
  /** What the term counts in the text, in parts of 255. */
  readonly values: Uint8Array;
}

/** Lists the texts of each term. @param size number of terms */
export function postingsOf(vectors: readonly Vector[], size: number): Postings {
  const starts = new Uint32Array(size + 1);
  for (const { terms } of vectors) {
    for (const term of terms) starts[term + 1] = (starts[term + 1] as number) + 1;
  }
  for (let term = 0; term < size; term += 1) {
    starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
  }
  const free = Uint32Array.from(starts);
  const texts = new Uint16Array(starts[size] as number);
  const values = new Uint8Array(texts.length);
  for (const [text, { terms, values: own }] of vectors.entries()) {
    for (const [at, term] of terms.entries()) {
      const place = free[term] as number;
      free[term] = place + 1;
      texts[place] = text;
      values[place] = Math.round((own[at] as number) * wholeValue);
    }
  }
  return { starts, texts, values };
}

/**
 * Scores classes by the cosine of a question with the nearest texts of each class: it finds the one phrasing that says
 * just this.
 *
 * @param classes the class of each text
 */
export function createNearestTexts(
  { starts, texts, values: held }: Postings,
  classes: Uint16Array,
  classCount: number,
) {
  // One for all questions: a fresh one for each would be a fifth of a megabyte of rubbish.
  const cosines = new Float64Array(classes.length);
  return ({ terms, values }: Vector): { scores: Float64Array; nearest: Float64Array } => {
    cosines.fill(0);
    for (let at = 0; at < terms.length; at += 1) {
      const term = terms[at] as number;
      const value = (values[at] as number) / wholeValue;
      const end = starts[term + 1] as number;
      for (let place = starts[term] as number; place < end; place += 1) {
        const text = texts[place] as number;
        cosines[text] = (cosines[text] as number) + value * (held[place] as number);
      }
    }
    // The four nearest of each class, best first.
    const best = new Float64Array(classCount * shares.length);
    for (let text = 0; text < cosines.length; text += 1) {
      let cosine = cosines[text] as number;
      if (cosine === 0) continue;
      const from = (classes[text] as number) * shares.length;
      for (let place = from; place < from + shares.length; place += 1) {
        const other = best[place] as number;
        if (cosine <= other) continue;
        best[place] = cosine;
        cosine = other;
      }
    }
    const scores = new Float64Array(classCount);
    const nearest = new Float64Array(classCount);
    for (let index = 0; index < classCount; index += 1) {
      const from = index * shares.length;
      nearest[index] = best[from] as number;
      scores[index] = shares.reduce((sum, share, place) => sum + share * (best[from + place] as number), 0);
    }
    return { scores, nearest };
  };
}
