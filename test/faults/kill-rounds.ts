import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newKey, readKeyRing } from '../../src/store/encryption.ts';
import type { Place } from '../../src/store/open-engine.ts';
import { openStore } from '../../src/store/store.ts';

/** What many kills did to the store. */
export interface KillReport {
  readonly rounds: number;
  readonly saved: number;
  /** Acknowledged, and not there afterwards: must be empty. */
  readonly lost: readonly string[];
  /** Put in the outbox and never received: must be empty. */
  readonly unsent: readonly string[];
  /** Received again without the mark of a possible repetition: must be empty. */
  readonly repeatedUnmarked: readonly string[];
  readonly repeatedMarked: number;
  readonly chainSound: boolean;
  /** Milliseconds from the last write to the last message sent and the bots' orderly end. */
  readonly drained: number;
  /** Milliseconds from the start of the process to ready. */
  readonly medianStart: number;
  readonly slowestStart: number;
}

export interface KillPlan {
  readonly place: Place;
  readonly rounds: number;
  /** Bots at once; more than one needs PostgreSQL. Each round kills one of them. */
  readonly bots: number;
  readonly report?: (line: string) => void;
}

const writer = new URL('./writer.ts', import.meta.url);

/** Kills bots with SIGKILL at random moments while they write and send, and then compares what is left. */
export async function killRounds({ place, rounds, bots, report = () => {} }: KillPlan): Promise<KillReport> {
  const keys = newKey('fault');
  const saved = new Set<string>();
  const received = new Map<string, boolean[]>();
  const starts: number[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', chunk => {
      body += chunk;
    });
    request.on('end', () => {
      const { key, mayBeRepeated } = JSON.parse(body) as { key: string; mayBeRepeated: boolean };
      received.set(key, [...(received.get(key) ?? []), mayBeRepeated]);
      response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const post = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  // As the bot does, they keep what Node has compiled.
  const compiled = mkdtempSync(join(tmpdir(), 'vigil-compiled-'));
  let started = 0;
  const start = async (writers = 8): Promise<ChildProcess> => {
    started += 1;
    const args = [
      '--place',
      JSON.stringify(place),
      '--keys',
      keys,
      '--post',
      post,
      '--name',
      `bot${started}`,
    ];
    const bot = fork(writer, [...args, '--writers', String(writers)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    });
    await new Promise<void>((ready, fail) => {
      bot.once('exit', code => fail(new Error(`a bot ended by itself with ${code}`)));
      bot.on('message', (words: { ready?: number; saved?: string }) => {
        if (words.saved) saved.add(words.saved);
        if (words.ready) {
          starts.push(words.ready);
          ready();
        }
      });
    });
    return bot;
  };

  const running = await Promise.all(Array.from({ length: bots }, () => start()));
  for (let round = 1; round <= rounds; round += 1) {
    await pause(50 + Math.random() * 500);
    const [victim] = running.splice(Math.floor(Math.random() * running.length), 1);
    if (victim) {
      victim.kill('SIGKILL');
      await once(victim, 'exit');
    }
    running.push(await start());
    if (round % 10 === 0) report(`${round} rounds, ${saved.size} writes saved`);
  }
  const stopping = performance.now();
  // The last ones stop in order, when everything has been sent.
  await Promise.all(
    running.map(async bot => {
      bot.send('stop');
      await once(bot, 'exit');
    }),
  );
  const drained = Math.round(performance.now() - stopping);
  server.close();
  rmSync(compiled, { recursive: true, force: true });
  return {
    rounds,
    drained,
    ...(await compare(place, keys, saved, received)),
    medianStart: Math.round(starts.sort((a, b) => a - b)[starts.length >> 1] ?? 0),
    slowestStart: Math.round(Math.max(...starts)),
  };
}

async function compare(
  place: Place,
  keys: string,
  saved: ReadonlySet<string>,
  received: ReadonlyMap<string, boolean[]>,
): Promise<Omit<KillReport, 'rounds' | 'drained' | 'medianStart' | 'slowestStart'>> {
  const store = await openStore({ ...place, keys: readKeyRing(keys) });
  const lost: string[] = [];
  const unsent: string[] = [];
  for (const key of saved) {
    const [entry] = await store.auditReader.accountOf({ kind: 'case', id: key });
    const posted = await store.outbox.find(key);
    if (entry?.event !== 'NoteAdded' || !posted) lost.push(key);
    if (posted?.state !== 'sent' || !received.has(key)) unsent.push(key);
  }
  const repeated = [...received].filter(([, times]) => times.length > 1);
  const verdict = await store.auditReader.verify();
  await store.close();
  return {
    saved: saved.size,
    lost,
    unsent,
    repeatedUnmarked: repeated.filter(([, times]) => times.slice(1).includes(false)).map(([key]) => key),
    repeatedMarked: repeated.length,
    chainSound: verdict.sound,
  };
}
