import type { Vector } from './vectors.ts';

/** How much the second, third and fourth nearest text of a class add to the nearest. */
const shares = [1, 0.6, 0.4, 0.2];

/**
 * Scores classes by the cosine of a question with the nearest texts of each class: it finds the one phrasing that says
 * just this.
 */
export function createNearestTexts(
  vectors: readonly Vector[],
  classes: readonly number[],
  classCount: number,
  size: number,
) {
  const postings: { readonly texts: number[]; readonly values: number[] }[] = Array.from(
    { length: size },
    () => ({
      texts: [],
      values: [],
    }),
  );
  for (const [text, { terms, values }] of vectors.entries()) {
    for (const [at, term] of terms.entries()) {
      postings[term]?.texts.push(text);
      postings[term]?.values.push(values[at] ?? 0);
    }
  }

  return ({ terms, values }: Vector): { scores: Float64Array; nearest: Float64Array } => {
    const cosines = new Float64Array(vectors.length);
    for (const [at, term] of terms.entries()) {
      const value = values[at] ?? 0;
      const { texts, values: weights } = postings[term] ?? { texts: [], values: [] };
      for (let i = 0; i < texts.length; i += 1) {
        const text = texts[i] as number;
        cosines[text] = (cosines[text] as number) + value * (weights[i] as number);
      }
    }
    // The four nearest of each class, best first.
    const best = new Float64Array(classCount * shares.length);
    for (let text = 0; text < cosines.length; text += 1) {
      let cosine = cosines[text] as number;
      if (cosine === 0) continue;
      const from = (classes[text] as number) * shares.length;
      for (let place = from; place < from + shares.length; place += 1) {
        const held = best[place] as number;
        if (cosine <= held) continue;
        best[place] = cosine;
        cosine = held;
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
