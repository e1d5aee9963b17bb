import type { IncomingMessage } from 'node:http';
import getRawBody from 'raw-body';

/** Teams' own activities stay far below this; a card may be 28 KB. */
const mostBytes = 256 * 1024;
/** How long a body may take, in milliseconds. */
const longestReading = 10_000;

export type Body =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly status: 400 | 408 | 413 | 415; readonly reason: string };

/**
 * Reads the JSON body of a request that a stranger may have sent: at most 256 KB, within 10 seconds, never compressed
 * (a small compressed body can unpack to any size).
 *
 * @param slowest milliseconds; tests shorten it
 */
export async function readBody(request: IncomingMessage, slowest = longestReading): Promise<Body> {
  if (request.headers['content-encoding']) {
    return { ok: false, status: 415, reason: 'a compressed body is not accepted' };
  }
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(request.headers['content-type'] ?? '')) {
    return { ok: false, status: 415, reason: 'the body must be application/json' };
  }
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>(resolve => {
    timer = setTimeout(resolve, slowest, 'late');
  });
  try {
    const reading = getRawBody(request, {
      length: request.headers['content-length'] ?? null,
      limit: mostBytes,
      encoding: 'utf8',
    });
    const text = await Promise.race([reading, late]);
    if (text === 'late') {
      reading.catch(() => undefined);
      return { ok: false, status: 408, reason: `the body took longer than ${slowest} ms` };
    }
    return { ok: true, json: JSON.parse(text) };
  } catch (cause) {
    if (cause instanceof SyntaxError) return { ok: false, status: 400, reason: 'the body is not JSON' };
    const tooLarge = (cause as { type?: string }).type === 'entity.too.large';
    return tooLarge
      ? { ok: false, status: 413, reason: `the body is larger than ${mostBytes} bytes` }
      : { ok: false, status: 400, reason: 'the body was cut short' };
  } finally {
    clearTimeout(timer);
  }
}
