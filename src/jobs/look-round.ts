import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Log } from '../shared/log.ts';
import type { Job, JobRunner, Jobs } from './job.ts';

/** Does what is to be done by the clock, such as digests: every few minutes, by whichever bot takes it up. */
export const lookRoundJob: Job<{ readonly turn: string }> = {
  name: 'look-round',
  data: z.object({ turn: z.iso.datetime() }),
  // The next turn is near.
  retries: 0,
};

/** Milliseconds from one turn to the next. */
const every = 10 * 60_000;

/**
 * Begins the turns, or joins those that are going on: each turn is queued under an id of its own, which can be queued
 * only once. Each bot queues the next one by its own timer too: a database that was away just when a turn began, or a clock
 * that has been set back since, must not have ended them.
 *
 * @param works each is done in every turn, whatever becomes of the others
 * @returns ends this bot's timer
 */
export async function startLookingRound(
  jobs: Jobs,
  runner: JobRunner,
  works: readonly (() => Promise<void>)[],
  now: () => Date,
  log: Log,
): Promise<() => void> {
  const queueNextAfter = async (time: number) => {
    const turn = new Date((Math.floor(time / every) + 1) * every);
    await jobs.enqueue(lookRoundJob, { turn: turn.toISOString() }, { at: turn, id: idOf(turn) });
  };
  await runner.handle(lookRoundJob, async ({ turn }) => {
    // First the next one: a turn that fails must not be the last. The database's clock may be ahead of this one's, and
    // the next turn would be the present one again.
    await queueNextAfter(Math.max(now().getTime(), Date.parse(turn)));
    // Not for an operator to try again, as a failed job is: the next turn does what this one could not.
    for (const work of works)
      await work().catch(error => log.error({ error }, 'looking round failed; the next turn tries again'));
  });
  await queueNextAfter(now().getTime());
  const timer = setInterval(() => {
    queueNextAfter(now().getTime()).catch(error => log.warn({ error }, 'the next turn could not be queued'));
  }, every / 2);
  timer.unref();
  return () => clearInterval(timer);
}

/** The same UUID for the same turn. */
function idOf(turn: Date): string {
  const digest = createHash('sha256').update(`look round ${turn.toISOString()}`).digest('hex');
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
