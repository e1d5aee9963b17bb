import type { Vector } from './vectors.ts';

/** How much a term counts in every class without having been seen in it. */
const smoothing = 1;

/**
 * Scores classes by what each term of a question says for or against them, learnt from all their texts together: it
 * understands a question that no single phrasing resembles. Complement naive Bayes with weight normalisation.
 * Source: Rennie, Shih, Teevan and Karger, "Tackling the Poor Assumptions of Naive Bayes Text Classifiers", ICML 2003.
 */
export function createTermWeights(
  vectors: readonly Vector[],
  classes: readonly number[],
  classCount: number,
  size: number,
) {
  // First the sum of each term in each class, then, in the same place, its weight.
  const weights = new Float32Array(size * classCount);
  const ofClass = new Float64Array(classCount);
  const ofTerm = new Float64Array(size);
  let all = 0;
  for (const [text, { terms, values }] of vectors.entries()) {
    const own = classes[text] as number;
    for (const [at, term] of terms.entries()) {
      const value = values[at] as number;
      const place = term * classCount + own;
      weights[place] = (weights[place] as number) + value;
      ofClass[own] = (ofClass[own] as number) + value;
      ofTerm[term] = (ofTerm[term] as number) + value;
      all += value;
    }
  }
  const others = ofClass.map(own => Math.log(all - own + smoothing * size));
  const lengths = new Float64Array(classCount);
  for (let term = 0; term < size; term += 1) {
    const total = ofTerm[term] as number;
    const unseen = Math.log(total + smoothing);
    for (let own = 0; own < classCount; own += 1) {
      const place = term * classCount + own;
      const seen = weights[place] as number;
      const elsewhere = seen === 0 ? unseen : Math.log(Math.max(total - seen, 0) + smoothing);
      const weight = (others[own] as number) - elsewhere;
      weights[place] = weight;
      lengths[own] = (lengths[own] as number) + Math.abs(weight);
    }
  }

  return ({ terms, values }: Vector): Float64Array => {
    const scores = new Float64Array(classCount);
    for (const [at, term] of terms.entries()) {
      const value = values[at] as number;
      const from = term * classCount;
      for (let own = 0; own < classCount; own += 1) {
        scores[own] = (scores[own] as number) + value * (weights[from + own] as number);
      }
    }
    return scores.map((score, own) => (score * size) / (lengths[own] || 1));
  };
}
