import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServiceUrlRefusedError } from '../../src/store/conversations.ts';
import { openDatabase } from '../../src/store/database.ts';
import { newKey, readKeyRing } from '../../src/store/encryption.ts';
import { createFeedback } from '../../src/store/feedback.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { onBothEngines, testKeys } from '../store/engines.ts';

const noon = new Date('2026-03-08T12:00:00Z');
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const serviceUrl = 'https://smba.trafficmanager.net/teams/';

onBothEngines('the ledgers', freshPlace => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore({
      ...(await freshPlace()),
      allowsServiceUrl: url => new URL(url).host === 'smba.trafficmanager.net',
    });
  }, 30_000);
  afterAll(() => store?.close());

  test('a person without a choice has no language, and the last choice counts', async () => {
    expect(await store.preferences.languageOf('ana')).toBeUndefined();
    await store.preferences.chooseLanguage('ana', 'fr');
    await store.preferences.chooseLanguage('ana', 'en');
    expect(await store.preferences.languageOf('ana')).toBe('en');
  });

  test('somebody without a choice is written to in the language of their client', async () => {
    const place = { kind: 'person', id: 'chloé', conversationId: 'a:1', tenantId: 't', serviceUrl } as const;
    expect(await store.preferences.knownLanguageOf('chloé')).toBeUndefined();
    await store.conversations.remember({ ...place, locale: 'fr-CA' }, noon);
    expect(await store.preferences.knownLanguageOf('chloé')).toBe('fr');
    await store.preferences.chooseLanguage('chloé', 'en');
    expect(await store.preferences.knownLanguageOf('chloé')).toBe('en');
    await store.conversations.forget(place);
  });

  test('of twenty simultaneous claims of a welcome one wins, and none ever after', async () => {
    const claims = await Promise.all(Array.from({ length: 20 }, () => store.welcomes.claim('ana')));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await store.welcomes.claim('ana')).toBe(false);
    expect(await store.welcomes.claim('ben')).toBe(true);
  });

  test('feedback of any number of people is kept', async () => {
    const entry = {
      verdict: 'up',
      edition: 'en-2019',
      passageIds: ['3.8#2', '3.8#3'],
      language: 'fr',
      at: noon,
    } as const;
    await store.feedback.record(entry, 'one press');
    await store.feedback.record({ ...entry, verdict: 'down' }, 'another press');
  });

  test('feedback of the same press counts once, however often and how simultaneously it comes', async () => {
    const database = await openDatabase(await freshPlace());
    const feedback = createFeedback(database.db, testKeys);
    const entry = { verdict: 'up', edition: 'en-2019', passageIds: ['3.8#2'], language: 'en' } as const;
    await Promise.all(Array.from({ length: 20 }, () => feedback.record({ ...entry, at: noon }, 'one press')));
    await feedback.record({ ...entry, at: later(5) }, 'one press');
    await feedback.record({ ...entry, verdict: 'down', at: later(5) }, 'another press');
    const kept = await database.db.selectFrom('feedback').select(['verdict', 'at']).orderBy('id').execute();
    expect(kept).toEqual([
      { verdict: 'up', at: noon },
      { verdict: 'down', at: later(5) },
    ]);
    await database.close();
  });

  test('an activity delivered twenty times at once has one effect', async () => {
    const claims = await Promise.all(
      Array.from({ length: 20 }, () => store.seenActivities.claim('activity 1', noon)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await store.seenActivities.claim('activity 1', later(60_000))).toBe(false);
  });

  test('the same press counts again only after its minutes', async () => {
    const minutes = 5 * 60_000;
    expect(await store.seenActivities.claim('press', noon, minutes)).toBe(true);
    expect(await store.seenActivities.claim('press', later(4), minutes)).toBe(false);
    expect(await store.seenActivities.claim('press', later(6), minutes)).toBe(true);
    expect(await store.seenActivities.claim('press', later(7), minutes)).toBe(false);
  });

  test('what is kept of a press cannot be computed without the keys, and is the same while another key comes in', async () => {
    const place = await freshPlace();
    const keptWith = async (ring: string) => {
      const other = await openStore({ ...place, keys: readKeyRing(ring) });
      const first = await other.seenActivities.claim('sign-off a digest of who and what', noon);
      await other.feedback.record(
        { verdict: 'up', edition: 'en', passageIds: [], language: 'en', at: noon },
        'a digest of who',
      );
      await other.close();
      return first;
    };
    const [k1, k2] = [newKey('k1'), newKey('k2')];
    expect(await keptWith(k1)).toBe(true);
    expect(await keptWith(`${k2},${k1}`)).toBe(false);
    const database = await openDatabase(place);
    const { rows } = await sql<{ key: string }>`select key from seen_activity`.execute(database.db);
    await database.close();
    expect(rows).toHaveLength(2);
    for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{64}$/);
  }, 60_000);

  test('what was seen long ago is forgotten on request', async () => {
    await store.seenActivities.claim('old', new Date('2020-01-01'));
    await store.seenActivities.claim('new', later(10));
    expect(await store.seenActivities.purgeBefore(new Date('2021-01-01'))).toBe(1);
    expect(await store.seenActivities.claim('old', later(11))).toBe(true);
    expect(await store.seenActivities.claim('new', later(11))).toBe(false);
  });

  test('a claim rolled back with its effect can be made again', async () => {
    const failing = store.transaction(async ledgers => {
      expect(await ledgers.seenActivities.claim('activity 2', noon)).toBe(true);
      throw new Error('the effect failed');
    });
    await expect(failing).rejects.toThrow('the effect failed');
    expect(await store.seenActivities.claim('activity 2', noon)).toBe(true);
  });

  test('a ledger from outside is refused inside a transaction instead of waiting for ever', async () => {
    const mixing = store.transaction(() => store.preferences.languageOf('ana'));
    await expect(mixing).rejects.toThrow('use the ledgers that it was given');
    const nested = store.transaction(() => store.transaction(async () => {}));
    await expect(nested).rejects.toThrow('use the ledgers that it was given');
    expect(await store.preferences.languageOf('nobody')).toBeUndefined();
  });

  const channel = {
    kind: 'channel',
    id: '19:abc',
    conversationId: '19:abc',
    tenantId: 't1',
    serviceUrl,
  } as const;

  test('a conversation is kept, refreshed when Teams moves it, listed and removed', async () => {
    await store.conversations.remember({ ...channel, locale: 'fr-CA' }, noon);
    await store.conversations.remember({ ...channel, kind: 'person', id: 'ana' }, noon);
    await store.conversations.remember({ ...channel, serviceUrl: `${serviceUrl}emea/` }, later(1));
    expect(await store.conversations.find(channel)).toEqual({ ...channel, serviceUrl: `${serviceUrl}emea/` });
    expect(await store.conversations.list('person')).toHaveLength(1);
    expect(await store.conversations.list()).toHaveLength(2);
    await store.conversations.forget(channel);
    expect(await store.conversations.find(channel)).toBeUndefined();
  });

  test('an older activity does not undo a move', async () => {
    await store.conversations.remember({ ...channel, serviceUrl: `${serviceUrl}emea/` }, later(1));
    await store.conversations.remember(channel, noon);
    expect((await store.conversations.find(channel))?.serviceUrl).toBe(`${serviceUrl}emea/`);
  });

  test('a move is kept also after the clock was set back by hours', async () => {
    const moved = { ...channel, id: '19:moved', serviceUrl: `${serviceUrl}emea/` };
    await store.conversations.remember({ ...moved, serviceUrl }, later(120));
    await store.conversations.remember(moved, noon);
    expect(await store.conversations.find(moved)).toEqual(moved);
  });

  test('a service address outside the allow-list is not kept', async () => {
    const elsewhere = { ...channel, id: '19:evil', serviceUrl: 'https://evil.example/' };
    await expect(store.conversations.remember(elsewhere, noon)).rejects.toThrow(ServiceUrlRefusedError);
    expect(await store.conversations.find(elsewhere)).toBeUndefined();
  });

  test('nothing that people write is read as SQL', async () => {
    const hostile = `'; drop table preference; --`;
    await store.preferences.chooseLanguage(hostile, 'fr');
    expect(await store.preferences.languageOf(hostile)).toBe('fr');
  });
});
