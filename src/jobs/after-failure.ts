import { SendError } from './messenger.ts';

/** What becomes of a message that was not accepted. */
export type AfterFailure =
  | { readonly next: 'retry'; readonly inMilliseconds: number; readonly mayBeRepeated: boolean }
  | { readonly next: 'give-up'; readonly mayBeRepeated: boolean };

/** Pauses of 1, 2, 4, … seconds up to 10 minutes: twelve tries take about an hour. */
const firstPause = 1_000;
const longestPause = 10 * 60_000;
const tries = 12;
/** Who asks for more time than this gets the message again after an hour: an absurd time must not lose a reminder. */
export const longestAsked = 60 * 60_000;

/** Teams names 412, 429, 502 and 504; 401 passes when the credentials are renewed, 408 and 5xx by themselves. */
const passing = (status: number) => [401, 408, 412, 425, 429].includes(status) || status >= 500;
/** A gateway answered for a server that may have done the work. */
const unknown: ReadonlySet<number> = new Set([408, 502, 504]);

/**
 * Decides what follows a failed try. What no time can mend (the bot removed, the card refused) is given up at once.
 *
 * @param attempt how many tries there were, this one included
 * @param random 0 to 1, spreads the retries of many so that they do not come back together
 */
export function afterFailure(error: unknown, attempt: number, random: number): AfterFailure {
  const answer = error instanceof SendError ? error : undefined;
  const status = answer?.status;
  const mayBeRepeated = status === undefined || unknown.has(status);
  if (attempt >= tries || (status !== undefined && !passing(status)))
    return { next: 'give-up', mayBeRepeated };
  const pause = Math.min(longestPause, firstPause * 2 ** (attempt - 1)) * (0.5 + random / 2);
  return {
    next: 'retry',
    inMilliseconds: Math.round(Math.max(pause, Math.min(longestAsked, answer?.retryAfter ?? 0))),
    mayBeRepeated,
  };
}
