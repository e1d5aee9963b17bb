import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Guidance } from '../../src/guidelines/guidance.ts';
import type { Inquiry } from '../../src/inquiries/inquiry.ts';
import { newKey, readKeyRing } from '../../src/store/encryption.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { answer, further, given, noon, withdraw } from '../inquiries/world.ts';
import { onBothEngines } from '../store/engines.ts';

const at = noon.toISOString();
const named = (reference: string, state = given()): Inquiry => ({ ...state, reference });
const guidanceOf = (reference: string, more: Partial<Guidance> = {}): Guidance => ({
  reference,
  language: 'fr',
  text: 'Oui, avec l’accord de Marisol.',
  phrasings: ['Peut-on payer son téléphone ?'],
  place: { edition: 'en', section: '3.8' },
  inquiry: 'ASK-2026-0001',
  desk: 'rights',
  by: 'hana',
  at,
  ...more,
});

onBothEngines('the ledger of questions to Headquarters', (freshPlace, kind) => {
  let store: Store;
  let place: Awaited<ReturnType<typeof freshPlace>>;
  beforeAll(async () => {
    place = await freshPlace();
    store = await openStore(place);
  });
  afterAll(() => store?.close());

  const add = (state: Inquiry, form = state.reference) =>
    store.transaction(({ inquiries }) => inquiries.add(state, form, at));

  test('references are counted by year without a gap, even where a transaction fails', async () => {
    const next = () => store.transaction(({ inquiries }) => inquiries.nextReference(2025));
    expect(await next()).toBe('ASK-2025-0001');
    const failing = store.transaction(async ({ inquiries }) => {
      await inquiries.nextReference(2025);
      throw new Error('not sent');
    });
    await expect(failing).rejects.toThrow('not sent');
    expect(await next()).toBe('ASK-2025-0002');
    expect(await store.transaction(({ guidance }) => guidance.nextReference(2025))).toBe('HQG-2025-0001');
  });

  test.each([
    ['open', given()],
    ['answered', given(['hana', answer(1, 'Émile says “yes”')])],
    ['open again', given(['hana', answer(1)], ['ana', further(2)])],
    ['withdrawn', given(['ana', withdraw])],
  ])('what is %s comes back as it was, also after the store is opened again', async (what, state) => {
    const reference = `ASK-2020-${what}`;
    await add(named(reference, state));
    await store.close();
    store = await openStore(place);
    expect(await store.inquiries.find(reference)).toEqual({ version: 1, state: named(reference, state) });
  });

  test('whoever takes one has it alone, and a version that has passed is not saved over', async () => {
    await add(named('ASK-2024-0001'));
    const old = await store.inquiries.find('ASK-2024-0001');
    const say = (text: string) =>
      store.transaction(async ({ inquiries }) => {
        const taken = await inquiries.take('ASK-2024-0001');
        if (!taken) throw new Error('it is not there');
        const said = [...taken.state.said, { kind: 'answer', by: 'hana', at, text }] as const;
        return inquiries.save(taken, { ...taken.state, said: said as unknown as Inquiry['said'] }, at);
      });
    await Promise.all(Array.from({ length: 30 }, (_, number) => say(String(number))));
    const kept = await store.inquiries.find('ASK-2024-0001');
    expect(kept?.version).toBe(31);
    expect(new Set(kept?.state.said.map(({ text }) => text)).size).toBe(31);
    const late = store.transaction(async ({ inquiries }) => {
      if (old) await inquiries.save(old, old.state, at);
    });
    await expect(late).rejects.toThrow('without being taken');
  });

  test('a form is sent once, also by two at the same time', async () => {
    const results = await Promise.allSettled([
      add(named('ASK-2024-0002'), 'one form'),
      add(named('ASK-2024-0003'), 'one form'),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await store.inquiries.sentAs('one form')).toMatch(/^ASK-2024-000[23]$/);
    expect(await store.inquiries.sentAs('another')).toBeUndefined();
  });

  test('lists one’s own and what is open at one’s desks, newest first, in pages that end', async () => {
    const lagos = (reference: string, state = given()) => ({ ...named(reference, state), asker: 'max' });
    for (const [index, state] of [given(), given(['hana', answer(1)]), given(['ana', withdraw])].entries()) {
      await add({ ...lagos(`ASK-2023-000${index + 1}`, state), desk: 'other' });
    }
    const references = async (query: { asker?: string; openAt?: string[] }) =>
      (await store.inquiries.list({ most: 10, ...query })).found.map(({ reference }) => reference.slice(-1));
    expect(await references({ asker: 'max' })).toEqual(['3', '2', '1']);
    expect(await references({ openAt: ['other'] })).toEqual(['1']);
    expect(await references({ openAt: [] })).toEqual([]);
    const first = await store.inquiries.list({ asker: 'max', most: 2 });
    expect(first).toMatchObject({ count: 3, found: [{}, {}] });
    const second = await store.inquiries.list({ asker: 'max', most: 2, after: first.next });
    expect(second.found).toHaveLength(1);
    expect(second).not.toHaveProperty('next');
    expect((await store.inquiries.list({ asker: 'max', most: 9, after: '1; select' })).found).toHaveLength(3);
  });

  test('guidance is in force until it is revoked', async () => {
    await store.guidance.add(guidanceOf('HQG-2024-0001'));
    await store.guidance.add(guidanceOf('HQG-2024-0002', { place: undefined }));
    expect((await store.guidance.inForce()).map(({ reference }) => reference)).toEqual([
      'HQG-2024-0002',
      'HQG-2024-0001',
    ]);
    expect(await store.guidance.find('HQG-2024-0001')).toEqual(guidanceOf('HQG-2024-0001'));
    const revoked = guidanceOf('HQG-2024-0001', { revoked: { by: 'hugo', at } });
    await store.transaction(async ({ guidance }) => {
      expect(await guidance.take('HQG-2024-0001')).toBeDefined();
      await guidance.save(revoked);
    });
    expect((await store.guidance.inForce()).map(({ reference }) => reference)).toEqual(['HQG-2024-0002']);
    expect(await store.guidance.find('HQG-2024-0001')).toEqual(revoked);
    expect(await store.guidance.find('HQG-1999-0001')).toBeUndefined();
  });

  test.skipIf(kind === 'pglite')(
    'what one bot publishes or revokes, another on the same database sees',
    async () => {
      const other = await openStore(place);
      await store.guidance.add(guidanceOf('HQG-2024-0009'));
      const seen = async () => (await other.guidance.inForce()).map(({ reference }) => reference);
      expect(await seen()).toContain('HQG-2024-0009');
      await other.guidance.save(guidanceOf('HQG-2024-0009', { revoked: { by: 'hugo', at } }));
      expect((await store.guidance.inForce()).map(({ reference }) => reference)).not.toContain(
        'HQG-2024-0009',
      );
      await other.close();
    },
  );

  test('what was not answered is counted by month, subject and language', async () => {
    const { unanswered } = store;
    for (const subject of ['topic weather', 'section 3.8', 'topic weather']) {
      await unanswered.count('2026-02', subject, 'en');
    }
    await unanswered.count('2026-02', 'topic weather', 'fr');
    await unanswered.count('2026-03', 'none', 'fr');
    expect(await unanswered.ofMonth('2026-02')).toEqual([
      { subject: 'topic weather', language: 'en', count: 2 },
      { subject: 'section 3.8', language: 'en', count: 1 },
      { subject: 'topic weather', language: 'fr', count: 1 },
    ]);
    expect(await unanswered.removeBefore('2026-03')).toBe(3);
    expect(await unanswered.ofMonth('2026-03')).toHaveLength(1);
  });

  test('no word of anybody stands readable in the database', async () => {
    if (!('dataDir' in place)) return;
    const words = named('ASK-2022-0001', given(['hana', answer(1, 'Ask Marisol by name')]));
    await add(words);
    const file = `${place.dataDir}/backup.gz`;
    await store.backUp(file, noon);
    const rows = gunzipSync(readFileSync(file)).toString();
    expect(rows).toContain('ASK-2022-0001');
    expect(rows).toContain('HQG-2024-0002');
    expect(rows).not.toMatch(/Marisol|phone|téléphone/);
  });

  test('another key takes over, and the old one is needed no more', async () => {
    const { keys: _, ...fresh } = await freshPlace();
    const [older, newer] = [newKey('older'), newKey('newer')];
    const before = await openStore({ ...fresh, keys: readKeyRing(older) });
    await before.inquiries.add(named('ASK-2026-0001'), 'form', at);
    await before.guidance.add(guidanceOf('HQG-2026-0001'));
    await before.close();
    const both = await openStore({ ...fresh, keys: readKeyRing(`${newer},${older}`) });
    expect(await both.rotateKeys()).toBe(2);
    await both.close();
    const after = await openStore({ ...fresh, keys: readKeyRing(newer) });
    expect((await after.inquiries.find('ASK-2026-0001'))?.state.asker).toBe('ana');
    expect((await after.guidance.inForce())[0]?.by).toBe('hana');
    await after.close();
  });

  test('what was settled long ago is purged, its texts on record with it; what waits is kept', async () => {
    const own = await openStore(await freshPlace());
    await own.inquiries.add(named('ASK-2026-0001', given(['hana', answer(1)])), 'a', at);
    await own.inquiries.add(named('ASK-2026-0002', given(['ana', withdraw])), 'b', at);
    await own.inquiries.add(named('ASK-2026-0003'), 'c', at);
    await own.guidance.add(guidanceOf('HQG-2026-0001', { revoked: { by: 'hugo', at } }));
    await own.guidance.add(guidanceOf('HQG-2026-0002'));
    const subject = { kind: 'inquiry', id: 'ASK-2026-0001' };
    const texts = { text: 'May we?' };
    await own.audit.append({ at: noon, actor: 'ana', subject, event: 'InquiryAsked', facts: {}, texts });
    const results = await own.purge(new Date(noon.getTime() + 730 * 86_400_000 + 1));
    expect(results).toContainEqual({ what: 'answered questions to Headquarters purged', count: 2 });
    expect(results).toContainEqual({ what: 'revoked guidance purged', count: 1 });
    expect(await own.inquiries.find('ASK-2026-0003')).toBeDefined();
    expect(await own.inquiries.find('ASK-2026-0001')).toBeUndefined();
    expect(await own.guidance.inForce()).toHaveLength(1);
    expect((await own.auditReader.accountOf(subject))[0]?.texts.text).toEqual({ state: 'purged' });
    expect((await own.auditReader.verify()).sound).toBe(true);
    await own.close();
  });
});
