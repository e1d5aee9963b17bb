import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Escalation } from '../../src/escalations/escalation.ts';
import type { EscalationQuery } from '../../src/escalations/ports.ts';
import { newKey, readKeyRing } from '../../src/store/encryption.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { given, later, noon, send } from '../escalations/world.ts';
import { onBothEngines } from '../store/engines.ts';

onBothEngines('the ledger of escalations', freshPlace => {
  let store: Store;
  let place: Awaited<ReturnType<typeof freshPlace>>;
  beforeAll(async () => {
    place = await freshPlace();
    store = await openStore(place);
  });
  afterAll(() => store?.close());

  const named = (reference: string, state = given(send('diplomatic-measure')).state): Escalation => ({
    ...state,
    reference,
  });
  const add = (state: Escalation, draft?: string) =>
    store.transaction(ledgers => ledgers.escalations.add(state, draft));
  const change = (reference: string, to: (state: Escalation) => Escalation) =>
    store.transaction(async ({ escalations }) => {
      const taken = await escalations.take(reference);
      if (!taken) throw new Error(`there is no ${reference}`);
      return escalations.save(taken, to(taken.state), noon.toISOString());
    });

  test('references are counted by year without a gap, even where a transaction fails', async () => {
    const next = (year: number) => store.transaction(({ escalations }) => escalations.nextReference(year));
    expect(await next(2025)).toBe('ESC-2025-0001');
    const failing = store.transaction(async ({ escalations }) => {
      expect(await escalations.nextReference(2025)).toBe('ESC-2025-0002');
      throw new Error('not sent');
    });
    await expect(failing).rejects.toThrow('not sent');
    const more = await Promise.all(Array.from({ length: 20 }, () => next(2025)));
    expect(more.toSorted()).toEqual(
      Array.from({ length: 20 }, (_, index) => `ESC-2025-${String(index + 2).padStart(4, '0')}`),
    );
    expect(await next(2026)).toBe('ESC-2026-0001');
  });

  test.each([
    ['pending', given(send('diplomatic-measure')).state],
    [
      'changes-asked',
      given(send('general'), 'ana', ['hana', { type: 'ask-for-changes', revision: 1, text: 'Who?' }]).state,
    ],
    [
      'approved',
      given(
        send('public-intervention', {
          obligations: { value: ['upr', 'udhr'] },
          joint: { value: 'jointly', reason: 'Norway' },
        }),
        'ana',
        ['ana', { type: 'comment', text: 'Émile says “yes”' }],
        ['hana', { type: 'approve-with-conditions', revision: 1, text: 'Quietly.' }],
      ).state,
    ],
    [
      'withdrawn',
      given(send('general'), 'ana', ['hugo', { type: 'withdraw', revision: 1, text: 'Over.' }]).state,
    ],
  ])('what is %s comes back as it was, also after the store is opened again', async (status, state) => {
    const reference = `ESC-2020-${status}`;
    expect(await add(named(reference, state))).toMatchObject({ version: 1 });
    await store.close();
    store = await openStore(place);
    expect(await store.escalations.find(reference)).toEqual({ version: 1, state: named(reference, state) });
  });

  test('nobody has an escalation that is not there', async () => {
    expect(await store.escalations.find('ESC-1999-0001')).toBeUndefined();
    expect(await store.escalations.find(`'; drop table escalation; --`)).toBeUndefined();
  });

  test('whoever takes one has it alone: fifty changes at once all count', async () => {
    await add(named('ESC-2024-0001'));
    const comment = (number: number) => ({
      by: 'ana',
      text: String(number),
      revision: 1,
      at: noon.toISOString(),
    });
    await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        change('ESC-2024-0001', state => ({ ...state, comments: [...state.comments, comment(number)] })),
      ),
    );
    const kept = await store.escalations.find('ESC-2024-0001');
    expect(kept?.version).toBe(51);
    expect(new Set(kept?.state.comments.map(({ text }) => text)).size).toBe(50);
  });

  test('a version that has passed is not saved over', async () => {
    await add(named('ESC-2024-0002'));
    const old = await store.escalations.find('ESC-2024-0002');
    await change('ESC-2024-0002', state => state);
    const late = store.transaction(async ({ escalations }) => {
      if (old) await escalations.save(old, old.state, noon.toISOString());
    });
    await expect(late).rejects.toThrow('without being taken');
  });

  test('a draft is sent once', async () => {
    await add(named('ESC-2024-0003'), 'draft 1');
    expect(await store.escalations.sentAs('draft 1')).toBe('ESC-2024-0003');
    expect(await store.escalations.sentAs('draft 2')).toBeUndefined();
    await expect(add(named('ESC-2024-0004'), 'draft 1')).rejects.toThrow();
    expect(await store.escalations.find('ESC-2024-0004')).toBeUndefined();
  });

  test('neither texts nor answers stand readable in the database', async () => {
    const secret = 'Ask for Marisol by name';
    await add(named('ESC-2024-0005', given(send('general', { request: { value: secret } })).state));
    const file = `${'dataDir' in place ? place.dataDir : ''}/backup.gz`;
    if ('dataDir' in place) await store.backUp(file, noon);
    const kept = await store.escalations.find('ESC-2024-0005');
    expect(kept?.state.answers.request?.value).toBe(secret);
    if (!('dataDir' in place)) return;
    const rows = gunzipSync(readFileSync(file)).toString();
    expect(rows).toContain('ESC-2024-0005');
    expect(rows).not.toContain('Marisol');
  });

  test('another key takes over, and the old one is needed no more', async () => {
    const { keys: _, ...fresh } = await freshPlace();
    const [older, newer] = [newKey('older'), newKey('newer')];
    const before = await openStore({ ...fresh, keys: readKeyRing(older) });
    await before.escalations.add(named('ESC-2024-0006'));
    await before.drafts.keep({ id: 'form', owner: 'ana', body: { a: 1 } }, noon);
    await before.close();
    const both = await openStore({ ...fresh, keys: readKeyRing(`${newer},${older}`) });
    expect(await both.rotateKeys()).toBe(2);
    await both.close();
    const after = await openStore({ ...fresh, keys: readKeyRing(newer) });
    expect((await after.escalations.find('ESC-2024-0006'))?.state.codeName).toBe('Cedar 7');
    expect(await after.drafts.find('form', 'ana', noon)).toEqual({ a: 1 });
    await after.close();
  });
});

onBothEngines('finding escalations', freshPlace => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(await freshPlace());
    const americas = given(send('diplomatic-measure')).state;
    const asia: Escalation = {
      ...given(send('general')).state,
      mission: 'manila',
      requester: 'mei',
      codeName: 'Écho 50%',
    };
    const half = given(send('diplomatic-measure'), 'ana', ['gil', { type: 'approve', revision: 1 }]).state;
    const done = given(send('general'), 'ana', ['hana', { type: 'approve', revision: 1 }, later(1)]).state;
    const states = [americas, asia, half, done];
    await store.transaction(async ({ escalations }) => {
      for (const [index, state] of states.entries()) {
        await escalations.add({ ...state, reference: `ESC-2026-000${index + 1}` });
      }
    });
  });
  afterAll(() => store?.close());

  const find = async (query: Omit<EscalationQuery, 'most'>) => {
    const { found } = await store.escalations.list({ most: 10, ...query });
    return found.map(({ state }) => state.reference.slice(-1)).join('');
  };

  test('lists the newest first', async () => {
    expect(await find({})).toBe('4321');
  });

  test('finds a person’s own, a mission’s, the open ones, those of a status', async () => {
    expect(await find({ requester: 'mei' })).toBe('2');
    expect(await find({ requester: 'nobody' })).toBe('');
    expect(await find({ mission: 'bogota', open: true })).toBe('31');
    expect(await find({ open: false })).toBe('4');
    expect(await find({ status: 'approved' })).toBe('4');
  });

  test('finds what waits for a desk, until it has decided', async () => {
    expect(await find({ waitingFor: ['human-rights'] })).toBe('321');
    expect(await find({ waitingFor: ['americas'] })).toBe('1');
    expect(await find({ waitingFor: ['consular', 'americas'] })).toBe('1');
    expect(await find({ waitingFor: [] })).toBe('');
  });

  test('finds a code name by a part of it, whatever the case, and takes no sign for a pattern', async () => {
    expect(await find({ codeName: 'cedar' })).toBe('431');
    expect(await find({ codeName: 'E\u0301CHO' })).toBe('2');
    expect(await find({ codeName: '50%' })).toBe('2');
    expect(await find({ codeName: '%' })).toBe('2');
    expect(await find({ codeName: '_' })).toBe('');
  });

  test('finds only what a person may read', async () => {
    expect(await find({ within: { missions: ['manila'], desks: [] } })).toBe('2');
    expect(await find({ within: { missions: [], desks: ['americas'] } })).toBe('31');
    expect(await find({ within: { missions: ['manila'], desks: ['americas'] } })).toBe('321');
    expect(await find({ within: { missions: [], desks: [] }, codeName: 'cedar' })).toBe('');
  });

  test('gives pages that end', async () => {
    const first = await store.escalations.list({ most: 3 });
    expect(first).toMatchObject({ count: 4, found: [{}, {}, {}] });
    const second = await store.escalations.list({ most: 3, after: first.next });
    expect(second).toMatchObject({ count: 4, found: [{ state: { reference: 'ESC-2026-0001' } }] });
    expect(second).not.toHaveProperty('next');
    expect(await store.escalations.list({ most: 4, after: '1; select' })).not.toHaveProperty('next');
  });

  test('what has been closed for long is purged, its texts on record with it', async () => {
    const subject = { kind: 'escalation', id: 'ESC-2026-0004' };
    await store.audit.append({
      at: noon,
      actor: 'ana',
      subject,
      event: 'RequestSent',
      facts: {},
      texts: { request: 'Say it.' },
    });
    const results = await store.purge(new Date(later(1).getTime() + 730 * 86_400_000 + 1));
    expect(results).toContainEqual({ what: 'closed requests for sign-off purged', count: 1 });
    expect(await find({})).toBe('321');
    expect((await store.auditReader.accountOf(subject))[0]?.texts.request).toEqual({ state: 'purged' });
    expect((await store.auditReader.verify()).sound).toBe(true);
  });
});

onBothEngines('forms that people have begun', freshPlace => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(await freshPlace());
  });
  afterAll(() => store?.close());

  test('are kept as they grow, for their owner alone, for a day', async () => {
    const drafts = store.drafts;
    await drafts.keep({ id: 'd1', owner: 'ana', body: { kind: 'general' } }, noon);
    await drafts.keep({ id: 'd1', owner: 'ana', body: { kind: 'general', codeName: 'Cedar 7' } }, noon);
    await drafts.keep({ id: 'd1', owner: 'mei', body: { kind: 'stolen' } }, noon);
    expect(await drafts.find('d1', 'ana', later(23))).toEqual({ kind: 'general', codeName: 'Cedar 7' });
    expect(await drafts.find('d1', 'mei', noon)).toBeUndefined();
    expect(await drafts.find('d1', 'ana', later(24))).toBeUndefined();
    expect(await drafts.drop('d1', 'mei')).toBe(false);
    expect(await drafts.drop('d1', 'ana')).toBe(true);
    expect(await drafts.drop('d1', 'ana')).toBe(false);
  });

  test('are forgotten when nobody sends them', async () => {
    const drafts = store.drafts;
    await drafts.keep({ id: 'd2', owner: 'ana', body: {} }, noon);
    expect(await drafts.dropExpired(later(23))).toBe(0);
    expect(await drafts.dropExpired(later(24))).toBe(1);
  });
});
