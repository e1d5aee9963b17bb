import { consultationKinds } from './consultations.ts';
import { learnWeights, type Weights } from './learn-weights.ts';
import { createRandom } from './random.ts';
import { noStep, type Step, type StepText } from './steps.ts';
import type { Vector } from './vectors.ts';

/** The classes of the weights, in this order. */
export const stepKinds: readonly Step[] = [noStep, ...consultationKinds];

/** As many messages of two things are made up of each sort: a step beside something else, and two other things. */
const madeUp = 3000;

/**
 * Learns how much each term speaks for each step that needs a consultation. Officials often tell of two things at once ("We
 * go to the reception, and then we tweet"), and the step is to be heard beside the other: so texts are also put together by
 * twos, always the same ones.
 *
 * @param size number of terms
 */
export function learnSteps(
  texts: readonly StepText[],
  vectorOf: (text: StepText) => Vector,
  size: number,
): Weights {
  const learnt = [...texts, ...twoInOne(texts)];
  return learnWeights(
    learnt.map(vectorOf),
    learnt.map(({ step }) => stepKinds.indexOf(step)),
    stepKinds.length,
    size,
  );
}

function twoInOne(texts: readonly StepText[]): StepText[] {
  const random = createRandom();
  const groups = [...Map.groupBy(texts, ({ language }) => language).entries()].map(([language, own]) => ({
    language,
    idle: own.filter(({ step }) => step === noStep),
    steps: own.filter(({ step }) => step !== noStep),
  }));
  return groups.flatMap(({ language, idle, steps }) => {
    const one = (from: readonly StepText[]) => from[Math.floor(random() * from.length)];
    return Array.from({ length: madeUp / groups.length }, (_, index): StepText[] => {
      const [step, other, another] = [one(steps), one(idle), one(idle)];
      if (!step || !other || !another) return [];
      const both = index % 2 === 0 ? [step, other] : [other, step];
      return [
        { language, text: both.map(({ text }) => text).join(' '), step: step.step },
        { language, text: `${other.text} ${another.text}`, step: noStep },
      ];
    }).flat();
  });
}
