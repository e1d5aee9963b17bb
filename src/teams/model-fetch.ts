import { z } from 'zod';
import type { Log } from '../shared/log.ts';

export type Fetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

/** Four sentences need far less; whatever is longer is no answer to us. In bytes. */
const longestReply = 64 * 1024;

/** The one part of a chat completion that is read. Source: OpenAI, API reference, "The chat completion object". */
const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/**
 * A `fetch` for OpenAI's client that never fails: an endpoint that refuses, breaks off, says too much or says what is no
 * completion gives an empty one. Only the status goes to the log, for an error's words may repeat the question.
 *
 * @param signal ends the request
 */
export function createModelFetch(send: Fetch, signal: AbortSignal, log: Log): Fetch {
  return async (url, init) => {
    try {
      const response = await send(url, {
        method: 'POST',
        headers: new Headers(init?.headers),
        body: init?.body ?? null,
        redirect: 'error',
        signal,
      });
      if (!response.ok) {
        await response.body?.cancel();
        log.warn({ status: response.status }, 'the language model refused');
        return saying('');
      }
      const [choice] = completion.parse(JSON.parse(await readBounded(response))).choices;
      return saying(choice?.message.content ?? '');
    } catch (error) {
      log.warn({ reason: (error as Error).name }, 'the language model gave no answer');
      return saying('');
    }
  };
}

async function readBounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > longestReply) throw new RangeError('the reply is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function saying(content: string): Response {
  return Response.json({ choices: [{ index: 0, message: { role: 'assistant', content } }] });
}
