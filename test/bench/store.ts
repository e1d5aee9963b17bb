import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { newKey, readKeyRing } from '../../src/store/encryption.ts';
import type { Place } from '../../src/store/open-engine.ts';
import type { NewMessage } from '../../src/store/outbox.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { freshFolder } from '../store/folders.ts';
import { findPostgres, startPostgres } from '../store/postgres-server.ts';
import { type Figure, median, show } from './figures.ts';

/**
 * How fast the store is: `node test/bench/store.ts`. Method:
 *
 * - all data are on the disk of the system's temporary folder, or of VIGIL_TEST_DIR.
 * - events/s: 8 writers, each transaction appends one audit event with an encrypted text and puts one message into the
 *   outbox; 5 seconds after 1 of warming up. Also with 50 events and messages to a transaction.
 * - messages/s: 5,000 messages of 500 conversations wait, and then 50,000; a worker posts each to an HTTP server on loopback
 *   in this process, over kept-alive connections, with no limit of pace; from the first look until all are noted as sent.
 * - start: a new process, from its first line to an open store, in a folder that exists; the median of five.
 * - memory: resident memory of such a process, half a second later.
 */
process.env.VIGIL_TEST_DIR ??= tmpdir();
const keys = readKeyRing(newKey('bench'));
const seconds = (since: number) => (performance.now() - since) / 1_000;
let number = 0;

function nextMessage(): NewMessage {
  number += 1;
  return {
    key: `bench ${number}`,
    to: { kind: 'channel', id: `c${number % 500}` },
    body: { card: 'x'.repeat(500) },
    at: new Date(),
  };
}

async function write(store: Store, batch: number): Promise<void> {
  await store.transaction(async ledgers => {
    for (let count = 0; count < batch; count += 1) {
      await ledgers.audit.append({
        at: new Date(),
        actor: 'ana',
        subject: { kind: 'escalation', id: `ESC-${number % 100}` },
        event: 'DecisionGiven',
        facts: { number },
        texts: { reason: 'a reason of some length, as people write it' },
      });
      await ledgers.outbox.put(nextMessage());
    }
  });
}

async function eventsPerSecond(store: Store, batch: number): Promise<number> {
  const run = async (duration: number) => {
    const began = performance.now();
    let count = 0;
    const writer = async () => {
      while (seconds(began) < duration) {
        await write(store, batch);
        count += batch;
      }
    };
    await Promise.all(Array.from({ length: 8 }, writer));
    return count / seconds(began);
  };
  await run(1);
  return Math.round(await run(5));
}

/** Puts so many messages into the outbox, and gives how many a second leave it. */
async function messagesPerSecond(store: Store, total: number): Promise<number> {
  const server = createServer((incoming, response) => {
    incoming.resume().on('end', () => response.end('{"id":"1"}'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const post = (body: string) =>
    new Promise<void>((done, fail) => {
      request({ port, host: '127.0.0.1', method: 'POST', agent }, response =>
        response.resume().on('end', done),
      )
        .on('error', fail)
        .end(body);
    });
  for (let count = 0; count < total; count += 1_000) {
    const messages = Array.from({ length: Math.min(1_000, total - count) }, () => nextMessage());
    await store.outbox.putAll(messages);
  }
  const began = performance.now();
  const before = (await store.outboxTrouble.count()).waiting;
  await store.deliver({
    width: 128,
    messenger: {
      send: async ({ key, body }) => {
        await post(JSON.stringify({ key, body }));
        return { activityId: key, conversationId: 'c' };
      },
    },
  });
  while ((await store.outboxTrouble.count()).waiting > 0)
    await new Promise(resolve => setTimeout(resolve, 50));
  const rate = Math.round(before / seconds(began));
  agent.destroy();
  server.close();
  return rate;
}

async function startAndMemory(place: Place): Promise<{ start: number; memory: number }> {
  const runs: { start: number; memory: number }[] = [];
  for (let run = 0; run < 5; run += 1) {
    const child = fork(new URL(import.meta.url), ['child', JSON.stringify(place), newKeyText], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const [answer] = (await once(child, 'message')) as [{ start: number; memory: number }];
    runs.push(answer);
    await once(child, 'exit');
  }
  return {
    start: Math.round(median(runs.map(run => run.start))),
    memory: Math.round(median(runs.map(run => run.memory))),
  };
}

const newKeyText = newKey('start');

async function measure(name: string, place: Place, emptyPlace: Place): Promise<void> {
  const say = (what: string, seen: string, goal?: Figure['goal']) =>
    show({ what: `${what}, ${name}`, seen, ...(goal ? { goal } : {}) });
  const store = await openStore({ ...place, keys });
  say('events with a message each', `${await eventsPerSecond(store, 1)}/s`);
  say('the same, fifty to a transaction', `${await eventsPerSecond(store, 50)}/s`);
  const began = performance.now();
  const { sound } = await store.auditReader.verify();
  say('record verified', `${Math.round(number / seconds(began))} events/s`, { of: 'sound', met: sound });
  await store.close();
  for (const total of [5_000, 50_000]) {
    const sending = await openStore({ ...emptyPlace, keys: readKeyRing(newKeyText) });
    const rate = await messagesPerSecond(sending, total);
    say(`messages sent, of ${total} that waited`, `${rate}/s`, { of: '1000/s', met: rate >= 1_000 });
    await sending.close();
  }
  const { start, memory } = await startAndMemory(emptyPlace);
  say('store alone: open, resident', `${start} ms, ${memory} MB`);
}

if (process.argv[2] === 'child') {
  const store = await openStore({
    ...JSON.parse(process.argv[3] ?? ''),
    keys: readKeyRing(process.argv[4] ?? ''),
  });
  const start = process.uptime() * 1_000;
  await new Promise(resolve => setTimeout(resolve, 500));
  process.send?.({ start, memory: process.memoryUsage.rss() / 2 ** 20 });
  await store.close();
  process.exit();
}

const folders = [await freshFolder(), await freshFolder()] as const;
await measure('PGlite', { dataDir: folders[0] }, { dataDir: folders[1] });
for (const folder of folders) rmSync(folder, { recursive: true, force: true });
const bin = findPostgres();
if (bin) {
  const server = await startPostgres(bin);
  number = 0;
  await measure(
    'PostgreSQL',
    { databaseUrl: await server.createDatabase() },
    { databaseUrl: await server.createDatabase() },
  );
  await server.stop();
} else process.stdout.write('PostgreSQL skipped: no server found\n');
