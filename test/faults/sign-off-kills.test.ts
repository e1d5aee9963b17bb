import { expect, test } from 'vitest';
import { killDuringSignOff, problemsOf } from './sign-off-kills.ts';

/** A few of the steps; `npm run faults` goes through them all. */
test.each([
  ['after the request was kept and before it was answered', 'after send', 1],
  ['when Teams has opened the thread and nobody knows', 'accepted desk human-rights card', 2],
  ['when the card is about to be changed', 'arrives desk human-rights v4 1', 1],
] as const)(
  'a bot killed %s leaves one request and cards that agree',
  async (_, step, threads) => {
    const aftermath = await killDuringSignOff(step);
    expect(aftermath.steps).toContain(step);
    expect(problemsOf(aftermath)).toEqual([]);
    expect(aftermath.threads['desk human-rights card']).toHaveLength(threads);
  },
  60_000,
);
