import type { Answers } from '../guidelines/answers.ts';

/** One answer as a scorer reads it; sections and passages stand best first. */
export interface ScoreRow {
  readonly id: string;
  readonly answered: boolean;
  readonly sections: readonly string[];
  /** Verbatim texts. */
  readonly passages: readonly string[];
  /** Kind of the consultation that the guidelines require. */
  readonly hq: string | null;
  /** Milliseconds that the answer took. */
  readonly ms: number;
}

/** Asks one question and writes down what a person would be shown. */
export function scoreRow(id: string, question: string, answers: Answers): ScoreRow {
  const start = performance.now();
  const answer = answers(question);
  const ms = Number((performance.now() - start).toFixed(3));
  if (answer.kind !== 'answered') return { id, answered: false, sections: [], passages: [], hq: null, ms };
  return {
    id,
    answered: true,
    sections: [...new Set(answer.citations.map(({ section }) => section.number))],
    passages: answer.citations.map(({ passage }) => passage.text),
    hq: answer.consultation?.kind ?? null,
    ms,
  };
}
