import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Job } from '../../src/jobs/job.ts';
import { lookRoundJob, startLookingRound } from '../../src/jobs/look-round.ts';
import { SendError } from '../../src/jobs/messenger.ts';
import { BackupError } from '../../src/store/backup.ts';
import { newKey, readKeyRing, WrongKeyError } from '../../src/store/encryption.ts';
import { runOperatorCommand, UsageError } from '../../src/store/operator-commands.ts';
import { openOperatorDoor, operate } from '../../src/store/operator-door.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { type FreshPlace, onBothEngines, pgliteFolders } from '../store/engines.ts';
import { createRecordingLog } from '../support/recording-log.ts';

const remind: Job<{ hearing: string }> = { name: 'remind', data: z.object({ hearing: z.string() }) };
const now = new Date();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const to = { kind: 'channel', id: '19:abc' } as const;
const files = mkdtempSync(join(tmpdir(), 'vigil-backup-'));
afterAll(() => rmSync(files, { recursive: true, force: true }));

const open = async (freshPlace: FreshPlace) => openStore({ ...(await freshPlace()), jobs: [remind] });

async function fill(store: Store): Promise<void> {
  await store.transaction(async ledgers => {
    await ledgers.preferences.chooseLanguage('ana', 'fr');
    await ledgers.welcomes.claim('ana');
    await ledgers.feedback.record(
      {
        verdict: 'up',
        edition: 'en',
        passageIds: ['3.8#2'],
        language: 'fr',
        at: now,
      },
      'a press',
    );
    await ledgers.conversations.remember(
      { ...to, conversationId: '19:abc', tenantId: 't', serviceUrl: 'https://smba.trafficmanager.net/' },
      now,
    );
    await ledgers.audit.append({
      at: now,
      actor: 'ana',
      subject: { kind: 'escalation', id: 'ESC-2026-0042' },
      event: 'EscalationRaised',
      facts: { kind: 'general' },
      texts: { question: 'What of Maria?' },
    });
    await ledgers.outbox.put({ key: 'waiting', to, body: { say: 'Maria' }, at: later(60) });
    await ledgers.jobs.enqueue(remind, { hearing: 'past' }, { at: later(5) });
    await ledgers.jobs.enqueue(remind, { hearing: 'future' }, { at: later(600) });
  });
}

const say = (store: Store, ...args: string[]) => sayAt(later(10), store, ...args);
async function sayAt(at: Date, store: Store, ...args: string[]): Promise<string> {
  const lines: string[] = [];
  const exit = await runOperatorCommand(store, args, text => lines.push(text), 'olga', at);
  return `${exit} ${lines.join('\n')}`;
}

onBothEngines('a backup', freshPlace => {
  test('brings everything back, sends nothing that may have been sent, and tells no name', async () => {
    const file = join(files, `${Math.random()}.gz`);
    const before = await open(freshPlace);
    await fill(before);
    expect(await say(before, 'data', 'backup', file)).toMatch(/^0 \d+ rows and jobs written/);
    await before.close();
    expect(gunzipSync(readFileSync(file)).toString()).not.toContain('Maria');

    const after = await open(freshPlace);
    expect(await say(after, 'data', 'restore', file)).toMatch(
      /1 jobs restored\n1 messages and 1 jobs are held/,
    );
    expect(await after.preferences.languageOf('ana')).toBe('fr');
    expect(await after.welcomes.claim('ana')).toBe(false);
    expect(await after.conversations.list()).toHaveLength(1);
    expect(await say(after, 'audit', 'verify')).toMatch(/^0 the record is sound: 1 entries/);
    const sent: string[] = [];
    await after.deliver({
      perSecond: 50,
      messenger: {
        send: async ({ key, mayBeRepeated }) => {
          sent.push(`${key} ${mayBeRepeated}`);
          return { activityId: '1', conversationId: 'c' };
        },
      },
    });
    await after.feedback.record(
      { verdict: 'up', edition: 'en', passageIds: [], language: 'fr', at: now },
      'a later press',
    );
    expect(await after.outbox.put({ key: 'waiting', to, body: {}, at: now })).toBe(false);

    const list = await say(after, 'outbox', 'list');
    expect(list).toContain('waiting  to channel 19:abc  held');
    expect(sent).toEqual([]);
    const job = /^ {2}([0-9a-f-]{36}) {2}job remind/m.exec(list)?.[1] ?? '';
    const ran: string[] = [];
    await after.runner.handle(remind, async ({ hearing }) => void ran.push(hearing));
    expect(await say(after, 'outbox', 'retry', job)).toContain('will be tried again');
    expect(await say(after, 'outbox', 'drop', 'waiting')).toContain('waiting: dropped');
    expect(await say(after, 'outbox', 'retry', 'waiting')).toMatch(/^1 waiting: is not on the list/);
    await after.close();
  }, 60_000);

  test('of a bot that looks round can be restored: the ids of turns are digests, of no version of UUID', async () => {
    const file = join(files, `${Math.random()}.gz`);
    const place = async () => ({ ...(await freshPlace()), jobs: [lookRoundJob] });
    const before = await openStore(await place());
    const turnsFrom = (time: string) =>
      startLookingRound(
        before.jobs,
        { handle: async () => {} },
        [],
        () => new Date(time),
        createRecordingLog(),
      );
    for (const minute of ['00', '10', '20', '30']) await turnsFrom(`2096-01-01T00:${minute}:00Z`);
    await before.backUp(file, now);
    await before.close();
    const after = await openStore(await place());
    expect(await after.restore(file, now)).toMatchObject({ jobs: 4, heldJobs: 0 });
    await after.close();
  }, 60_000);

  test('is written beside what a killed one left, of which the next one a day later clears away', async () => {
    const folder = mkdtempSync(join(files, 'left-'));
    const [file, started] = [join(folder, 'vigil.gz'), '11111111-2222-4333-8444-555555555555'];
    const others = [`other.gz.${started}.part`, 'vigil.gz.mine.part'];
    const left = ['vigil.gz.part', `vigil.gz.${started}.part`, ...others];
    for (const name of left) writeFileSync(join(folder, name), '');
    const store = await open(freshPlace);
    expect(await say(store, 'data', 'backup', file)).toMatch(/^0 /);
    expect(readdirSync(folder).toSorted()).toEqual(['vigil.gz', ...left].toSorted());
    const dayBefore = new Date(now.getTime() - 24 * 3_600_000);
    for (const name of left) utimesSync(join(folder, name), dayBefore, dayBefore);
    expect(await say(store, 'data', 'backup', file)).toMatch(/^0 /);
    expect(readdirSync(folder).toSorted()).toEqual(['vigil.gz', 'vigil.gz.part', ...others].toSorted());
    await store.close();
  });

  test('is refused when it is damaged, of a store in use, or without its keys, and then nothing has changed', async () => {
    const file = join(files, `${Math.random()}.gz`);
    const store = await open(freshPlace);
    await fill(store);
    await store.backUp(file, now);
    await expect(store.restore(file, now)).rejects.toThrow('the store has data');
    await store.close();

    const stranger = await openStore({ ...(await freshPlace()), keys: readKeyRing(newKey('test')) });
    await expect(stranger.restore(file, now)).rejects.toThrow(WrongKeyError);
    const cut = join(files, 'cut.gz');
    writeFileSync(cut, readFileSync(file));
    truncateSync(cut, readFileSync(file).length - 40);
    await expect(stranger.restore(cut, now)).rejects.toThrow(BackupError);
    writeFileSync(cut, 'not a backup');
    await expect(stranger.restore(cut, now)).rejects.toThrow(BackupError);
    await expect(stranger.restore(join(files, 'absent'), now)).rejects.toThrow(BackupError);
    expect(await stranger.conversations.list()).toEqual([]);
    await stranger.close();
  }, 60_000);
});

onBothEngines('what an operator decides', freshPlace => {
  const flaky: Job<{ hearing: string }> = { ...remind, name: 'flaky', retries: 0 };

  test('about messages and jobs in trouble is carried out and goes on record', async () => {
    const store = await openStore({ ...(await freshPlace()), jobs: [flaky] });
    let refuses = true;
    const sent: string[] = [];
    await store.deliver({
      messenger: {
        send: async ({ key }) => {
          if (refuses) throw new SendError('status 403', { status: 403 });
          sent.push(key);
          return { activityId: key, conversationId: 'c' };
        },
      },
    });
    const ran: string[] = [];
    await store.runner.handle(flaky, async ({ hearing }) => {
      if (refuses) throw new Error('away');
      ran.push(hearing);
    });
    await store.transaction(async ledgers => {
      for (const key of ['again', 'given up']) await ledgers.outbox.put({ key, to, body: {}, at: now });
      for (const hearing of ['again', 'given up']) await ledgers.jobs.enqueue(flaky, { hearing });
    });
    await vi.waitFor(
      async () => expect(await store.troubles()).toMatchObject({ waiting: 0, troubled: 2, jobs: 2 }),
      { timeout: 15_000 },
    );
    refuses = false;
    const list = await say(store, 'outbox', 'list');
    expect(list).toMatch(/^0 0 waiting; 0 sent; 4 need you:/);
    const [first = '', second = ''] = [...list.matchAll(/^ {2}([0-9a-f-]{36}) {2}job flaky {2}failed/gm)].map(
      ([, id]) => id ?? '',
    );
    expect(await sayAt(now, store, 'outbox', 'retry', 'again', first)).toMatch(/^0 /);
    expect(await say(store, 'outbox', 'drop', 'given up', second)).toMatch(/^0 /);
    expect(await say(store, 'outbox', 'drop', second)).toContain('is not on the list');
    await vi.waitFor(() => expect([sent, ran.length]).toEqual([['again'], 1]), { timeout: 15_000 });
    expect(await store.troubles()).toMatchObject({ troubled: 0, jobs: 0 });
    const record = async (kind: string, id: string) =>
      (await store.auditReader.accountOf({ kind, id })).map(({ actor, event, facts }) => [
        actor,
        event,
        facts,
      ]);
    expect(await record('message', 'again')).toEqual([['operator olga', 'MessageRetried', {}]]);
    expect(await record('message', 'given up')).toEqual([['operator olga', 'MessageDropped', {}]]);
    expect(await record('job', first)).toEqual([['operator olga', 'JobRetried', { job: 'flaky' }]]);
    expect(await record('job', second)).toEqual([['operator olga', 'JobDropped', { job: 'flaky' }]]);
    await store.close();
  });
});

describe('operators', () => {
  const freshPlace = pgliteFolders();

  test('use the store of a running bot through its door, and by themselves when it is stopped', async () => {
    const place = (await freshPlace()) as { dataDir: string };
    const env = { DATA_DIR: place.dataDir };
    const lines: string[] = [];
    const command = (...args: string[]) => operate(args, env, text => lines.push(text));
    const bot = await openStore({ dataDir: place.dataDir });
    await expect(command('outbox', 'list')).rejects.toThrow('in use by another Vigil');
    const deep = join(place.dataDir, 'so-deep-that-no-socket-has-room'.repeat(4));
    await expect(openOperatorDoor(bot, deep)).rejects.toThrow(/too long .* set DATA_DIR to a shorter one/);
    const close = await openOperatorDoor(bot, place.dataDir);
    expect(await command('audit', 'verify')).toBe(0);
    await expect(command('audit', 'burn')).rejects.toThrow('usage');
    await close();
    await bot.close();
    expect(await command('audit', 'verify')).toBe(0);
    expect(lines).toEqual([expect.stringContaining('sound'), expect.stringContaining('sound')]);
  }, 60_000);

  test('read which key the bot has rotated to, which may not be the first of theirs', async () => {
    const { dataDir } = (await freshPlace()) as { dataDir: string };
    const [k1, k2] = [newKey('k1'), newKey('k2')];
    const bot = await openStore({ dataDir, keys: readKeyRing(k1) });
    const close = await openOperatorDoor(bot, dataDir);
    const lines: string[] = [];
    const env = { DATA_DIR: dataDir, DATA_KEYS: `${k2},${k1}` };
    expect(await operate(['data', 'rotate-keys'], env, text => lines.push(text))).toBe(0);
    expect(lines).toEqual(['0 values encrypted again; keys other than "k1" may go']);
    await close();
    await bot.close();
  }, 60_000);

  test('are refused an option that a command would not heed, and a decision on nothing', async () => {
    const store = await open(freshPlace);
    await store.seenActivities.claim('old', later(-60 * 24 * 30));
    const unheeded = [
      ['data', 'purge', '--dry-run'],
      ['outbox', 'drop', '--all'],
      ['audit', 'verify', '--json'],
    ];
    for (const typed of unheeded) await expect(say(store, ...typed)).rejects.toThrow('is no option of');
    for (const what of ['retry', 'drop'])
      await expect(say(store, 'outbox', what)).rejects.toThrow('which KEY');
    expect(await say(store, 'outbox', 'retry', '--all')).toBe('0 nothing waits for you');
    expect(await say(store, 'data', 'purge')).toContain('1 old deliveries forgotten');
    await store.close();
  }, 60_000);

  test.skipIf(process.platform === 'win32')(
    'have a door that nobody but the bot’s own user can enter, in a folder that is open to all',
    async () => {
      const { dataDir } = (await freshPlace()) as { dataDir: string };
      const bot = await openStore({ dataDir });
      chmodSync(dataDir, 0o777);
      const before = process.umask(0);
      try {
        const close = await openOperatorDoor(bot, dataDir);
        expect(statSync(join(dataDir, 'operator.sock')).mode & 0o077).toBe(0);
        expect(process.umask()).toBe(0);
        await close();
      } finally {
        process.umask(before);
        await bot.close();
      }
    },
    60_000,
  );

  test('are told to look into the log of a bot that fails, and find it there', async () => {
    const { dataDir } = (await freshPlace()) as { dataDir: string };
    const bot = await openStore({ dataDir });
    const log = createRecordingLog();
    const damaged = {
      ...bot,
      auditReader: { ...bot.auditReader, verify: () => Promise.reject(new Error('a fault of ours')) },
    };
    const close = await openOperatorDoor(damaged, dataDir, () => [], log);
    await expect(operate(['audit', 'verify'], { DATA_DIR: dataDir }, () => {})).rejects.toThrow(
      'the bot’s log',
    );
    expect(log.lines.join()).toContain('a fault of ours');
    await close();
    await bot.close();
  }, 60_000);

  test('export the record of one escalation, for people and as JSON, which is itself on record', async () => {
    const store = await open(freshPlace);
    await fill(store);
    const text = await say(store, 'audit', 'export', '--escalation', 'ESC-2026-0042');
    expect(text).toContain('question: What of Maria?');
    const json = JSON.parse(
      (await say(store, 'audit', 'export', '--escalation', 'ESC-2026-0042', '--json')).slice(2),
    );
    expect(json.entries.map((entry: { event: string }) => entry.event)).toEqual([
      'EscalationRaised',
      'RecordExported',
    ]);
    await expect(say(store, 'audit', 'export')).rejects.toThrow(UsageError);
    const both = ['--escalation', 'ESC-2026-0042', '--inquiry', 'ASK-2026-0001'];
    await expect(say(store, 'audit', 'export', ...both)).rejects.toThrow(UsageError);
    // The record is for ever: a name typed in the place of a reference must not get there.
    for (const typed of [
      ['--inquiry', 'ASK-2026-0001'],
      ['--escalation', 'Maria'],
    ])
      await expect(say(store, 'audit', 'export', ...typed)).rejects.toThrow('nothing is on record');
    expect(await say(store, 'audit', 'verify')).toContain('3 entries');
    expect(await say(store, 'data', 'purge')).toBe(
      [
        '0 0 old deliveries forgotten',
        '0 messages that nobody could send dropped',
        '0 forms that nobody sent forgotten',
        '0 closed requests for sign-off purged',
        '0 answered questions to Headquarters purged',
        '0 revoked guidance purged',
        '0 old counts of unanswered questions removed',
        '0 past hearings purged of their notes',
      ].join('\n'),
    );
    expect(await say(store, 'data', 'rotate-keys')).toContain('0 values');
    await store.close();
  }, 60_000);
});
