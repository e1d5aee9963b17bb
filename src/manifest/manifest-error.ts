import { OperatorError } from '../shared/operator-error.ts';

export class ManifestError extends OperatorError {
  readonly problems: readonly string[];
  /** @param problems one sentence each, for the operator; all that were found */
  constructor(problems: readonly string[]) {
    super(`The Teams package cannot be made:\n${problems.map(problem => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}
