import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterFailure } from '../../src/jobs/after-failure.ts';
import { SendError } from '../../src/jobs/messenger.ts';
import { paceAt } from '../../src/jobs/pace.ts';

const answered = (status: number, retryAfter?: number) =>
  new SendError('refused', { status, ...(retryAfter === undefined ? {} : { retryAfter }) });

test.for([412, 429, 500, 502, 503, 504, 401, 408])('status %i is tried again', status => {
  expect(afterFailure(answered(status), 1, 0)).toMatchObject({ next: 'retry' });
});

test.for([400, 403, 404, 413])('status %i is given up at once', status => {
  expect(afterFailure(answered(status), 1, 0)).toEqual({ next: 'give-up', mayBeRepeated: false });
});

test('only a try without a clear answer may have been delivered', () => {
  const doubtful = (error: unknown) => afterFailure(error, 1, 0).mayBeRepeated;
  expect([answered(412), answered(429), answered(500), answered(503)].map(doubtful)).not.toContain(true);
  const silent = [new SendError('reset'), new Error('ECONNRESET'), answered(502), answered(504)];
  expect(silent.map(doubtful)).not.toContain(false);
});

test('pauses grow to ten minutes, spread by half, and twelve tries are the end', () => {
  const pause = (attempt: number, random: number) => {
    const decision = afterFailure(answered(503), attempt, random);
    return decision.next === 'retry' ? decision.inMilliseconds : undefined;
  };
  expect([1, 2, 3, 4].map(attempt => pause(attempt, 1))).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(pause(4, 0)).toBe(4_000);
  expect(pause(11, 1)).toBe(600_000);
  expect(pause(12, 1)).toBeUndefined();
});

test('Retry-After is a lower bound, up to an hour', () => {
  expect(afterFailure(answered(429, 60_000), 1, 0.5)).toMatchObject({ inMilliseconds: 60_000 });
  expect(afterFailure(answered(429, 10), 1, 1)).toMatchObject({ inMilliseconds: 1_000 });
  for (const absurd of [3_600_001, 1e18, Number.MAX_VALUE])
    expect(afterFailure(answered(429, absurd), 1, 1)).toMatchObject({ inMilliseconds: 3_600_000 });
});

test('in no second do more start than the pace allows', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ wait: fc.nat(600), want: fc.nat(80) }), { maxLength: 50 }), moments => {
      let starts: readonly number[] = [];
      let now = 0;
      for (const { wait, want } of moments) {
        now += wait;
        const count = Math.min(want, paceAt(now, 50, starts).free);
        starts = [...starts, ...Array.from({ length: count }, () => now)];
        expect(starts.filter(start => start > now - 1_000).length).toBeLessThanOrEqual(50);
        const pace = paceAt(now, 50, starts);
        expect(pace.wait > 0).toBe(pace.free === 0);
        expect(paceAt(now + pace.wait, 50, pace.recent).free).toBeGreaterThan(0);
      }
    }),
  );
});

test('a clock that was set back holds up nothing for more than two seconds', () => {
  const starts = Array.from({ length: 50 }, () => 3_600_000);
  expect(paceAt(0, 50, starts)).toEqual({ recent: [], free: 50, wait: 0 });
  const { free, wait } = paceAt(3_599_500, 50, starts);
  expect(free).toBe(0);
  expect(wait).toBe(1_500);
});
