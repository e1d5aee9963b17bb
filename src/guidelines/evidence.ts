import { sumOfKept } from './kept-weights.ts';
import type { Meaning } from './knowledge.ts';
import { likelihoodsOf } from './learn-weights.ts';
import type { Model } from './model.ts';
import { createNearestTexts } from './nearest-texts.ts';
import type { Step } from './steps.ts';
import { createTerms, withBeginnings } from './terms.ts';
import { createVectors, type Vector } from './vectors.ts';
import { createWording } from './wording.ts';

/** How much the nearest phrasings count beside the learnt weights; chosen by cross-validation (docs/answers.md). */
const usualShares = { learnt: 1, nearest: 0.4 };

/** What a ranking knows of one question before it is made a Ranking; calibration is fitted on it. */
export interface Evidence {
  /** Meanings with their scores, best first. */
  readonly scored: readonly ScoredMeaning[];
  /** Share of the question's words that are known, 0 to 1. */
  readonly known: number;
  readonly words: { readonly count: number; readonly strangers: number };
  /** How likely the words make each step that needs a consultation, and none; these add up to 1. */
  readonly steps: ReadonlyMap<Step, number>;
}

export interface ScoredMeaning {
  readonly meaning: Meaning;
  readonly score: number;
  /** Likeness to the nearest known way of asking, 0 to 1. */
  readonly nearest: number;
  /** How likely this is what is meant, by the learnt weights; those of all meanings add up to 1. */
  readonly likelihood: number;
}

/**
 * Makes the function that weighs a question: the evidence for each meaning.
 *
 * @param shares what the learnt weights and the nearest phrasings count; other than usual only to measure what each is worth
 */
export function createEvidence(model: Model, shares = usualShares) {
  const { meanings } = model;
  const termsOf = createTerms(model.expressions);
  const readWording = createWording(model.vocabulary);
  const vectorOf = createVectors(model.terms);
  const byNearest = createNearestTexts(model.postings, model.classes, meanings.length);

  const stepsIn = (vector: Vector): Map<Step, number> => {
    const { kinds, weights } = model.steps;
    const likelihoods = likelihoodsOf(sumOfKept(weights, vector, kinds.length));
    return new Map(kinds.map((kind, index) => [kind, likelihoods[index] as number]));
  };

  return (question: string): Evidence => {
    const wording = readWording(question);
    const vector = vectorOf(withBeginnings(termsOf(wording.words, wording.language), wording.words));
    const words = { count: wording.words.length, strangers: wording.strangers };
    if (vector.terms.length === 0) return { scored: [], known: 0, words, steps: new Map() };
    const learnt = sumOfKept(model.weights, vector, meanings.length);
    const likelihoods = likelihoodsOf(learnt);
    const { scores: near, nearest } = byNearest(vector);
    const [first, second] = [standardised(learnt), standardised(near)];
    const scored = meanings
      .map((meaning, index) => ({
        meaning,
        score: shares.learnt * (first[index] as number) + shares.nearest * (second[index] as number),
        nearest: nearest[index] as number,
        likelihood: likelihoods[index] as number,
      }))
      .sort((a, b) => b.score - a.score);
    return { scored, known: wording.known, words, steps: stepsIn(vector) };
  };
}

/** Scores become comparable: how many standard deviations above the mean of all meanings. */
function standardised(scores: Float64Array): Float64Array {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const deviation =
    Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length) || 1;
  return scores.map(score => (score - mean) / deviation);
}
