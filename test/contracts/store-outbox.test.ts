import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { OutboxTurns } from '../../src/jobs/deliver.ts';
import type { Job } from '../../src/jobs/job.ts';
import { type Messenger, type OutboxMessage, SendError } from '../../src/jobs/messenger.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { newKey, readKeyRing } from '../../src/store/encryption.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { createOutboxTrouble } from '../../src/store/outbox-trouble.ts';
import { createOutboxTurns } from '../../src/store/outbox-turns.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { onBothEngines, testKeys } from '../store/engines.ts';

const noon = new Date('2026-03-08T12:00:00Z');
const inSeconds = (seconds: number) => new Date(noon.getTime() + seconds * 1_000);
const to = (id: string) => ({ kind: 'channel', id }) as const;
const message = (key: string, id = 'general') => ({ key, to: to(id), body: { say: key }, at: noon });

onBothEngines('the outbox', (freshPlace, kind) => {
  describe('turn by turn', () => {
    let database: Database;
    const put = (...messages: ReturnType<typeof message>[]) =>
      database.transaction(async tx => {
        for (const one of messages) await createOutbox(tx, testKeys, () => {}).put(one);
      });
    const wakes: Date[] = [];
    const worker = () =>
      createOutboxTurns({
        database,
        keys: testKeys,
        wakeAt: async (_tx, at) => {
          wakes.push(at);
        },
      });
    let turns: OutboxTurns;
    const turn = async (...request: Parameters<OutboxTurns['turn']>) => (await turns.turn(...request)).begun;
    const find = (key: string) => createOutbox(database.db, testKeys, () => {}).find(key);

    beforeAll(async () => {
      database = await openDatabase(await freshPlace());
    }, 30_000);
    beforeEach(async () => {
      await sql`delete from outbox`.execute(database.db);
      wakes.length = 0;
      turns = worker();
    });
    afterAll(() => database?.close());

    test('a message is put in once, however often its cause comes back', async () => {
      const outbox = createOutbox(database.db, testKeys, () => {});
      expect(await outbox.put(message('a'))).toBe(true);
      expect(await outbox.put(message('a'))).toBe(false);
      expect(await outbox.find('a')).toEqual({ state: 'waiting' });
      expect(await outbox.find('b')).toBeUndefined();
    });

    test('what a message says is encrypted, and gone when it is sent', async () => {
      await put(message('a'));
      const stored = () => database.db.selectFrom('outbox').select('body').executeTakeFirst();
      expect((await stored())?.body).toMatch(/^v1\.test\./);
      const [claimed] = await turn([], 10, noon);
      expect(claimed).toMatchObject({
        key: 'a',
        to: to('general'),
        body: { say: 'a' },
        attempt: 1,
        mayBeRepeated: false,
      });
      await turn(
        [{ claim: claimed?.claim ?? '', outcome: 'sent', activityId: '1', conversationId: 'c' }],
        0,
        noon,
      );
      expect(await stored()).toEqual({ body: null });
      expect(await find('a')).toEqual({ state: 'sent', activityId: '1' });
    });

    test('of one conversation only the first is given out, and the next when that is settled', async () => {
      await put(message('a1', 'a'), message('a2', 'a'), message('b1', 'b'));
      const first = await turn([], 10, noon);
      expect(first.map(({ key }) => key).sort()).toEqual(['a1', 'b1']);
      expect(await turn([], 10, noon)).toEqual([]);
      const claim = first.find(({ key }) => key === 'a1')?.claim ?? '';
      const next = await turn([{ claim, outcome: 'sent', activityId: '1', conversationId: 'c' }], 10, noon);
      expect(next.map(({ key }) => key)).toEqual(['a2']);
    });

    test('a retry holds its conversation back until its time, others go on, and a job wakes it', async () => {
      await put(message('a1', 'a'), message('a2', 'a'));
      const [claimed] = await turn([], 10, noon);
      const result = { outcome: 'retry', at: inSeconds(60), error: '429', mayBeRepeated: false } as const;
      await put(message('b1', 'b'));
      const next = await turn([{ claim: claimed?.claim ?? '', ...result }], 10, noon);
      expect(next.map(({ key }) => key)).toEqual(['b1']);
      expect(wakes).toEqual([inSeconds(60)]);
      const other = {
        claim: next[0]?.claim ?? '',
        outcome: 'sent',
        activityId: '1',
        conversationId: 'c',
      } as const;
      expect(await turn([other], 10, inSeconds(59))).toEqual([]);
      expect(await turn([], 10, inSeconds(60))).toMatchObject([
        { key: 'a1', attempt: 2, mayBeRepeated: false },
      ]);
    });

    test('what was put in or tried before the clock was set back by hours does not wait for that time to come again', async () => {
      await put(message('a'), message('b'));
      const result = { outcome: 'retry', at: inSeconds(1), error: '429', mayBeRepeated: false } as const;
      const [claimed] = await turn([], 1, inSeconds(-7_200));
      expect(claimed).toMatchObject({ key: 'a' });
      await turn([{ claim: claimed?.claim ?? '', ...result }], 0, noon);
      expect(await turn([], 1, inSeconds(-3_000))).toEqual([]);
      expect(await turn([], 1, inSeconds(-7_200))).toMatchObject([{ key: 'a', attempt: 2 }]);
    });

    // A folder has one process, and what that has in hand is its own as long as it lives.
    test.runIf(kind === 'postgres')(
      'what a worker that vanished had begun is given out again after its claim, marked; what it had not, unmarked',
      async () => {
        await put(message('a', 'a'), message('b', 'b'));
        const [lost] = await turn([], 1, noon);
        const other = worker();
        // Of two machines the clocks may differ by hours.
        expect((await other.turn([], 10, inSeconds(7_200))).begun).toEqual([]);
        await sql`update outbox set claimed_until = claimed_until - interval '29 seconds'`.execute(
          database.db,
        );
        expect((await other.turn([], 10, noon)).begun).toEqual([]);
        await sql`update outbox set claimed_until = claimed_until - interval '2 seconds'`.execute(
          database.db,
        );
        const { begun } = await other.turn([], 10, noon);
        expect(begun).toMatchObject([
          { key: 'a', attempt: 2, mayBeRepeated: true },
          { key: 'b', attempt: 1, mayBeRepeated: false },
        ]);
        // The first worker comes back too late to say anything, and to send what it had in hand.
        const late = { outcome: 'dead', error: 'x', mayBeRepeated: false } as const;
        expect(await turn([{ claim: lost?.claim ?? '', ...late }], 10, noon)).toEqual([]);
        expect(await find('a')).toEqual({ state: 'waiting' });
      },
    );

    test.runIf(kind === 'postgres')(
      'twenty workers at once never get the same message or two of one conversation',
      async () => {
        await put(...Array.from({ length: 60 }, (_, number) => message(`m${number}`, `c${number % 30}`)));
        const got = (await Promise.all(Array.from({ length: 20 }, () => worker().turn([], 5, noon)))).flatMap(
          ({ begun }) => begun,
        );
        expect(new Set(got.map(({ to }) => to.id)).size).toBe(got.length);
        expect(got.length).toBeGreaterThan(0);
      },
    );

    test('what cannot be sent is listed, tried again or dropped, and lets the next one go', async () => {
      const trouble = createOutboxTrouble(database.db);
      await put(message('a1', 'a'), message('a2', 'a'));
      const [claimed] = await turn([], 10, noon);
      const dead = {
        claim: claimed?.claim ?? '',
        outcome: 'dead',
        error: 'status 403',
        mayBeRepeated: false,
      } as const;
      expect(await turn([dead], 10, noon)).toMatchObject([{ key: 'a2' }]);
      expect(await trouble.list()).toMatchObject([
        { key: 'a1', to: 'channel a', attempts: 1, error: 'status 403' },
      ]);
      expect(await trouble.count()).toEqual({ waiting: 1, troubled: 1, oldest: noon });
      expect(await trouble.countSent()).toBe(0);
      expect(await trouble.retry('a2', noon)).toBeUndefined();
      expect(await trouble.retry('a1', noon)).toBe('retry');
      expect(await find('a1')).toEqual({ state: 'waiting' });
      await sql`update outbox set state = 'dead' where key = 'a1'`.execute(database.db);
      expect(await trouble.drop('a1', noon)).toBe(true);
      expect(await find('a1')).toEqual({ state: 'dropped' });
      expect(await trouble.list()).toEqual([]);
      expect(await createOutbox(database.db, testKeys, () => {}).put(message('a1', 'a'))).toBe(false);
    });

    test('a change that could not be made is not made after a later one: the card would show what is no longer so', async () => {
      const trouble = createOutboxTrouble(database.db);
      const change = (key: string) => ({
        ...message(key, 'a'),
        target: { key: 'card', as: 'change' } as const,
      });
      await put(message('card', 'a'), change('first'), change('second'), change('third'));
      await sql`update outbox set state = 'sent' where key in ('card', 'second')`.execute(database.db);
      await sql`update outbox set state = 'dead' where key in ('first', 'third')`.execute(database.db);
      expect(await trouble.retry('first', noon)).toBe('drop');
      expect(await trouble.retry('third', noon)).toBe('retry');
      expect(await turn([], 10, noon)).toMatchObject([{ key: 'third' }]);
      expect(await find('first')).toEqual({ state: 'dropped' });
    });

    test('what does not open goes to the operator, what another key opens waits for it, and neither holds up others', async () => {
      await put(
        message('damaged', 'a'),
        message('next', 'a'),
        message('of another key', 'b'),
        message('c', 'c'),
      );
      await sql`update outbox set body = overlay(body placing '----' from 20) where key = 'damaged'`.execute(
        database.db,
      );
      await sql`update outbox set body = replace(body, 'v1.test.', 'v1.newer.') where key = 'of another key'`.execute(
        database.db,
      );
      expect((await turn([], 10, noon)).map(({ key }) => key)).toEqual(['c']);
      expect(await turn([], 10, noon)).toMatchObject([{ key: 'next' }]);
      expect(await createOutboxTrouble(database.db).list()).toMatchObject([
        { key: 'damaged', state: 'dead', error: expect.stringContaining('does not open') },
      ]);
      expect(await find('of another key')).toEqual({ state: 'waiting' });
      turns = createOutboxTurns({
        database,
        keys: readKeyRing(`${newKey('newer')},${newKey('test')}`),
        wakeAt: async () => {},
      });
      await turn([], 10, noon);
      expect(await find('of another key')).toEqual({ state: 'dead' });
    });

    test('what nobody could send is dropped when its time is up, with what it says', async () => {
      const trouble = createOutboxTrouble(database.db);
      await put(message('old', 'a'), message('fresh', 'b'), message('waiting', 'c'));
      await sql`update outbox set state = 'dead', finished_at = ${noon} where key = 'old'`.execute(
        database.db,
      );
      await sql`update outbox set state = 'dead', finished_at = ${inSeconds(9)} where key = 'fresh'`.execute(
        database.db,
      );
      expect(await trouble.dropFinishedBefore(inSeconds(5))).toBe(1);
      expect(await find('old')).toEqual({ state: 'dropped' });
      const bodies = await database.db.selectFrom('outbox').select('key').where('body', 'is', null).execute();
      expect(bodies).toEqual([{ key: 'old' }]);
    });
  });

  describe('between processes', () => {
    const wakeAt = async () => {};
    const putMany = (database: Database) =>
      database.transaction(async tx => {
        const outbox = createOutbox(tx, testKeys, () => {});
        for (let number = 0; number < 120; number += 1) await outbox.put(message(`m${number}`, `c${number}`));
      });

    test.runIf(kind === 'postgres')('all that send keep to one pace, of so many in any second', async () => {
      const place = await freshPlace();
      const databases = [await openDatabase(place), await openDatabase(place)] as const;
      const [first, second] = databases.map(database =>
        createOutboxTurns({ database, keys: testKeys, wakeAt, perSecond: 50 }),
      ) as [OutboxTurns, OutboxTurns];
      await putMany(databases[0]);
      const both = await Promise.all([first, second].map(one => one.turn([], 30, new Date())));
      expect(both.map(({ begun }) => begun.length).sort()).toEqual([20, 30]);
      const full = await second.turn([], 30, new Date());
      expect(full.begun).toEqual([]);
      expect(full.wait).toBeGreaterThan(0);
      expect(full.wait).toBeLessThanOrEqual(1_000);
      const earlier = sql`(select json_agg(value::bigint - 1000) from json_array_elements_text(starts::json))`;
      await sql`update sending_pace set starts = ${earlier}`.execute(databases[0].db);
      expect((await second.turn([], 64, new Date())).begun).toHaveLength(50);
      for (const database of databases) await database.close();
    });

    test.runIf(kind === 'pglite')('the one bot of a folder keeps to its pace', async () => {
      const database = await openDatabase(await freshPlace());
      let time = 0;
      const clock = () => time;
      const turns = createOutboxTurns({ database, keys: testKeys, wakeAt, perSecond: 50, clock });
      await putMany(database);
      expect((await turns.turn([], 30, noon)).begun).toHaveLength(30);
      const full = await turns.turn([], 30, noon);
      expect(full).toMatchObject({ begun: { length: 20 }, wait: 1_000 });
      time += 1_000;
      expect((await turns.turn([], 64, noon)).begun).toHaveLength(50);
      await database.close();
    });

    test('what a living worker has in hand is left to it; when it ends others take it at once, marked if it had begun', async () => {
      const place = await freshPlace();
      const open = async () => {
        const database = await openDatabase(place);
        await database.engine.presence.begin();
        return { database, ...createOutboxTurns({ database, keys: testKeys, wakeAt }) };
      };
      const first = await open();
      await first.database.transaction(async tx => {
        await createOutbox(tx, testKeys, () => {}).putAll(['a', 'b', 'c'].map(name => message(name, name)));
      });
      const { begun } = await first.turn([], 1, noon);
      expect(begun).toMatchObject([{ key: 'a' }]);
      const accepted = { outcome: 'sent', activityId: '1', conversationId: 'x' } as const;
      const next = await first.turn([{ claim: begun[0]?.claim ?? '', ...accepted }], 1, noon);
      expect(next.begun).toMatchObject([{ key: 'b' }]);
      // A folder has one process at a time: there the next one comes after the first.
      const second = kind === 'postgres' ? await open() : undefined;
      if (second) expect((await second.turn([], 10, noon)).begun).toEqual([]);
      await first.database.close();
      const third = await open();
      await vi.waitFor(async () => {
        expect((await third.turn([], 10, noon)).begun).toMatchObject([
          { key: 'b', attempt: 2, mayBeRepeated: true },
          { key: 'c', attempt: 1, mayBeRepeated: false },
        ]);
      });
      expect(await createOutbox(third.database.db, testKeys, () => {}).find('a')).toMatchObject({
        state: 'sent',
        activityId: '1',
      });
      await second?.database.close();
      await third.database.close();
    });
  });

  describe('with its worker', () => {
    const remind: Job<{ hearing: string }> = { name: 'remind', data: z.object({ hearing: z.string() }) };
    let store: Store;
    const sent: OutboxMessage[] = [];
    let answer: Messenger['send'];

    beforeAll(async () => {
      store = await openStore({ ...(await freshPlace()), jobs: [remind] });
      const messenger: Messenger = { send: (...request) => answer(...request) };
      await store.deliver({
        messenger,
        deadline: 100,
        random: () => 0,
      });
    }, 60_000);
    beforeEach(() => {
      sent.length = 0;
      answer = async given => {
        sent.push(given);
        return { activityId: `id of ${given.key}`, conversationId: given.to.id };
      };
    });
    afterAll(() => store?.close());
    const settled = (key: string) =>
      vi.waitFor(
        async () => {
          const posted = await store.outbox.find(key);
          expect(posted?.state).not.toBe('waiting');
          return posted;
        },
        { timeout: 8_000, interval: 20 },
      );

    test('a message goes out right after its commit, and never when it is rolled back', async () => {
      await store
        .transaction(async ledgers => {
          await ledgers.outbox.put({ ...message('undone'), at: new Date() });
          throw new Error('rolled back');
        })
        .catch(() => {});
      await store.outbox.put({ ...message('first'), at: new Date() });
      expect(await settled('first')).toEqual({ state: 'sent', activityId: 'id of first' });
      expect(sent.map(({ key }) => key)).toEqual(['first']);
    });

    test('messages of one conversation arrive in their order', async () => {
      const keys = Array.from({ length: 12 }, (_, number) => `ordered ${number}`);
      await store.transaction(async ledgers => {
        for (const key of keys) await ledgers.outbox.put({ ...message(key), at: new Date() });
      });
      await settled('ordered 11');
      expect(sent.map(({ key }) => key)).toEqual(keys);
    });

    test('an answer and a change know where the message stands that they belong to', async () => {
      const lane = 'ESC-2026-0001 human-rights';
      const about = (key: string, as: 'reply' | 'change') => ({
        ...message(key),
        at: new Date(),
        lane,
        target: { key: 'opens', as },
      });
      await store.transaction(async ({ outbox }) => {
        await outbox.put({ ...message('opens'), at: new Date(), lane });
        await outbox.put(about('replies', 'reply'));
        await outbox.put(about('changes', 'change'));
      });
      await settled('changes');
      const posted = { activityId: 'id of opens', conversationId: 'general' };
      expect(sent.map(({ key, target }) => [key, target])).toEqual([
        ['opens', undefined],
        ['replies', { as: 'reply', posted }],
        ['changes', { as: 'change', posted }],
      ]);
    });

    test('what belongs to a message that was never delivered says so', async () => {
      answer = async given => {
        if (given.key === 'never') throw new SendError('status 403', { status: 403 });
        sent.push(given);
        return { activityId: '1', conversationId: 'general' };
      };
      const orphan = { ...message('orphan'), target: { key: 'never', as: 'reply' } as const };
      await store.transaction(async ({ outbox }) => {
        await outbox.put({ ...message('never'), at: new Date() });
        await outbox.put({ ...orphan, at: new Date() });
      });
      await settled('orphan');
      expect(sent.map(({ key, target }) => [key, target])).toEqual([['orphan', { as: 'reply' }]]);
      await store.outboxTrouble.drop('never', new Date());
    });

    test('after a failure the message is sent again, and not marked when Teams had refused it', async () => {
      let failures = 1;
      const accept = answer;
      answer = (...request) => {
        failures -= 1;
        return failures === 0 ? Promise.reject(new SendError('busy', { status: 429 })) : accept(...request);
      };
      await store.outbox.put({ ...message('again'), at: new Date() });
      await settled('again');
      expect(sent).toMatchObject([{ key: 'again', attempt: 2, mayBeRepeated: false }]);
    });

    test('a send without an answer is broken off at the deadline and marked when repeated', async () => {
      const accept = answer;
      let aborted = false;
      answer = (given, signal, isInTime) => {
        if (given.attempt > 1) return accept(given, signal, isInTime);
        signal.addEventListener('abort', () => {
          aborted = true;
        });
        return new Promise(() => {});
      };
      await store.outbox.put({ ...message('hanging'), at: new Date() });
      await settled('hanging');
      expect(aborted).toBe(true);
      expect(sent).toMatchObject([{ key: 'hanging', attempt: 2, mayBeRepeated: true }]);
    });

    test('what Teams refuses for good ends on the operator’s list', async () => {
      answer = () => Promise.reject(new SendError('status 403', { status: 403 }));
      await store.outbox.put({ ...message('refused'), at: new Date() });
      expect(await settled('refused')).toEqual({ state: 'dead' });
      expect(await store.outboxTrouble.list()).toMatchObject([{ key: 'refused', error: 'status 403' }]);
    });

    test('a job runs once, at its time, unless rolled back or cancelled; one that fails is tried again', async () => {
      const ran: string[] = [];
      await store.runner.handle(remind, async ({ hearing }) => {
        ran.push(hearing);
        if (hearing === 'failing' && ran.filter(one => one === 'failing').length === 1)
          throw new Error('away');
      });
      await store
        .transaction(async ledgers => {
          await ledgers.jobs.enqueue(remind, { hearing: 'undone' });
          throw new Error('rolled back');
        })
        .catch(() => {});
      const soon = new Date(Date.now() + 1_500);
      const cancelled = await store.jobs.enqueue(remind, { hearing: 'cancelled' }, { at: soon });
      await store.jobs.enqueue(remind, { hearing: 'soon' }, { at: soon });
      await store.jobs.enqueue(remind, { hearing: 'failing' });
      await store.jobs.cancel(remind, cancelled);
      const before = Date.now();
      await vi.waitFor(() => expect(ran.toSorted()).toEqual(['failing', 'failing', 'soon']), {
        timeout: 12_000,
      });
      expect(Date.now()).toBeGreaterThan(before);
      expect(Date.now()).toBeGreaterThanOrEqual(soon.getTime());
    }, 20_000);

    test('a job of an unknown kind is refused at once', async () => {
      const unknown: Job<object> = { name: 'unknown', data: z.object({}) };
      await expect(store.jobs.enqueue(unknown, {})).rejects.toThrow('not among');
    });
  });
});
