import {
  likeliestStep,
  noStep,
  type PossibleStep,
  type Step,
  type StepCurve,
  stepSignals,
} from '../../src/guidelines/steps.ts';
import { fitCurve } from './fit-curve.ts';

/** A text that the search had not learnt, what speaks for each step in it, and the one that it is known to speak of. */
export interface StepReading {
  readonly possible: readonly PossibleStep[];
  readonly step: Step;
  /** A way of asking for a passage, or a line of `steps.yaml`, most of which are near misses and far from ordinary. */
  readonly source: 'phrasings' | 'lines';
}

/** Of the phrasings that ask for other things, no more than so many may be taken for a step. */
const alarmedAtMost = 0.07;

/**
 * Fits the curve of the steps that need a consultation on texts left out (a row for each step that a text may speak of, and
 * whether it does), and chooses the lowest bar, in hundredths, at which few enough phrasings of other passages are taken for
 * one.
 */
export function calibrateSteps(readings: readonly StepReading[]): {
  readonly curve: StepCurve;
  readonly bar: number;
  readonly report: readonly string[];
} {
  const curve = fitCurve(
    stepSignals,
    readings.flatMap(({ possible, step }) =>
      possible.map(({ kind, signals }) => ({ x: signals, y: kind === step ? 1 : 0 })),
    ),
  );
  const found = readings.map(({ possible, step, source }) => {
    const first = likeliestStep(possible, curve);
    return { step, source, confidence: first?.confidence ?? 0, right: first?.kind === step };
  });
  const share = (group: typeof found, counts: (one: (typeof found)[number]) => boolean) =>
    (group.filter(counts).length / group.length).toFixed(3);
  const alarms = found
    .filter(({ step, source }) => step === noStep && source === 'phrasings')
    .map(({ confidence }) => confidence)
    .sort((a, b) => b - a);
  const bar = Math.ceil((alarms[Math.floor(alarms.length * alarmedAtMost)] ?? 1) * 100) / 100;
  const report = (['phrasings', 'lines'] as const).map(source => {
    const own = found.filter(one => one.source === source);
    const named = share(
      own.filter(({ step }) => step !== noStep),
      ({ confidence, right }) => right && confidence >= bar,
    );
    const alarmed = share(
      own.filter(({ step }) => step === noStep),
      ({ confidence }) => confidence >= bar,
    );
    return `left out, steps in ${source}: named ${named}, false alarms ${alarmed}`;
  });
  return { curve, bar, report };
}
