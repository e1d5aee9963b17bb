import type { Rank, Ranking } from './answers.ts';
import type { Evidence } from './evidence.ts';
import type { Meaning } from './knowledge.ts';

/** From this confidence on a question counts as covered; where it lies is shown by the curve in docs/answers.md. */
export const barOfConfidence = 0.5;

/** Weights of the logistic curve from evidence to confidence, fitted on phrasings left out (docs/answers.md). */
const curve = { constant: -2.2, margin: 0.45, nearest: 4, known: 1.2 };

/** At most this many passages are ranked; the rest are noise. */
const mostRanked = 12;

/** Turns the evidence for each meaning into a ranking of passages and the confidence in the first of them. */
export function createRanking(evidenceFor: (question: string) => Evidence): Rank {
  return (question): Ranking => {
    const { scored, known } = evidenceFor(question);
    const passages = scored.filter(({ meaning }) => meaning.kind === 'passage');
    const [first] = passages;
    const [other] = scored.filter(({ meaning }) => meaning.kind !== 'passage');
    const ranked = passages
      .slice(0, mostRanked)
      .filter(({ score }) => score > 0)
      .map(({ meaning, score, nearest }) => ({
        id: (meaning as Extract<Meaning, { kind: 'passage' }>).id,
        score,
        likeness: nearest,
      }));
    if (!first || !other)
      return { passages: ranked, confidence: 0, listMissing: undefined, smallTalk: undefined };
    const confidence = logistic(
      curve.constant +
        curve.margin * (first.score - other.score) +
        curve.nearest * first.nearest +
        curve.known * known,
    );
    const meant = confidence < barOfConfidence && other.score > first.score ? other.meaning : undefined;
    return {
      passages: ranked,
      confidence,
      listMissing: meant?.kind === 'list-missing' ? meant.id : undefined,
      smallTalk: meant?.kind === 'small-talk' && known > 0.5 ? meant.talk : undefined,
    };
  };
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
