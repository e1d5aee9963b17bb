import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Zones, zones } from '../../src/hearings/court-time.ts';
import type { HearingEvent } from '../../src/hearings/events.ts';
import { evolve } from '../../src/hearings/evolve.ts';
import type { Follower, FollowTarget } from '../../src/hearings/follow.ts';
import type { Hearing } from '../../src/hearings/hearing.ts';
import { keepDues } from '../../src/hearings/keep-dues.ts';
import { usualOffsets } from '../../src/hearings/reminder.ts';
import { errandKey } from '../../src/hearings/schedule.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { rotateKeys } from '../../src/store/rotate-keys.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { added, given } from '../hearings/scene.ts';
import { onBothEngines, testKeys } from '../store/engines.ts';

const february = new Date('2026-02-01T12:00:00Z');
const general: Follower = { kind: 'channel', id: 'general' };
const ana: Follower = { kind: 'person', id: 'ana' };
const settings = { offsets: usualOffsets, language: 'fr', zone: 'America/Toronto' } as const;
const heron: FollowTarget = { kind: 'case', name: 'HERON' };
const bogota: FollowTarget = { kind: 'mission', id: 'bogota' };

/** A hearing at half past nine on a day of March 2026 in Bogotá. */
const hearing = (number: number, day = 14, change: Partial<Hearing> = {}): Hearing => ({
  ...given({
    ...added,
    time: { date: `2026-03-${String(day).padStart(2, '0')}`, time: '09:30', zone: 'America/Bogota' },
  } as HearingEvent),
  id: `HRG-2026-${String(number).padStart(4, '0')}`,
  ...change,
});

onBothEngines('the calendar in the store', freshPlace => {
  let place: Awaited<ReturnType<typeof freshPlace>>;
  let store: Store;

  beforeAll(async () => {
    place = await freshPlace();
    store = await openStore(place);
  });
  afterAll(() => store?.close());

  let empty: Database;
  beforeAll(async () => {
    empty = await openDatabase(await freshPlace());
  });
  afterAll(() => empty?.close());

  const save = (one: Hearing, now = february) =>
    store.transaction(async ledgers => {
      await ledgers.follows.lock('hearing');
      await ledgers.hearings.save(one, zones);
      await keepDues(ledgers, [one], now, zones);
    });
  const follow = (follower: Follower, target: FollowTarget, now = february) =>
    store.transaction(async ledgers => {
      await ledgers.follows.lock('follow');
      await ledgers.follows.keepSettings(follower, settings);
      await ledgers.follows.add(follower, target);
      await keepDues(ledgers, await ledgers.hearings.takeUpcoming(target, now), now, zones);
    });
  const take = async (now: string, most = 100) => {
    const taken = await store.transaction(({ dues }) => dues.take(new Date(now), most));
    return taken.map(due => `${due.hearing.slice(-1)}/${due.revision} ${errandKey(due.errand)}`);
  };
  const reminders = (taken: readonly string[]) => taken.filter(name => name.includes('remind'));

  beforeEach(async () => {
    await store.transaction(async ({ dues, follows, hearings }) => {
      const all = await hearings.list({ most: 1_000 });
      await dues.keep(
        all.map(({ id }) => id),
        [],
        february,
      );
      for (const one of all) {
        await hearings.save(
          { ...one, caseName: 'GONE', mission: 'gone', schedule: { state: 'to-be-announced' } },
          zones,
        );
      }
      for (const follower of [general, ana]) {
        for (const target of await follows.targetsOf(follower)) await follows.remove(follower, target);
        await follows.planDigest(follower, undefined);
      }
    });
  });

  test('references count up within a year, and twenty at once are all different', async () => {
    const next = () => store.transaction(({ hearings }) => hearings.nextId(2031));
    const ids = await Promise.all(Array.from({ length: 20 }, next));
    expect(ids.toSorted()).toEqual(
      Array.from({ length: 20 }, (_, number) => `HRG-2031-${String(number + 1).padStart(4, '0')}`),
    );
  });

  test('a hearing comes back as it was saved, its notes apart and encrypted', async () => {
    const one = hearing(1, 14, {
      roster: { ...hearing(1).roster, officials: [{ person: 'ana', confirmed: true }] },
    });
    await store.hearings.save(one, zones, { judge: 'Judge Name' });
    expect(await store.hearings.find(one.id)).toEqual(one);
    await store.hearings.save({ ...one, court: 'Juzgado 5' }, zones);
    expect(await store.hearings.notesOf(one.id)).toEqual({ judge: 'Judge Name' });
    expect(await store.hearings.find('HRG-1999-0001')).toBeUndefined();
    await store.hearings.save(one, zones, {});
    expect(await store.hearings.notesOf(one.id)).toEqual({});
  });

  test('notes are among what a new key encrypts again', async () => {
    const ring = { ...testKeys };
    await empty.db
      .insertInto('hearing')
      .values({
        id: 'HRG-1',
        case_name: 'X',
        mission: 'x',
        state: 'held',
        zone_data: 'x',
        attended_by: sql<string[]>`'{}'::text[]`,
        hearing: '{}',
        notes: ring
          .encrypt('{}', { table: 'hearing', column: 'notes', row: 'HRG-1' })
          .replace('v1.test.', 'v1.old.'),
      })
      .execute();
    await expect(rotateKeys(empty, ring)).rejects.toThrow('"old"');
  });

  describe('lists', () => {
    const found = async (filter: object) =>
      (await store.hearings.list({ most: 10, from: february, ...filter })).map(({ id }) =>
        Number(id.slice(-4)),
      );

    beforeEach(async () => {
      await save(hearing(1, 20));
      await save(hearing(2, 10, { caseName: 'EGRET' }));
      await save(hearing(3, 15, { mission: 'lima' }));
      await save(
        hearing(4, 12, {
          caseName: 'IBIS',
          mission: 'lima',
          roster: {
            officials: [{ person: 'ana', confirmed: false }],
            partners: [],
            interpreterNeeded: false,
          },
        }),
      );
    });

    test('are in the order of time and take every condition', async () => {
      expect(await found({})).toEqual([2, 4, 3, 1]);
      expect(await found({ until: new Date('2026-03-15T14:30:00Z') })).toEqual([2, 4]);
      expect(await found({ caseName: 'HERON' })).toEqual([3, 1]);
      expect(await found({ caseName: 'HERON', mission: 'lima' })).toEqual([3]);
      expect(await found({ attendedBy: 'ana' })).toEqual([4]);
      expect(await found({ states: ['cancelled'] })).toEqual([]);
      expect(await found({ most: 1 })).toEqual([2]);
      expect(await found({ most: 2, latest: true })).toEqual([3, 1]);
    });

    test('where the latest are asked for, those without a date are among them', async () => {
      await save(hearing(5, 1, { schedule: { state: 'to-be-announced' } }));
      const latest = await store.hearings.list({ caseName: 'HERON', most: 2, latest: true });
      expect(latest.map(({ id }) => Number(id.slice(-4)))).toEqual([1, 5]);
    });

    test('find what somebody follows, once however it is followed', async () => {
      await follow(general, heron);
      await follow(general, bogota);
      expect(await found({ followedBy: general })).toEqual([2, 3, 1]);
      expect(await found({ followedBy: general, until: new Date('2026-03-12T00:00:00Z') })).toEqual([2]);
      expect(await found({ followedBy: ana })).toEqual([]);
    });

    test('without times also find what has no date, at the end', async () => {
      await save(hearing(5, 1, { caseName: 'HERON', schedule: { state: 'to-be-announced' } }));
      const all = await store.hearings.list({ caseName: 'HERON', most: 10 });
      expect(all.map(({ id }) => Number(id.slice(-4)))).toEqual([3, 1, 5]);
    });
  });

  describe('follows', () => {
    test('are there once, with the settings of the follower', async () => {
      const both = await store.transaction(async ({ follows }) => {
        await follows.keepSettings(general, settings);
        return [await follows.add(general, heron), await follows.add(general, heron)];
      });
      expect(both).toEqual([true, false]);
      await follow(general, bogota);
      expect(await store.follows.targetsOf(general)).toEqual([heron, bogota]);
      expect(await store.follows.followersOf(hearing(1))).toEqual([{ ...general, ...settings }]);
      expect(await store.follows.settingsOf(general)).toEqual(settings);
      expect(await store.follows.remove(general, heron)).toBe(true);
      expect(await store.follows.remove(general, heron)).toBe(false);
    });

    test('are found by what is followed, and all together', async () => {
      await follow(general, heron);
      await follow(ana, heron);
      await follow(ana, bogota);
      const ofHeron = [
        { target: heron, follower: general },
        { target: heron, follower: ana },
      ];
      expect(await store.follows.all(heron, 10)).toEqual(ofHeron);
      expect(await store.follows.all(undefined, 10)).toEqual([...ofHeron, { target: bogota, follower: ana }]);
      expect(await store.follows.all(undefined, 1)).toHaveLength(1);
    });

    test('digests come due one by one', async () => {
      await follow(general, heron);
      await store.follows.planDigest(general, new Date('2026-02-02T13:00:00Z'));
      const digests = (now: string) =>
        store.transaction(async ({ follows }) => {
          const due = await follows.takeDigests(new Date(now), 10);
          for (const one of due) await follows.planDigest(one, new Date('2026-02-09T13:00:00Z'));
          return due;
        });
      expect(await store.dues.next()).toEqual(new Date('2026-02-02T13:00:00Z'));
      expect(await digests('2026-02-02T12:59:00Z')).toEqual([]);
      expect(await digests('2026-02-02T13:00:00Z')).toMatchObject([{ ...general, ...settings }]);
      expect(await digests('2026-02-02T13:01:00Z')).toEqual([]);
    });
  });

  describe('dues', () => {
    test('come for each offset and follower, are taken once and then gone', async () => {
      await follow(general, heron);
      await follow(ana, bogota);
      await save(hearing(1));
      expect(await store.dues.next()).toEqual(new Date('2026-02-28T14:30:00Z'));
      expect(await take('2026-02-28T14:29:59Z')).toEqual([]);
      expect((await take('2026-02-28T14:30:00Z')).toSorted()).toEqual([
        '1/1 remind 14d channel general',
        '1/1 remind 14d person ana',
      ]);
      expect(await take('2026-02-28T14:30:00Z')).toEqual([]);
    });

    test('of a hearing that moves follow its new time; old ones are forgotten', async () => {
      await follow(general, heron);
      await save(hearing(1));
      await take('2026-02-28T14:30:00Z');
      const time = { date: '2026-04-14', time: '09:30', zone: 'America/Bogota' };
      await save(evolve(hearing(1), { event: 'HearingAdjourned', time }), new Date('2026-03-01T12:00:00Z'));
      expect(await take('2026-03-20T00:00:00Z')).toEqual([]);
      expect(await take('2026-03-31T14:30:00Z')).toEqual(['1/2 remind 14d channel general']);
    });

    test('settled ones do not come back with new zone data, open ones move', async () => {
      await follow(general, heron);
      await save(hearing(1));
      await take('2026-02-28T14:30:00Z');
      // As if the whole zone had moved by a day.
      const later: Zones = {
        ...zones,
        version: 'next',
        momentOf: time => {
          const moment = zones.momentOf(time);
          return { ...moment, at: new Date(moment.at.getTime() + 86_400_000) };
        },
      };
      const found = await store.transaction(async ledgers => {
        const derived = await ledgers.hearings.takeDerivedOtherwise(later, february, 10);
        for (const one of derived) await ledgers.hearings.save(one, later);
        await keepDues(ledgers, derived, new Date('2026-02-28T15:00:00Z'), later);
        return derived.length;
      });
      expect(found).toBe(1);
      expect(
        await store.transaction(({ hearings }) => hearings.takeDerivedOtherwise(later, february, 10)),
      ).toEqual([]);
      expect(await take('2026-03-01T14:30:00Z')).toEqual([]);
      expect(reminders(await take('2026-03-07T14:30:00Z'))).toEqual([]);
      expect(reminders(await take('2026-03-08T14:30:00Z'))).toEqual(['1/1 remind 7d channel general']);
    });

    test('of hearings that were there before come with the follow, and go with it', async () => {
      await save(hearing(1));
      await follow(general, heron, new Date('2026-03-01T00:00:00Z'));
      expect(reminders(await take('2026-03-06T00:00:00Z'))).toEqual([]);
      await store.transaction(async ledgers => {
        await ledgers.follows.lock('follow');
        await ledgers.follows.remove(general, heron);
        await keepDues(ledgers, await ledgers.hearings.takeUpcoming(heron, february), february, zones);
      });
      expect(reminders(await take('2026-03-14T14:00:00Z'))).toEqual([]);
    });

    test('a hearing added while somebody begins to follow is not missed', async () => {
      const days = Array.from({ length: 10 }, (_, number) => number + 1);
      await Promise.all(
        days.flatMap(day => [
          save(hearing(day, 14, { caseName: `CASE ${day}` })),
          follow(general, { kind: 'case', name: `CASE ${day}` }),
        ]),
      );
      expect(reminders(await take('2026-02-28T14:30:00Z'))).toHaveLength(10);
    });

    test('that wait are opened again', async () => {
      await save(hearing(1));
      const [due] = await store.transaction(({ dues }) => dues.take(new Date('2026-03-07T14:30:00Z'), 10));
      if (due) await store.dues.postpone(due, new Date('2026-03-07T16:00:00Z'));
      expect(await take('2026-03-07T15:59:00Z')).toEqual([]);
      expect(await take('2026-03-07T16:00:00Z')).toEqual(['1/1 find-observer 7d']);
    });

    test('twenty workers at once never take the same, nor parts of one hearing', async () => {
      await follow(general, bogota);
      for (let number = 1; number <= 40; number += 1) await save(hearing(number));
      const got = await Promise.all(
        Array.from({ length: 20 }, () =>
          store.transaction(({ dues }) => dues.take(new Date('2026-03-10T00:00:00Z'), 5)),
        ),
      );
      const owners = got.flatMap((dues, worker) => [...new Set(dues.map(due => `${due.hearing} ${worker}`))]);
      expect(new Set(owners.map(owner => owner.split(' ')[0])).size).toBe(owners.length);
      expect(got.flat().length).toBeGreaterThan(0);
    });
  });

  test('a feed’s token opens it until another one takes its place or it is revoked', async () => {
    await store.follows.keepSettings(ana, settings);
    const first = await store.feeds.renew(ana);
    expect(first).toMatch(/^[\w-]{43}$/);
    const second = await store.feeds.renew(ana);
    expect(await store.feeds.followerOf(first)).toBeUndefined();
    expect(await store.feeds.followerOf(second)).toEqual({ ...ana, ...settings });
    expect(await store.feeds.revoke(ana)).toBe(true);
    expect(await store.feeds.revoke(ana)).toBe(false);
    expect(await store.feeds.followerOf(second)).toBeUndefined();
  });

  test('the messages that show a hearing are known in their order, while they are or will be delivered', async () => {
    await save(hearing(1));
    const to = general;
    const card = { hearing: hearing(1).id, to, language: 'fr' } as const;
    for (const key of ['first card', 'second card']) {
      await store.outbox.put({ key, to, body: {}, at: february });
      await store.hearingCards.note([{ key, ...card }]);
    }
    await store.hearingCards.note(['never put in', 'first card'].map(key => ({ key, ...card })));
    await store.outbox.put({ key: 'third card', to, body: {}, at: february });
    await store.hearingCards.note([{ key: 'third card', ...card, asks: 'confirm' }]);
    expect(await store.hearingCards.of(hearing(1).id)).toEqual([
      { key: 'first card', ...card },
      { key: 'second card', ...card },
      { key: 'third card', ...card, asks: 'confirm' },
    ]);
    expect(await store.hearingCards.of(hearing(2).id)).toEqual([]);
  });

  test('a hearing that is over loses its notes after the time of retention, on the record as well', async () => {
    const freshStore = await openStore({ ...(await freshPlace()), retentionDays: 30 });
    const notes = { judge: 'Judge Name' };
    const held = hearing(1, 14, {
      schedule: {
        state: 'held',
        time: { date: '2026-03-14', time: '09:30', zone: 'America/Bogota' },
        outcome: { attendance: 'attended', result: 'verdict' },
      },
    });
    const cancelled = hearing(2, 14, { schedule: { state: 'cancelled' } });
    const open = hearing(3, 14, { schedule: { state: 'to-be-announced' } });
    const forgotten = hearing(4, 14);
    for (const one of [held, cancelled, open, forgotten]) {
      await freshStore.transaction(async ({ hearings, audit }) => {
        await hearings.save(one, zones, notes);
        const subject = { kind: 'hearing', id: one.id };
        await audit.append({
          at: february,
          actor: 'ana',
          subject,
          event: 'HearingAdded',
          facts: {},
          texts: notes,
        });
      });
    }
    const purged = async (at: Date) =>
      (await freshStore.purge(at)).find(({ what }) => what.startsWith('past hearings'))?.count;
    // The closing of a hearing is told by the database's own clock.
    const soon = new Date(Date.now() + 24 * 3_600_000);
    const later = new Date(Date.now() + 31 * 24 * 3_600_000);
    await purged(soon);
    expect(await freshStore.hearings.notesOf(held.id)).toEqual(notes);
    await purged(later);
    for (const one of [held, cancelled, forgotten]) {
      expect(await freshStore.hearings.find(one.id)).toEqual(one);
      expect(await freshStore.hearings.notesOf(one.id)).toEqual({});
      const account = await freshStore.auditReader.accountOf({ kind: 'hearing', id: one.id });
      expect(JSON.stringify(account)).not.toContain('Judge Name');
    }
    expect(await freshStore.hearings.notesOf(open.id)).toEqual(notes);
    expect(await purged(later)).toBe(0);
    expect((await freshStore.auditReader.verify()).sound).toBe(true);
    await freshStore.close();
  });

  test('whether a follower has a feed and when its digest comes can be asked', async () => {
    const other: Follower = { kind: 'groupChat', id: 'others' };
    await store.follows.keepSettings(other, settings);
    expect(await store.feeds.exists(other)).toBe(false);
    await store.feeds.renew(other);
    expect(await store.feeds.exists(other)).toBe(true);
    expect(await store.follows.digestOf(other)).toBeUndefined();
    await store.follows.planDigest(other, february);
    expect(await store.follows.digestOf(other)).toEqual(february);
    await store.follows.planDigest(other, undefined);
  });
});
