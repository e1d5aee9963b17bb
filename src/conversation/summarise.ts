import type { Citation } from '../guidelines/answers.ts';
import type { Edition } from '../guidelines/edition.ts';
import { type Statement, summaryPrompt, verifySummary } from '../guidelines/summary.ts';
import { loadOnUse } from '../shared/load-on-use.ts';
import type { LanguageModel } from './ports.ts';

/** Few bots have a model. */
const loadCockatiel = loadOnUse<typeof import('cockatiel')>('cockatiel');

/** How long a person waits for a model before they read the passages alone, in milliseconds. */
const patience = 8_000;
/** After so many failures in a row the model is left alone for so long, in milliseconds. */
const failuresInRow = 3;
const rest = 60_000;

/** What became of asking the model; counted, and nothing of it kept. */
export type SummaryOutcome = 'shown' | 'nothing-held' | 'failed' | 'resting';

/**
 * Has a language model introduce the passages of an answer. Only the question and the passages go to it; only what they
 * bear out comes back. A model that is slow, fails or lies leaves the answer as it is without one.
 *
 * @param wait how long to wait, in milliseconds
 * @returns gives the checked statements, none where there are none; it never throws
 */
export function createSummarise(
  model: LanguageModel,
  count: (outcome: SummaryOutcome) => void,
  wait = patience,
) {
  const {
    BrokenCircuitError,
    ConsecutiveBreaker,
    circuitBreaker,
    handleAll,
    TimeoutStrategy,
    timeout,
    wrap,
  } = loadCockatiel();
  const guard = wrap(
    circuitBreaker(handleAll, { halfOpenAfter: rest, breaker: new ConsecutiveBreaker(failuresInRow) }),
    timeout(wait, TimeoutStrategy.Aggressive),
  );
  return async (
    question: string,
    citations: readonly Citation[],
    edition: Edition,
  ): Promise<readonly Statement[]> => {
    try {
      const reply = await guard.execute(({ signal }) =>
        model.complete(summaryPrompt(question, citations), signal),
      );
      const statements = verifySummary(reply, citations, edition.language);
      count(statements.length > 0 ? 'shown' : 'nothing-held');
      return statements;
    } catch (error) {
      count(error instanceof BrokenCircuitError ? 'resting' : 'failed');
      return [];
    }
  };
}
export type Summarise = ReturnType<typeof createSummarise>;
