import { setTimeout as wait } from 'node:timers/promises';

/**
 * Statuses by which Teams says that it did not take a message and may be asked again.
 * Source: Microsoft, "Status codes from bot conversational APIs", retry guidance.
 */
const notTaken = [412, 429, 502, 503, 504];
const mostAttempts = 3;
/** The first pause before another attempt, in milliseconds; each further one is four times as long. */
const firstPause = 250;
/** Teams waits 15 seconds for a turn: a longer pause would only bring the same activity again. */
const longestPause = 5_000;
/** How long one attempt may take, in milliseconds; the SDK alone would wait for ever. */
const longestAttempt = 10_000;

/** The parts of the SDK's requests and answers that count here. */
export interface SendRequest {
  timeout: number;
}
export interface SendResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | undefined };
}

const name = 'vigilSendPolicy';

/**
 * How the bot's own requests to Teams are sent: again when Teams says that it did not take them, never when the answer
 * is lost. The SDK's own policy posts once more after a reset, and so a message twice.
 *
 * @param pause waits so many milliseconds; tests only note it
 * @param attempts how often a request is sent at most
 */
export function createSendPolicy(
  pause: (milliseconds: number) => Promise<unknown> = wait,
  attempts = mostAttempts,
) {
  return {
    name,
    async sendRequest<Request extends SendRequest, Response extends SendResponse>(
      request: Request,
      next: (request: Request) => Promise<Response>,
    ): Promise<Response> {
      request.timeout = longestAttempt;
      for (let attempt = 1; ; attempt += 1) {
        const response = await next(request);
        const length = pauseBefore(response, attempt);
        if (!notTaken.includes(response.status) || attempt === attempts || length > longestPause) {
          return response;
        }
        await pause(length);
      }
    },
  };
}
export type SendPolicy = ReturnType<typeof createSendPolicy>;

interface Pipeline {
  removePolicy(options: { name: string }): readonly object[];
  addPolicy(policy: SendPolicy, options: { phase: 'Retry' }): void;
}

/** Has a connector of the SDK send by a policy. The SDK takes a `noRetryPolicy` and passes it on to nobody; only its pipeline can be told. */
export function sendBy(policy: SendPolicy, connector: object): void {
  const { pipeline } = (connector as { client: { pipeline: Pipeline } }).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.removePolicy({ name });
  pipeline.addPolicy(policy, { phase: 'Retry' });
}

/** What Teams asks for, else longer each time, and never the same for two bots that failed together. */
function pauseBefore({ headers }: SendResponse, attempt: number): number {
  return retryAfterIn(headers) ?? firstPause * 4 ** (attempt - 1) * (0.5 + Math.random());
}

/**
 * The milliseconds that an answer asks to wait: it names seconds or an instant. Undefined where it says neither.
 * Source: RFC 9110, section 10.2.3.
 */
export function retryAfterIn(headers: SendResponse['headers'], now = Date.now()): number | undefined {
  const asked = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(asked)) return Number(asked) * 1_000;
  // An instant begins with the day of the week; Date.parse would take much else for one.
  const instant = /^[A-Z][a-z]+, /.test(asked) ? Date.parse(asked) : Number.NaN;
  return Number.isNaN(instant) ? undefined : Math.max(0, instant - now);
}
