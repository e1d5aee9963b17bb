import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createChangeHearing } from '../../src/conversation/hearings/change-hearing.ts';
import { createFollowHearings } from '../../src/conversation/hearings/follow-hearings.ts';
import { createDirectory, type Directory } from '../../src/directory/directory.ts';
import { emptyDirectoryFile } from '../../src/directory/directory-file.ts';
import { type Zones, zones } from '../../src/hearings/court-time.ts';
import type { Hearing } from '../../src/hearings/hearing.ts';
import { usualOffsets } from '../../src/hearings/reminder.ts';
import type { HearingWords } from '../../src/jobs/hearing-words.ts';
import { type Reminders, startReminders } from '../../src/jobs/remind.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { ana, ben, details, officialAmong, telling } from '../hearings/scene.ts';
import { onBothEngines } from '../store/engines.ts';
import { freshFolder } from '../store/folders.ts';
import { createRecordingLog } from '../support/recording-log.ts';

const channel = { kind: 'channel', id: 'general' } as const;
const usual = { offsets: usualOffsets, language: 'en', zone: 'America/Toronto' } as const;
const march = { date: '2026-03-14', time: '09:30' };
const directory = {
  ...createDirectory(emptyDirectoryFile),
  official: officialAmong('ana', 'ben'),
  mission: (id: string) =>
    id === 'bogota' ? { id, language: 'fr', dutyOfficer: 'duty', head: 'head' } : undefined,
} as unknown as Directory;

/** Says in short what each message is about. */
const words: HearingWords = {
  reminder: ({ hearing, offset, late }) => ({ body: `${hearing.id} ${offset}${late ? ' late' : ''}` }),
  seekObserver: ({ offset }) => ({ body: `observer ${offset}` }),
  askConfirmation: () => ({ body: 'confirm' }),
  askOutcome: ({ step, language }) => ({ body: `outcome ${step} ${language}` }),
  digest: ({ hearings }) => (hearings.length > 0 ? { body: `digest ${hearings.length}` } : undefined),
};

onBothEngines('the clockwork of hearings', freshPlace => {
  let store: Store;
  let at: Date;
  let running: Reminders[] = [];
  const now = () => at;

  beforeAll(async () => {
    store = await openStore(await freshPlace());
  });
  afterAll(() => store?.close());
  beforeEach(() => {
    at = new Date('2026-02-01T12:00:00Z');
  });
  const stopAll = async () => {
    await Promise.all(running.map(one => one.stop()));
    running = [];
  };
  afterEach(async () => {
    await stopAll();
    // What one test leaves open must not speak in the next.
    const left = await store.hearings.list({ states: ['scheduled', 'to-be-announced'], most: 1_000 });
    for (const { id } of left) await hearings().change(id, { command: 'CancelHearing' }, ana);
    await follows().unfollow(channel, { kind: 'case', name: 'HERON' }, 'ana');
  });

  const hearings = () => createChangeHearing(store, zones, telling(), now);
  const follows = () => createFollowHearings(store, zones, now);
  const add = async (change: object = {}): Promise<Hearing> => {
    const added = await hearings().add({ details, when: march, notes: {}, ...change }, ana);
    if (!('hearing' in added)) throw new Error(JSON.stringify(added));
    return added.hearing;
  };
  const follow = () => follows().follow(channel, { kind: 'case', name: 'HERON' }, usual, 'ana');
  const start = (given: { zones?: Zones; directory?: () => Promise<Directory> } = {}) => {
    const options = {
      store,
      zones,
      words,
      directory: async () => directory,
      log: createRecordingLog(),
      now,
      ...given,
    };
    const reminders = startReminders(options);
    running.push(reminders);
    return reminders;
  };
  /** Moves the clock and lets the clockwork do whatever is due. */
  const look = async (time: string, reminders = running[0] ?? start()) => {
    at = new Date(time);
    reminders.nudge();
    await vi.waitFor(
      async () => {
        const next = await store.dues.next();
        expect(next === undefined || next > at).toBe(true);
      },
      { timeout: 10_000, interval: 10 },
    );
  };
  const events = async ({ id }: Hearing) => {
    const entries = await store.auditReader.accountOf({ kind: 'hearing', id });
    return entries.map(({ event, facts }) =>
      `${event} ${facts.offset ?? facts.errand ?? facts.step ?? ''}`.trim(),
    );
  };
  const reminderOf = ({ id }: Hearing, offset: string, revision = 1) =>
    store.outbox.find(`reminder:${id}:${revision}:${offset}:channel general`);

  test('a reminder goes into the outbox at its time, once, and on record', async () => {
    await follow();
    const hearing = await add();
    await look('2026-02-28T14:29:59Z');
    expect(await reminderOf(hearing, '14d')).toBeUndefined();
    await look('2026-02-28T14:30:00Z');
    expect(await reminderOf(hearing, '14d')).toEqual({ state: 'waiting' });
    await look('2026-02-28T15:30:00Z');
    expect(await events(hearing)).toEqual(['HearingAdded', 'ReminderSent 14d']);
  });

  test('after three days of downtime the last one comes late and those before it are folded', async () => {
    await follow();
    const hearing = await add();
    await look('2026-03-10T09:00:00Z');
    expect(await reminderOf(hearing, '14d')).toBeUndefined();
    expect(await events(hearing)).toEqual([
      'HearingAdded',
      'ReminderFolded remind 14d channel general',
      'ReminderSent 7d',
      'ObserverSought 7d',
    ]);
  });

  test('a hearing that moved is reminded of for its new date only', async () => {
    await follow();
    const hearing = await add();
    at = new Date('2026-03-07T14:29:30Z');
    const to = { date: '2026-03-20', time: '09:30' };
    await hearings().change(hearing.id, { command: 'AdjournHearing', to }, ana);
    await look('2026-03-07T14:31:00Z');
    expect(await reminderOf(hearing, '7d')).toBeUndefined();
    await look('2026-03-13T14:30:00Z');
    expect(await reminderOf(hearing, '7d', 2)).toEqual({ state: 'waiting' });
  });

  test('a hearing moved while its reminder is taken is reminded of wholly before or not at all', async () => {
    await follow();
    const all: Hearing[] = [];
    for (let number = 0; number < 12; number += 1) all.push(await add());
    const one = start();
    at = new Date('2026-03-07T14:30:00Z');
    one.nudge();
    const to = { date: '2026-03-20', time: '09:30' };
    await Promise.all(all.map(({ id }) => hearings().change(id, { command: 'AdjournHearing', to }, ana)));
    await look('2026-03-07T14:30:01Z', one);
    for (const hearing of all) {
      const told = await events(hearing);
      const moved = told.indexOf('HearingAdjourned');
      expect(told.slice(moved + 1).filter(event => event.startsWith('Reminder'))).toEqual([]);
    }
  });

  test('a clock set forward and back, by an hour and by a day, repeats nothing and loses nothing', async () => {
    await follow();
    const hearing = await add();
    for (const time of [
      '2026-02-28T13:45:00Z',
      '2026-02-28T14:45:00Z',
      '2026-02-28T13:45:00Z',
      '2026-02-28T14:31:00Z',
      '2026-03-07T15:00:00Z',
      '2026-03-06T15:00:00Z',
      '2026-03-07T15:00:00Z',
      '2026-03-13T14:30:00Z',
      '2026-03-14T13:30:00Z',
    ]) {
      await look(time);
    }
    const told = (await events(hearing)).filter(event => event.startsWith('Reminder'));
    expect(told).toEqual(['ReminderSent 14d', 'ReminderSent 7d', 'ReminderSent 1d', 'ReminderSent 1h']);
  });

  test('after a restore, what may have been said since the backup waits for an operator, and what is to come does not', async () => {
    await follow();
    const hearing = await add();
    const folder = await freshFolder();
    const file = join(folder, 'backup.gz');
    await store.backUp(file, at);
    await look('2026-02-28T14:30:00Z');
    expect(await reminderOf(hearing, '14d')).toEqual({ state: 'waiting' });
    await stopAll();

    const original = store;
    store = await openStore(await freshPlace());
    try {
      at = new Date('2026-03-01T12:00:00Z');
      expect(await store.restore(file, at)).toMatchObject({ heldJobs: 1 });
      await look('2026-03-01T12:00:00Z');
      expect(await reminderOf(hearing, '14d')).toBeUndefined();
      const [held] = await store.troubledJobs.list();
      expect(held).toMatchObject({ name: 'hearing-reminders', about: hearing.id, state: 'held' });

      const choice = { what: 'retry', key: held?.id ?? '', operator: 'olga', at } as const;
      expect(await store.settle(choice)).toBe('retry');
      await look('2026-03-01T12:00:01Z');
      expect(await reminderOf(hearing, '14d')).toEqual({ state: 'waiting' });
      expect(await store.troubledJobs.list()).toEqual([]);
      await look('2026-03-07T14:30:00Z');
      expect(await reminderOf(hearing, '7d')).toEqual({ state: 'waiting' });
    } finally {
      await stopAll();
      await store.close();
      store = original;
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);

  test('several clockworks on one store never say the same twice', async () => {
    await follow();
    const all: Hearing[] = [];
    for (let number = 0; number < 120; number += 1) all.push(await add());
    const bots = [start(), start(), start()];
    at = new Date('2026-02-28T14:30:00Z');
    for (const bot of bots) bot.nudge();
    await look('2026-02-28T14:30:00Z', bots[0]);
    for (const hearing of all) expect(await events(hearing)).toEqual(['HearingAdded', 'ReminderSent 14d']);
  });

  test('new zone data move what is still to come', async () => {
    await follow();
    const hearing = await add();
    const later: Zones = {
      ...zones,
      version: 'next',
      momentOf: time => {
        const moment = zones.momentOf(time);
        return { ...moment, at: new Date(moment.at.getTime() + 3_600_000) };
      },
    };
    const renewed = start({ zones: later });
    await look('2026-02-28T14:30:00Z', renewed);
    expect(await reminderOf(hearing, '14d')).toBeUndefined();
    await look('2026-02-28T15:30:00Z', renewed);
    expect(await reminderOf(hearing, '14d')).toEqual({ state: 'waiting' });
  });

  test('the lead is asked for the outcome, asked again, then the head of mission; an answer ends it', async () => {
    const hearing = await add();
    await hearings().change(hearing.id, { command: 'SignUp' }, ana);
    const asked = (step: number, person: string) =>
      store.outbox.find(`ask:${hearing.id}:1:ask-outcome ${step}:${person}`);
    await look('2026-03-14T17:29:00Z');
    expect(await asked(1, 'ana')).toBeUndefined();
    await look('2026-03-14T17:30:00Z');
    expect(await asked(1, 'ana')).toEqual({ state: 'waiting' });
    await look('2026-03-15T17:30:00Z');
    expect(await asked(2, 'ana')).toEqual({ state: 'waiting' });
    await look('2026-03-16T17:30:00Z');
    expect(await asked(3, 'head')).toEqual({ state: 'waiting' });

    at = new Date('2026-02-01T12:00:00Z');
    const answered = await add();
    await look('2026-03-14T17:30:00Z');
    const outcome = { attendance: 'nobody', result: 'unknown' } as const;
    await hearings().change(answered.id, { command: 'RecordOutcome', outcome, notes: {} }, ana);
    await look('2026-03-17T00:00:00Z');
    expect((await events(answered)).filter(event => event.startsWith('Outcome'))).toEqual([
      'OutcomeAsked 1',
      'OutcomeRecorded',
    ]);
  });

  test('while nobody attends the duty officer is asked; whoever attends is asked to confirm', async () => {
    const alone = await add();
    const attended = await add();
    await hearings().change(attended.id, { command: 'SignUp' }, ana);
    await look('2026-03-07T14:30:00Z');
    await look('2026-03-12T14:30:00Z');
    await look('2026-03-13T14:30:00Z');
    expect(await events(alone)).toEqual(['HearingAdded', 'ObserverSought 7d', 'ObserverSought 1d']);
    expect(await events(attended)).toEqual(['HearingAdded', 'AttendanceOffered', 'ConfirmationAsked']);
    expect(await store.outbox.find(`ask:${alone.id}:1:find-observer 7d:duty`)).toEqual({ state: 'waiting' });
    expect(await store.outbox.find(`ask:${attended.id}:1:confirm:ana`)).toEqual({ state: 'waiting' });
  });

  test('whoever has left the directory attends no more: the duty officer is asked, and the lead passes on', async () => {
    const alone = await add();
    const shared = await add();
    for (const { id } of [alone, shared]) await hearings().change(id, { command: 'SignUp' }, ana);
    await hearings().change(shared.id, { command: 'SignUp' }, ben);
    start({ directory: async () => ({ ...directory, official: officialAmong('ben') }) });
    for (const day of ['07', '12', '13']) await look(`2026-03-${day}T14:30:00Z`);
    await look('2026-03-14T17:30:00Z');
    const seek = ['HearingAdded', 'AttendanceOffered', 'ObserverSought 7d', 'ObserverSought 1d'];
    expect(await events(alone)).toEqual([...seek, 'OutcomeAsked 1']);
    const asked = async ({ id }: Hearing, errand: string, person: string) =>
      (await store.outbox.find(`ask:${id}:1:${errand}:${person}`)) !== undefined;
    expect(await asked(shared, 'find-observer 7d', 'duty')).toBe(false);
    expect(await asked(shared, 'confirm', 'ana')).toBe(false);
    expect(await asked(shared, 'confirm', 'ben')).toBe(true);
    expect(await asked(shared, 'ask-outcome 1', 'ben')).toBe(true);
    expect(await asked(alone, 'ask-outcome 1', 'duty')).toBe(true);
  });

  test('a digest comes on Monday morning by the clock of its reader', async () => {
    const weekly = { kind: 'channel', id: 'weekly' } as const;
    await follows().follow(weekly, { kind: 'case', name: 'HERON' }, usual, 'ana');
    await add();
    const digest = (time: string) => store.outbox.find(`digest:channel weekly:${time}`);
    // Nothing in that week, so nothing is said.
    await look('2026-02-02T13:00:00Z');
    expect(await digest('2026-02-02T13:00:00.000Z')).toBeUndefined();
    // Toronto has changed its clocks on the day before.
    await look('2026-03-09T11:59:00Z');
    expect(await digest('2026-03-09T12:00:00.000Z')).toBeUndefined();
    await look('2026-03-09T12:00:00Z');
    expect(await digest('2026-03-09T12:00:00.000Z')).toEqual({ state: 'waiting' });
  });

  test('a directory that cannot be read does not hold reminders back', async () => {
    await follow();
    const hearing = await add();
    let readable = true;
    const bot = startReminders({
      store,
      zones,
      words,
      directory: async () => {
        if (!readable) throw new Error('away');
        return directory;
      },
      log: createRecordingLog(),
      now,
    });
    running.push(bot);
    await look('2026-02-28T14:30:00Z', bot);
    readable = false;
    await look('2026-03-07T14:30:00Z', bot);
    expect(await reminderOf(hearing, '7d')).toEqual({ state: 'waiting' });
  });
});
