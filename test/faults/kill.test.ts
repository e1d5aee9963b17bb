import { expect, test } from 'vitest';
import { onBothEngines } from '../store/engines.ts';
import { killRounds } from './kill-rounds.ts';

onBothEngines('a bot that is killed while it works', (freshPlace, kind) => {
  test('loses nothing that it acknowledged and repeats nothing unmarked', async () => {
    const { keys: _, ...place } = await freshPlace();
    const report = await killRounds({ place, rounds: 2, bots: kind === 'pglite' ? 1 : 2 });
    expect(report).toMatchObject({ lost: [], unsent: [], repeatedUnmarked: [], chainSound: true });
    expect(report.saved).toBeGreaterThan(0);
  }, 90_000);
});

onBothEngines('bots that share a database', (freshPlace, kind) => {
  test.runIf(kind === 'postgres')(
    'send each message once',
    async () => {
      const { keys: _, ...place } = await freshPlace();
      const report = await killRounds({ place, rounds: 0, bots: 2 });
      expect(report).toMatchObject({
        lost: [],
        unsent: [],
        repeatedUnmarked: [],
        repeatedMarked: 0,
        chainSound: true,
      });
    },
    90_000,
  );
});
