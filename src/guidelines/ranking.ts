import type { Rank, Ranking } from './answers.ts';
import { type Calibration, confidenceIn, readSignals } from './confidence.ts';
import type { Consultations } from './consultations.ts';
import type { Evidence } from './evidence.ts';
import { likeliestStep, readSteps } from './steps.ts';

/** At most this many passages are ranked; the rest are noise. */
const mostRanked = 12;

/**
 * Turns the evidence for each meaning into a ranking of passages, the confidence in the first of them, and the step that the
 * question most probably speaks of.
 */
export function createRanking(
  evidenceFor: (question: string) => Evidence,
  consultations: Consultations,
  { curve, steps }: Pick<Calibration, 'curve' | 'steps'>,
): Rank {
  return (question): Ranking => {
    const evidence = evidenceFor(question);
    const { scored, known } = evidence;
    const ranked = scored
      .flatMap(({ meaning, score, nearest }) =>
        meaning.kind === 'passage' && score > 0 ? [{ id: meaning.id, score, likeness: nearest }] : [],
      )
      .slice(0, mostRanked);
    const read = readSignals(question, evidence);
    const [first] = ranked;
    const [other] = scored.filter(({ meaning }) => meaning.kind !== 'passage');
    const confidence = read && first ? confidenceIn(read, curve) : 0;
    const meant = other && other.score > (first?.score ?? 0) ? other.meaning : undefined;
    return {
      passages: ranked,
      confidence,
      step: likeliestStep(readSteps(evidence, consultations), steps.curve),
      listMissing: meant?.kind === 'list-missing' ? meant.id : undefined,
      uncovered: meant?.kind === 'uncovered' ? meant.topic : undefined,
      smallTalk: meant?.kind === 'small-talk' && known > 0.5 ? meant.talk : undefined,
    };
  };
}
