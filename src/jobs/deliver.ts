import { setImmediate as answersIn, setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Log } from '../shared/log.ts';
import { afterFailure } from './after-failure.ts';
import type { Job } from './job.ts';
import { type Messenger, type OutboxMessage, type Posting, SendError } from './messenger.ts';
import { createWidth, type Width } from './width.ts';

/** Says that the outbox has something to send; queued in the transaction that puts it there, and for each retry. */
export const deliverJob: Job<Record<string, never>> = { name: 'deliver', data: z.object({}) };

/** A claimed message; `claim` is the outbox's own word for it. */
export type ClaimedMessage = OutboxMessage & { readonly claim: string };

/** What happened to a claimed message. */
export type DeliveryResult = { readonly claim: string } & (
  | ({ readonly outcome: 'sent' } & Posting)
  | { readonly outcome: 'retry'; readonly at: Date; readonly error: string; readonly mayBeRepeated: boolean }
  | { readonly outcome: 'dead'; readonly error: string; readonly mayBeRepeated: boolean }
);

/** The outbox as the deliverer uses it. */
export interface OutboxTurns {
  /**
   * Notes results, and marks as begun up to `most` messages that are due, of each conversation the first, and no more
   * than the pace allows. When it comes back both will outlive a crash, and this worker alone may send what has begun.
   */
  turn(results: readonly DeliveryResult[], most: number, now: Date): Promise<Turn>;
}

export interface Turn {
  /** To be sent now. */
  readonly begun: readonly ClaimedMessage[];
  /** Milliseconds until the pace allows another message; 0 when it does. */
  readonly wait: number;
}

export interface Deliverer {
  /** Looks for work now. Comes back at once. */
  nudge(): void;
  /** Takes nothing more and resolves when what is under way has been noted. */
  stop(): Promise<void>;
}

export interface DelivererOptions {
  readonly messenger: Messenger;
  readonly log: Log;
  readonly now?: () => Date;
  /** Milliseconds after which a send without an answer is broken off. */
  readonly deadline?: number;
  /** Messages a second to have room for; Teams' pace by default. As few as make so many are under way at once. */
  readonly aim?: number;
  /** Messages under way at once, instead. */
  readonly width?: number;
  readonly random?: () => number;
  /** What tells how long ago a message was claimed, in milliseconds of each; this machine's own, which no test sets. */
  readonly clocks?: () => readonly number[];
}

/**
 * How long the outbox may stay unlooked at, in milliseconds, should every nudge be lost, as those are of a bot that was
 * killed.
 */
const sweepEvery = 5_000;

/** How long results wait for others that are under way, in milliseconds. */
const gathering = 5;
const manyUnderWay = 16;

/**
 * Milliseconds after its claim in which a message may leave, so that a send and its deadline end within the 30 s that a claim
 * holds. The process, or its whole machine, may have been suspended in between.
 */
const leavesWithin = 20_000;

/** What Teams allows one app in a tenant, in messages a second. */
export const teamsPace = 50;
const mostUnderWay = 64;

/**
 * Sends what is in the outbox: conversations side by side, the messages of one in their order. Each result is noted before
 * another message begins in its place, so that no more can be in doubt after a kill than were under way.
 */
export function startDelivery(outbox: OutboxTurns, options: DelivererOptions): Deliverer {
  const { messenger, log, now = () => new Date(), random = Math.random, clocks = ownClocks } = options;
  const { deadline = 10_000, aim = teamsPace } = options;
  const width: Width = options.width ? fixed(options.width) : createWidth(aim, mostUnderWay);
  const results: DeliveryResult[] = [];
  let underWay = 0;
  let turning: Promise<void> | undefined;
  let wanted = false;
  let stopped = false;
  let full = false;
  let timer: NodeJS.Timeout | undefined;
  const sweep = setInterval(() => nudge(), sweepEvery);

  function nudge(): void {
    wanted = true;
    turning ??= turns().finally(() => {
      turning = undefined;
    });
  }

  async function turns(): Promise<void> {
    while (wanted) {
      wanted = false;
      // Answers of the network that have come together are noted together.
      await answersIn();
      // A commit costs as much for one as for many: where many are about to come, they share it.
      if (underWay >= manyUnderWay && results.length < underWay) await pause(gathering);
      const noted = results.splice(0);
      const time = now();
      const isInTime = within(leavesWithin, clocks);
      const free = stopped || full ? 0 : Math.max(0, width.now() - underWay);
      if (noted.length === 0 && free === 0) break;
      try {
        const { begun, wait } = await outbox.turn(noted, free, time);
        underWay += begun.length;
        for (const message of begun) void deliver(message, isInTime);
        if (wait > 0) rest(wait);
        // More may wait than there was room for.
        else if (begun.length > 0 && begun.length === free) wanted = true;
      } catch (error) {
        // Nothing was noted: the results are kept for the next turn, and the claims end by themselves.
        results.unshift(...noted);
        log.error({ error }, 'the outbox cannot be read');
        break;
      }
    }
  }

  /** Takes nothing until the pace allows it; results are noted meanwhile. */
  function rest(wait: number): void {
    full = true;
    timer = setTimeout(() => {
      full = false;
      nudge();
    }, wait);
  }

  async function deliver(message: ClaimedMessage, isInTime: () => boolean): Promise<void> {
    const result = await attempt(message, isInTime);
    underWay -= 1;
    results.push(result);
    nudge();
  }

  async function attempt(message: ClaimedMessage, isInTime: () => boolean): Promise<DeliveryResult> {
    const { claim } = message;
    const began = performance.now();
    try {
      const posting = await withDeadline(signal => messenger.send(message, signal, isInTime), deadline);
      width.note(performance.now() - began);
      return { claim, outcome: 'sent', ...posting };
    } catch (error) {
      const decision = afterFailure(error, message.attempt, random());
      const reason = error instanceof SendError ? error.message : 'no answer';
      const { mayBeRepeated } = decision;
      log.warn(
        { key: message.key, attempt: message.attempt, next: decision.next, error },
        'a message was not accepted',
      );
      if (decision.next === 'give-up') return { claim, outcome: 'dead', error: reason, mayBeRepeated };
      const at = new Date(now().getTime() + decision.inMilliseconds);
      return { claim, outcome: 'retry', at, error: reason, mayBeRepeated };
    }
  }

  nudge();
  return {
    nudge,
    stop: async () => {
      stopped = true;
      clearInterval(sweep);
      clearTimeout(timer);
      while (underWay > 0 || turning) {
        await (turning ?? new Promise(resolve => setTimeout(resolve, 5)));
      }
    },
  };
}

function fixed(width: number): Width {
  return { note: () => {}, now: () => width };
}

/** One stands still while a machine sleeps, the other may be set back. */
const ownClocks = () => [performance.now(), Date.now()];

/** Whether so much time has passed since now by none of the clocks. */
function within(milliseconds: number, clocks: () => readonly number[]): () => boolean {
  const began = clocks();
  return () => clocks().every((time, which) => time - (began[which] ?? time) < milliseconds);
}

/** The messenger is told to stop at the deadline, and not waited for when it does not. */
async function withDeadline<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  milliseconds: number,
): Promise<Result> {
  const control = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new SendError(`no answer within ${milliseconds / 1_000} s`);
      control.abort(error);
      reject(error);
    }, milliseconds);
  });
  try {
    return await Promise.race([work(control.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
