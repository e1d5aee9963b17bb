import { type DestinationStream, pino } from 'pino';

/** Structured log lines. Nothing that a person wrote, no name and no token belongs in one. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * Writes JSON lines. Errors are logged under `error`, with type, message, code, stack and causes.
 *
 * @param output standard output unless another is given
 */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error', output?: DestinationStream): Log {
  const options = {
    level,
    base: undefined,
    serializers: { error: (error: unknown) => told(error) },
    redact: { paths: ['authorization', '*.authorization', '*.headers'], censor: '[redacted]' },
  };
  return output ? pino(options, output) : pino(options);
}

/** Causes that are told of, one behind the other: an error can be its own cause. */
const mostCauses = 5;

/** Of an error no more than this: libraries hang requests, answers and rows on theirs, with names and tokens in them. */
function told(error: unknown, causes = mostCauses): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, statusCode, cause } = error as { code?: unknown; statusCode?: unknown; cause?: unknown };
  const several = error instanceof AggregateError ? error.errors : [];
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof statusCode === 'number' ? { statusCode } : {}),
    ...(cause !== undefined && causes > 0 ? { cause: told(cause, causes - 1) } : {}),
    ...(several.length > 0 && causes > 0 ? { errors: several.map(one => told(one, causes - 1)) } : {}),
  };
}
