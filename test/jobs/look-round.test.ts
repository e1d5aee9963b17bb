import { afterEach, describe, expect, test, vi } from 'vitest';
import type { JobRunner } from '../../src/jobs/job.ts';
import { lookRoundJob, startLookingRound } from '../../src/jobs/look-round.ts';
import { openStore } from '../../src/store/store.ts';
import { onBothEngines } from '../store/engines.ts';
import { createRecordingLog } from '../support/recording-log.ts';

const log = createRecordingLog();
afterEach(() => void vi.useRealTimers());

onBothEngines('looking round', freshPlace => {
  test('happens once a turn, however many bots begin it, and goes on after a turn that failed', async () => {
    const store = await openStore({ ...(await freshPlace()), jobs: [lookRoundJob] });
    // The queue goes by the true time, by which these turns have all come.
    let now = new Date('2026-03-10T12:01:00Z');
    const turns: string[] = [];
    const work = async () => {
      turns.push(now.toISOString().slice(11, 16));
      now = new Date(now.getTime() + 10 * 60_000);
      if (turns.length === 1) throw new Error('the first turn fails');
    };
    const failing = async () => {
      throw new Error('what comes first fails each time');
    };
    const idle = { handle: async () => {} };
    await startLookingRound(store.jobs, idle, [work], () => now, log);
    await startLookingRound(store.jobs, idle, [work], () => now, log);
    now = new Date('2026-03-10T12:11:00Z');
    await startLookingRound(store.jobs, store.runner, [failing, work], () => now, log);
    await expect.poll(() => turns.length, { timeout: 20_000 }).toBeGreaterThan(2);
    expect((await store.troubles()).jobs).toBe(0);
    await store.close();
    expect(JSON.stringify(log)).toContain('what comes first fails each time');
    expect(turns.slice(0, 3)).toEqual(['12:11', '12:21', '12:31']);
  });
});

/** A runner that gives a turn when it is told to. */
function runnerByHand() {
  let handler = async (_turn: string) => {};
  const runner: JobRunner = {
    handle: async (_, work) => {
      handler = turn => work({ turn } as never, new AbortController().signal);
    },
  };
  return { runner, take: (turn: string) => handler(turn) };
}

describe('a turn', () => {
  test('goes on when the database was away just as a turn began', async () => {
    vi.useFakeTimers({ now: new Date('2026-03-10T12:01:00Z') });
    const queued: string[] = [];
    let away = false;
    const { runner, take } = runnerByHand();
    const stop = await startLookingRound(
      {
        enqueue: async (_, data) => {
          if (away) throw new Error('the database is away');
          queued.push((data as { turn: string }).turn.slice(11, 16));
          return '';
        },
        cancel: async () => {},
      },
      runner,
      [],
      () => new Date(),
      log,
    );
    away = true;
    await vi.advanceTimersByTimeAsync(9 * 60_000);
    await expect(take('2026-03-10T12:10:00.000Z')).rejects.toThrow('the database is away');
    away = false;
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(queued).toEqual(['12:10', '12:20']);
    stop();
  });

  test('queues the next turn before it works', async () => {
    const order: string[] = [];
    const { runner, take } = runnerByHand();
    const at = new Date('2026-03-10T12:01:00Z');
    await startLookingRound(
      {
        enqueue: async (_, data, timing) => {
          order.push(`${(data as { turn: string }).turn} ${timing?.at?.toISOString()} ${timing?.id}`);
          return '';
        },
        cancel: async () => {},
      },
      runner,
      [
        async () => {
          order.push('work');
        },
      ],
      () => at,
      log,
    );
    // The database's clock is a little ahead.
    await take('2026-03-10T12:10:00.000Z');
    expect(order).toEqual([
      expect.stringMatching(/^(2026-03-10T12:10:00.000Z) \1 [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      expect.stringMatching(/^(2026-03-10T12:20:00.000Z) \1 /),
      'work',
    ]);
  });
});
