import { pino } from 'pino';

/** Structured log lines. Nothing that a person wrote, no name and no token belongs in one. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Writes JSON lines to standard output. Errors are logged under `error`, with type, message and stack. */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error'): Log {
  return pino({
    level,
    base: undefined,
    serializers: { error: pino.stdSerializers.errWithCause },
    redact: { paths: ['authorization', '*.authorization', '*.headers'], censor: '[redacted]' },
  });
}
