/**
 * Something the operator can mend: said to them in full, without a stack. Everything else that is thrown is a fault of
 * ours.
 */
export class OperatorError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Ends a command with what went wrong: the message alone where the operator can mend it, else with the stack. */
export function reportFailure(error: unknown): void {
  const text =
    error instanceof OperatorError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
