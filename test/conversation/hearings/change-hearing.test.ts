import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  type ChangeHearing,
  createChangeHearing,
  type HearingChange,
} from '../../../src/conversation/hearings/change-hearing.ts';
import { createFollowHearings } from '../../../src/conversation/hearings/follow-hearings.ts';
import { createReadNotes } from '../../../src/conversation/hearings/read-notes.ts';
import { zones } from '../../../src/hearings/court-time.ts';
import type { Follower, FollowerWithSettings } from '../../../src/hearings/follow.ts';
import type { Hearing } from '../../../src/hearings/hearing.ts';
import { usualOffsets } from '../../../src/hearings/reminder.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { ana, details, telling } from '../../hearings/scene.ts';
import { pgliteFolders } from '../../store/engines.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });
const freshPlace = pgliteFolders();
const channel: Follower = { kind: 'channel', id: 'general' };
const usual = { offsets: usualOffsets, language: 'en', zone: 'America/Toronto' } as const;
const march = { date: '2026-03-14', time: '09:30' };
const request = { details, when: march, notes: { judge: 'Judge Name' } };

let now = new Date('2026-02-01T12:00:00Z');
let store: Store;
let hearings: ChangeHearing;
const told: { change: HearingChange; followers: readonly FollowerWithSettings[] }[] = [];

beforeAll(async () => {
  store = await openStore(await freshPlace());
  hearings = createChangeHearing(
    store,
    zones,
    telling(async (ledgers, change, followers) => {
      told.push({ change, followers });
      for (const to of followers) {
        await ledgers.outbox.put({
          key: `notice:${change.hearing.id}:${change.hearing.revision}:${to.id}`,
          to: { kind: to.kind, id: to.id },
          body: { hearing: change.hearing.id },
          at: change.at,
        });
      }
    }),
    () => now,
  );
  const follows = createFollowHearings(store, zones, () => now);
  expect(await follows.follow(channel, { kind: 'case', name: 'HERON' }, usual, 'ana')).toBe(true);
  expect(await follows.follow(channel, { kind: 'case', name: 'HERON' }, usual, 'ana')).toBe(false);
});
afterAll(() => store?.close());

async function add(change: Partial<typeof request> = {}): Promise<Hearing> {
  const added = await hearings.add({ ...request, ...change }, ana);
  if (!('hearing' in added)) throw new Error(JSON.stringify(added));
  return added.hearing;
}

test('an added hearing is kept, followed up, told and on record in one step', async () => {
  const hearing = await add();
  expect(hearing.id).toMatch(/^HRG-2026-\d{4}$/);
  expect(await store.hearings.find(hearing.id)).toEqual(hearing);
  expect(await store.dues.next()).toEqual(new Date('2026-02-02T13:00:00Z'));
  expect(told.at(-1)).toMatchObject({
    change: { events: [{ event: 'HearingAdded' }] },
    followers: [channel],
  });
  expect(await store.outbox.find(`notice:${hearing.id}:1:general`)).toEqual({ state: 'waiting' });
  const [entry] = await store.auditReader.accountOf({ kind: 'hearing', id: hearing.id });
  expect(entry).toMatchObject({
    actor: 'ana',
    event: 'HearingAdded',
    facts: { caseName: 'HERON', date: '2026-03-14', time: '09:30' },
    texts: { judge: { text: 'Judge Name' }, court: { text: 'Juzgado 4' } },
  });
  expect(JSON.stringify(entry?.facts)).not.toMatch(/Judge|Juzgado/);
});

test('a refusal changes nothing and costs no reference', async () => {
  const first = await add();
  expect(await hearings.add({ ...request, when: { date: '2026-01-01', time: '09:00' } }, ana)).toEqual({
    refused: 'time-past',
  });
  const second = await add();
  expect(Number(second.id.slice(-4))).toBe(Number(first.id.slice(-4)) + 1);
  expect(await hearings.change('HRG-1999-0001', { command: 'SignUp' }, ana)).toEqual({ refused: 'unknown' });
});

test('the same press does its work once', async () => {
  const { id } = await add();
  expect(await hearings.change(id, { command: 'SignUp' }, ana, 'press 1')).toHaveProperty('hearing');
  expect(await hearings.change(id, { command: 'Withdraw' }, ana, 'press 1')).toEqual({ repeated: true });
});

test('when telling fails nothing has happened', async () => {
  const { id } = await add();
  const failing = createChangeHearing(
    store,
    zones,
    telling(async () => {
      throw new Error('no card');
    }),
    () => now,
  );
  const april = { date: '2026-04-02', time: '14:00' };
  await expect(failing.change(id, { command: 'AdjournHearing', to: april }, ana)).rejects.toThrow('no card');
  expect(await store.hearings.find(id)).toMatchObject({ revision: 1 });
  expect(await store.auditReader.accountOf({ kind: 'hearing', id })).toHaveLength(1);
});

test('who followed the case under its old name hears that it has another', async () => {
  const { id } = await add();
  await hearings.change(id, { command: 'EditHearing', details: { caseName: 'EGRET' }, notes: {} }, ana);
  expect(told.at(-1)).toMatchObject({ change: { before: { caseName: 'HERON' } }, followers: [channel] });
});

test('an outcome makes the next hearing, and both are on record', async () => {
  const { id } = await add();
  now = new Date('2026-03-14T18:00:00Z');
  const changed = await hearings.change(
    id,
    {
      command: 'RecordOutcome',
      outcome: { attendance: 'attended', result: 'adjourned' },
      notes: { observed: 'what was seen' },
      next: { when: { date: '2026-04-02', time: '14:00' } },
    },
    ana,
  );
  if (!('next' in changed) || !changed.next) throw new Error(JSON.stringify(changed));
  expect(await store.hearings.find(id)).toMatchObject({
    schedule: { state: 'held', outcome: { next: changed.next.id } },
  });
  expect(await store.hearings.notesOf(id)).toEqual({ judge: 'Judge Name', observed: 'what was seen' });
  expect(await store.hearings.notesOf(changed.next.id)).toEqual({});
  const [entry] = await store.auditReader.accountOf({ kind: 'hearing', id: changed.next.id });
  expect(entry).toMatchObject({ event: 'HearingAdded', facts: { follows: id } });
  now = new Date('2026-02-01T12:00:00Z');
});

test('many are added or none, and the refused one is named', async () => {
  const before = (await store.hearings.list({ most: 1_000 })).length;
  const bad = { ...request, details: { ...details, zone: 'America/Macondo' } };
  expect(await hearings.addAll([request, bad], ana)).toEqual({ refused: 'zone-unknown', request: 1 });
  expect(await store.hearings.list({ most: 1_000 })).toHaveLength(before);
  expect(await hearings.addAll([request, request], ana)).toHaveLength(2);
});

test('notes are shown to those entitled, and each showing is on record', async () => {
  const { id } = await add();
  const read = createReadNotes(
    store,
    (_, person) => person === 'ana',
    () => now,
  );
  expect(await read(id, 'ben')).toBeUndefined();
  expect(await read(id, 'ana')).toEqual({ judge: 'Judge Name' });
  const entries = await store.auditReader.accountOf({ kind: 'hearing', id });
  expect(entries.map(({ event, actor }) => `${event} ${actor}`)).toEqual([
    'HearingAdded ana',
    'NotesShown ana',
  ]);
});

test('a press that was refused may come again and be right', async () => {
  const { id } = await add();
  const withdraw = { command: 'Withdraw' } as const;
  expect(await hearings.change(id, withdraw, ana, 'press 2')).toEqual({ refused: 'not-attending' });
  await hearings.change(id, { command: 'SignUp' }, ana);
  expect(await hearings.change(id, withdraw, ana, 'press 2')).toHaveProperty('hearing');
});
