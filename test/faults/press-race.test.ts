import { expect, test } from 'vitest';
import { remindDeskJob } from '../../src/jobs/remind-desk.ts';
import { openStore } from '../../src/store/store.ts';
import { onBothEngines } from '../store/engines.ts';
import { racePresses } from './press-race.ts';

onBothEngines('fifty presses of two approvers at once', (freshPlace, kind) => {
  test('have one winner, and every loser is told who won', async () => {
    const place = await freshPlace();
    // A folder admits one process; a server has two bots.
    const bots = kind === 'pglite' ? 1 : 2;
    const stores = await Promise.all(
      Array.from({ length: bots }, () => openStore({ ...place, jobs: [remindDeskJob] })),
    );
    for (let seed = 1; seed <= 5; seed += 1) expect(await racePresses(stores, seed)).toEqual([]);
    expect(await stores[0]?.auditReader.verify()).toMatchObject({ sound: true });
    for (const store of stores) await store.close();
  });
});
