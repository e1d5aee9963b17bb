import type { Weights } from './learn-weights.ts';
import type { Vector } from './vectors.ts';

/** Without weights below this many steps no figure changes, and six in seven need not be kept. */
const nextToNothing = 2.5;
/** Steps on either side of nothing. */
const mostSteps = 127;

/** Learnt weights as they stand in a file: in whole steps, and only those of a term that say anything of a class. */
export interface KeptWeights {
  /** Where those of each term begin. The last term stands for what a class has by itself, and the end is told too. */
  readonly starts: Uint32Array;
  readonly classes: Uint16Array;
  /** In steps. */
  readonly values: Int8Array;
  /** What a step is, in the size that was learnt. */
  readonly unit: number;
}

/** Keeps what `learnWeights` learnt, less what is next to nothing. */
export function keepWeights(weights: Weights, classCount: number): KeptWeights {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const unit = largest / mostSteps || 1;
  const rows = weights.length / classCount;
  const starts = new Uint32Array(rows + 1);
  const classes: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let index = 0; index < classCount; index += 1) {
      const weight = weights[row * classCount + index] as number;
      if (Math.abs(weight) < nextToNothing * unit) continue;
      classes.push(index);
      values.push(Math.round(weight / unit));
    }
    starts[row + 1] = classes.length;
  }
  return { starts, classes: Uint16Array.from(classes), values: Int8Array.from(values), unit };
}

/** What the terms of a text say for each class, added up, in the size that was learnt. */
export function sumOfKept(kept: KeptWeights, { terms, values }: Vector, classCount: number): Float64Array {
  const { starts, classes, values: steps, unit } = kept;
  const sums = new Float64Array(classCount);
  const add = (row: number, value: number) => {
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at += 1) {
      const index = classes[at] as number;
      sums[index] = (sums[index] as number) + value * (steps[at] as number);
    }
  };
  add(starts.length - 2, 1);
  for (let at = 0; at < terms.length; at += 1) add(terms[at] as number, values[at] as number);
  return sums.map(sum => sum * unit);
}
