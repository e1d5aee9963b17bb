import { Writable } from 'node:stream';
import { createLog, type Log } from '../../src/shared/log.ts';

/** Keeps every line as the real log would write it. */
export interface RecordingLog extends Log {
  readonly lines: readonly string[];
}

export function createRecordingLog(): RecordingLog {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const log = createLog('debug', stream);
  return {
    lines,
    debug: (fields, message) => log.debug(fields, message),
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  };
}
