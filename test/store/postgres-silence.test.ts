import { rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openPostgresEngine } from '../../src/store/postgres-engine.ts';
import { openStore } from '../../src/store/store.ts';
import { testKeys } from './engines.ts';
import { freshFolder } from './folders.ts';
import { findPostgres, type PostgresServer, startPostgres } from './postgres-server.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });
const bin = findPostgres();

/** The way to a server, on which connections can fall silent as when a host is gone: nothing closes them. */
async function startWay(databaseUrl: string) {
  const socketOf = (folder: string) => join(folder, '.s.PGSQL.5432');
  const url = new URL(databaseUrl);
  const server = socketOf(url.searchParams.get('host') ?? '');
  const folder = await freshFolder();
  const ends: Socket[] = [];
  const way = createServer(here => {
    const there = connect(server);
    for (const end of [here, there]) {
      ends.push(end);
      end.on('error', () => {});
    }
    here.pipe(there).pipe(here);
  });
  await new Promise<void>(resolve => way.listen(socketOf(folder), resolve));
  url.searchParams.set('host', folder);
  return {
    databaseUrl: url.href,
    /** From now on nothing arrives on the connections that there are; new ones find the server. */
    fallSilent: () => {
      for (const end of ends) {
        end.unpipe();
        end.pause();
      }
    },
    stop: () => {
      way.close();
      for (const end of ends) end.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

describe.skipIf(!bin)('when a host is gone and nothing closes its connections', () => {
  let server: PostgresServer;
  let databaseUrl: string;
  const open = (url: string) => {
    const engine = openPostgresEngine(url, { statement: 1_000, transaction: 500 });
    const config = { databaseUrl: url, keys: testKeys };
    return openStore(config, { opening: { engine: Promise.resolve(engine) } });
  };

  beforeAll(async () => {
    server = await startPostgres(bin as string);
    databaseUrl = await server.createDatabase();
  });
  afterAll(async () => {
    await server?.stop();
  });

  test('a bot leaves a server that says nothing for a new connection, and sends again', async () => {
    const way = await startWay(databaseUrl);
    const store = await open(way.databaseUrl);
    const sent: string[] = [];
    await store.deliver({
      messenger: {
        send: async ({ key }) => {
          sent.push(key);
          return { activityId: key, conversationId: 'general' };
        },
      },
    });
    const interrupted = store.transaction(async ledgers => {
      await ledgers.welcomes.claim('ana');
      way.fallSilent();
      await ledgers.welcomes.claim('ben');
    });
    await expect(interrupted).rejects.toThrow();
    // Once the pool has also left the silent connections that were idle.
    const claimed = await vi.waitFor(() => store.welcomes.claim('ana'), { timeout: 20_000 });
    expect(claimed).toBe(true);
    const to = { kind: 'channel', id: 'general' } as const;
    await store.outbox.put({ key: 'after', to, body: {}, at: new Date() });
    await vi.waitFor(() => expect(sent).toEqual(['after']), { timeout: 15_000 });
    way.stop();
    await store.close();
  });

  test('the sign of life fails, and nothing is written past the log', async () => {
    const way = await startWay(databaseUrl);
    const store = await open(way.databaseUrl);
    expect(await store.check()).toBe('ready');
    const written = vi.spyOn(console, 'error');
    way.fallSilent();
    expect(await store.check()).toEqual({ failed: 'the database does not answer' });
    way.stop();
    // What was asked fails now, with nobody waiting for it any more.
    await store.close();
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
  });

  test('what a lost bot had locked is soon another’s', async () => {
    const lost = await open(databaseUrl);
    const other = await open(databaseUrl);
    const [locked, away] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const halfDone = lost.transaction(async ledgers => {
      await ledgers.preferences.chooseLanguage('carla', 'fr');
      locked.resolve();
      await away.promise;
    });
    const failed = expect(halfDone).rejects.toThrow();
    await locked.promise;
    await other.preferences.chooseLanguage('carla', 'en');
    away.resolve();
    await failed;
    expect(await other.preferences.languageOf('carla')).toBe('en');
    await Promise.all([lost.close(), other.close()]);
  });
});
