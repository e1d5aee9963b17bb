import type { Language } from '../i18n/language.ts';
import type { Consultations, consultationKinds } from './consultations.ts';
import { type CurveOver, confidenceBy, logOdds } from './curve.ts';
import type { Evidence } from './evidence.ts';
import type { Meaning, Phrasing } from './knowledge.ts';

/** A step that needs a consultation with Headquarters, or none of them. */
export const noStep = 'none';
export type Step = (typeof consultationKinds)[number] | typeof noStep;

/** A text, and the step that it is known to speak of. */
export interface StepText {
  readonly language: Language;
  readonly text: string;
  readonly step: Step;
}

/** The step that whoever asks for something speaks of, as far as that can be told from what is asked for. */
export function stepOf(meaning: Meaning, consultations: Consultations): Step | undefined {
  if (meaning.kind !== 'passage') return noStep;
  if (consultations.sometimes.has(meaning.id)) return undefined;
  return consultations.of(meaning.id)?.kind ?? noStep;
}

/** Those ways of asking of which it can be told. */
export function stepsOf(phrasings: readonly Phrasing[], consultations: Consultations): StepText[] {
  return phrasings.flatMap(({ language, text, meaning }) => {
    const step = stepOf(meaning, consultations);
    return step ? [{ language, text, step }] : [];
  });
}

/**
 * What tells a question about such a step from one that only touches on its subject. Each counts as a number; the confidence
 * is a logistic curve over their weighted sum, the same for all steps.
 */
export const stepSignals = ['words', 'lead'] as const;
export type StepSignals = Readonly<Record<(typeof stepSignals)[number], number>>;
export type StepCurve = CurveOver<(typeof stepSignals)[number]>;

/** A step that a question may speak of. */
export interface PossibleStep {
  readonly kind: (typeof consultationKinds)[number];
  /** The likeliest of the passages whose subject calls for this consultation. */
  readonly passage: string;
  readonly signals: StepSignals;
}

/**
 * Reads from the evidence for a question how much speaks for each step: how likely its words make it, and how far the best of
 * the passages on it is ahead of all that have to do with no step.
 */
export function readSteps({ scored, steps }: Evidence, consultations: Consultations): PossibleStep[] {
  const passages = scored.flatMap(({ meaning, score }) =>
    meaning.kind === 'passage' ? [{ id: meaning.id, step: stepOf(meaning, consultations), score }] : [],
  );
  const otherwise = passages.find(({ step }) => step === noStep)?.score ?? 0;
  return [...steps].flatMap(([kind, likelihood]) => {
    const first = passages.find(({ step }) => step === kind);
    if (kind === noStep || !first) return [];
    return [
      {
        kind,
        passage: first.id,
        signals: {
          words: logOdds(likelihood),
          lead: first.score - otherwise,
        },
      },
    ];
  });
}

/** The step that a question most probably speaks of, and how sure that is, 0 to 1. */
export function likeliestStep(
  possible: readonly PossibleStep[],
  curve: StepCurve,
): (PossibleStep & { readonly confidence: number }) | undefined {
  const [first] = possible
    .map(step => ({ ...step, confidence: confidenceBy(stepSignals, step.signals, curve) }))
    .sort((a, b) => b.confidence - a.confidence);
  return first;
}
