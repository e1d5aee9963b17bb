import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../src/store/database.ts';
import { newKey, readKeyRing } from '../../src/store/encryption.ts';
import type { Place } from '../../src/store/open-engine.ts';
import { openStore } from '../../src/store/store.ts';
import { addManyHearings, followCases, oweReminders } from '../support/many-hearings.ts';

export interface ReminderKillPlan {
  readonly place: Place;
  readonly reminders: number;
  /** Seconds within which they come due. */
  readonly within: number;
  /** Bots at once; more than one needs PostgreSQL. One is killed in the middle, and a lonely one is started again. */
  readonly bots: 1 | 2;
}

/** What became of the reminders. */
export interface ReminderKillReport {
  readonly sent: number;
  /** Never received: must be empty. */
  readonly lost: readonly string[];
  /** Received again without the mark of a possible repetition: must be empty. */
  readonly repeatedUnmarked: readonly string[];
  readonly repeatedMarked: number;
  /** Messages that the killed bot ever had under way at once: no more than these can be repeated. */
  readonly mostUnderWay: number;
  /** How often any one was received: with one kill, twice at most. */
  readonly mostOften: number;
  readonly recordSound: boolean;
  /** Milliseconds from the kill until everything that was due by then had been sent. */
  readonly recovery: number;
  /** Lateness in milliseconds: of all, and of those that came due after the recovery. */
  readonly all: Lateness;
  readonly afterRecovery: Lateness;
}

export interface Lateness {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** So many channels, each with its own case: they share the reminders. */
const channels = 500;
/** How long a bot may take to start, in milliseconds. */
const startsWithin = 5_000;
const bot = new URL('./reminder-bot.ts', import.meta.url);

/** Lets bots remind of many hearings at once, and kills one of them in the middle with SIGKILL. */
export async function remindThroughKill(plan: ReminderKillPlan): Promise<ReminderKillReport> {
  const { place, reminders, within, bots } = plan;
  const keys = newKey('fault');
  const teams = await receive();
  const mostUnderWay = new Map<ChildProcess | undefined, number>();
  const start = async (): Promise<ChildProcess> => {
    const args = ['--place', JSON.stringify(place), '--keys', keys, '--teams', teams.address];
    const child = fork(bot, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const ready = Promise.withResolvers<void>();
    child.on('message', told => {
      if (told === 'ready') ready.resolve();
      else mostUnderWay.set(child, (told as { mostUnderWay: number }).mostUnderWay);
    });
    await ready.promise;
    return child;
  };

  await addCalendar(plan, keys);
  // A folder admits one process: its bot finds the reminders when it starts.
  const late = bots === 1 ? await owe(plan, new Date(Date.now() + startsWithin)) : undefined;
  const running = await Promise.all(Array.from({ length: bots }, start));
  const dueOf = late ?? (await owe(plan, new Date()));
  const firstDue = Math.min(...dueOf.values());
  await pause(Math.max(0, firstDue + (within * 1_000) / 2 - Date.now()));
  const [victim] = running.splice(0, 1);
  victim?.kill('SIGKILL');
  const killed = Date.now();
  if (bots === 1) running.push(await start());

  const deadline = firstDue + within * 1_000 + 120_000;
  while (teams.received.size < reminders && Date.now() < deadline) await pause(50);
  // A repetition would come right after.
  await pause(1_000);
  await Promise.all(
    running.map(async child => {
      child.send('stop');
      await once(child, 'exit');
    }),
  );
  teams.close();

  const store = await openStore({ ...place, keys: readKeyRing(keys) });
  const { sound } = await store.auditReader.verify();
  await store.close();
  return {
    ...judge(dueOf, teams.received, killed),
    mostUnderWay: mostUnderWay.get(victim) ?? 0,
    recordSound: sound,
  };
}

type Received = ReadonlyMap<string, readonly { readonly at: number; readonly marked: boolean }[]>;

/** Stands in for Teams: takes every message and notes when. */
async function receive() {
  const received = new Map<string, { at: number; marked: boolean }[]>();
  const server = createServer((incoming, response) => {
    let body = '';
    incoming.on('data', chunk => {
      body += chunk;
    });
    incoming.on('end', () => {
      const { key, mayBeRepeated } = JSON.parse(body) as { key: string; mayBeRepeated: boolean };
      received.set(key, [...(received.get(key) ?? []), { at: Date.now(), marked: mayBeRepeated }]);
      response.end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, received, close: () => server.close() };
}

/** Hearings that begin within the hour, and channels that follow them. */
async function addCalendar({ place, reminders }: ReminderKillPlan, keys: string): Promise<void> {
  // The keys are checked when a store is opened for the first time.
  await (await openStore({ ...place, keys: readKeyRing(keys) })).close();
  const { db, close } = await openDatabase(place);
  // Courts begin at full minutes; an hour before this one has been.
  const first = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 3_600_000);
  await addManyHearings(db, { count: reminders, cases: channels, first, minutesApart: 0 });
  await followCases(db, channels);
  await close();
}

/** @returns when each message is due, by its key */
async function owe({ place, within }: ReminderKillPlan, from: Date): Promise<ReadonlyMap<string, number>> {
  const { db, close } = await openDatabase(place);
  await oweReminders(db, channels, from, within);
  const dues = await db.selectFrom('hearing_due').select(['hearing_id', 'key', 'due_at']).execute();
  await close();
  return new Map(
    dues.map(({ hearing_id: id, key, due_at }) => {
      const channel = key.replace('remind 1h channel ', '');
      return [`reminder:${id}:1:1h:channel ${channel}`, due_at.getTime()];
    }),
  );
}

function judge(dueOf: ReadonlyMap<string, number>, received: Received, killed: number) {
  const firsts = [...dueOf].flatMap(([key, due]) => {
    const [first] = received.get(key) ?? [];
    return first ? [{ due, at: first.at }] : [];
  });
  const recovered = Math.max(killed, ...firsts.filter(({ due }) => due <= killed).map(({ at }) => at));
  const repeated = [...received].filter(([, times]) => times.length > 1);
  return {
    sent: firsts.length,
    lost: [...dueOf.keys()].filter(key => !received.has(key)),
    repeatedUnmarked: repeated
      .filter(([, times]) => times.slice(1).some(({ marked }) => !marked))
      .map(([key]) => key),
    repeatedMarked: repeated.length,
    mostOften: Math.max(0, ...[...received.values()].map(({ length }) => length)),
    recovery: recovered - killed,
    all: latenessOf(firsts),
    afterRecovery: latenessOf(firsts.filter(({ due }) => due > recovered)),
  };
}

function latenessOf(sent: readonly { readonly due: number; readonly at: number }[]): Lateness {
  const sorted = sent.map(({ due, at }) => Math.round(at - due)).sort((a, b) => a - b);
  const at = (quantile: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}
