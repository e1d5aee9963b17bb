import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { onBothEngines } from '../store/engines.ts';

const noon = new Date('2026-03-09T12:00:00Z');

onBothEngines('what people say of the directory', freshPlace => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore({ ...(await freshPlace()) });
  }, 60_000);
  afterAll(() => store?.close());

  test('a channel has one unit and a unit one channel', async () => {
    const { directoryNotes: notes } = store;
    const desk = { kind: 'desk', id: 'consular' } as const;
    const other = { kind: 'desk', id: 'human-rights' } as const;
    await notes.link({ channel: 'one', unit: desk }, 'claire', noon);
    await notes.link({ channel: 'two', unit: desk }, 'claire', noon);
    expect(await notes.links()).toEqual([{ channel: 'two', unit: desk }]);
    await notes.link({ channel: 'two', unit: other }, 'claire', noon);
    expect(await notes.links()).toEqual([{ channel: 'two', unit: other }]);
  });

  test('an officer delegates to one person at a desk, and can end it', async () => {
    const { directoryNotes: notes } = store;
    const delegation = { desk: 'consular', from: 'omar', to: 'claire', until: noon };
    await notes.delegate(delegation);
    await notes.delegate({ ...delegation, to: 'sofia' });
    expect(await notes.delegations()).toEqual([{ ...delegation, to: 'sofia' }]);
    expect(await notes.endDelegation('consular', 'omar')).toBe(true);
    expect(await notes.endDelegation('consular', 'omar')).toBe(false);
    expect(await notes.delegations()).toEqual([]);
  });
});
