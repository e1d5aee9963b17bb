import { createRandom } from './random.ts';
import type { Vector } from './vectors.ts';

/** How often every text is gone through, and how far one of them moves the weights; quality is flat around these. */
const rounds = 5;
const step = 0.5;
/** Keeps weights small that nothing needs. */
const decay = 1e-5;
/** Squared slopes start from here, so that the first texts do not throw everything about. */
const firstSlope = 1e-3;
/** A class that a text speaks for or against by less than this is left as it is: most are, and it saves the time. */
const tooLittle = 1e-3;

/** Weights of every term for every class, class by class within a term; the last row is what a class has by itself. */
export type Weights = Float32Array;

/**
 * Learns from texts of known classes how much each term speaks for each class: softmax regression, by stochastic gradient
 * descent with a rate of its own for each weight. The same texts always give the same weights.
 * Source of the rates: Duchi, Hazan and Singer, "Adaptive Subgradient Methods for Online Learning", JMLR 2011.
 *
 * @param size number of terms
 */
export function learnWeights(
  vectors: readonly Vector[],
  classes: readonly number[],
  classCount: number,
  size: number,
): Weights {
  const weights = new Float32Array((size + 1) * classCount);
  const slopes = new Float32Array(weights.length).fill(firstSlope);
  const order = vectors.map((_, text) => text);
  const random = createRandom();
  const errors = new Float64Array(classCount);

  const learn = (from: number, value: number, blamed: readonly number[]) => {
    for (const own of blamed) {
      const at = from + own;
      const weight = weights[at] as number;
      const slope = (errors[own] as number) * value + decay * weight;
      const slopeSquares = (slopes[at] as number) + slope * slope;
      slopes[at] = slopeSquares;
      weights[at] = weight - (step * slope) / Math.sqrt(slopeSquares);
    }
  };

  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const text of order) {
      const { terms, values } = vectors[text] as Vector;
      errors.set(likelihoodsOf(sumOfWeights(weights, { terms, values }, classCount)));
      const own = classes[text] as number;
      errors[own] = (errors[own] as number) - 1;
      const blamed: number[] = [];
      for (let index = 0; index < classCount; index += 1) {
        if (Math.abs(errors[index] as number) > tooLittle) blamed.push(index);
      }
      for (const [at, term] of terms.entries()) learn(term * classCount, values[at] as number, blamed);
      learn(size * classCount, 1, blamed);
    }
  }
  return weights;
}

/** Sums of weights as likelihoods of the classes, which add up to 1. */
export function likelihoodsOf(sums: Float64Array): Float64Array {
  const highest = sums.reduce((most, sum) => Math.max(most, sum), Number.NEGATIVE_INFINITY);
  const shares = sums.map(sum => Math.exp(sum - highest));
  const total = shares.reduce((all, share) => all + share, 0);
  return shares.map(share => share / total);
}

/** What the terms of a text say for each class, added up. */
export function sumOfWeights(weights: Weights, { terms, values }: Vector, classCount: number): Float64Array {
  const scores = Float64Array.from(weights.subarray(weights.length - classCount));
  for (let at = 0; at < terms.length; at += 1) {
    const from = (terms[at] as number) * classCount;
    const value = values[at] as number;
    for (let index = 0; index < classCount; index += 1) {
      scores[index] = (scores[index] as number) + value * (weights[from + index] as number);
    }
  }
  return scores;
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = order[last] as number;
    order[last] = order[other] as number;
    order[other] = held;
  }
}
