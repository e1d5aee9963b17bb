import { rmSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { type KeyRing, newKey, readKeyRing } from '../../src/store/encryption.ts';
import type { Place } from '../../src/store/open-engine.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { freshFolder } from './folders.ts';
import { findPostgres, type PostgresServer, startPostgres } from './postgres-server.ts';

/** A ring that lives as long as the test file. */
export const testKeys = readKeyRing(newKey('test'));

/** Gives a new, empty place for a store; it is removed with the test file. */
export type FreshPlace = () => Promise<Place & { readonly keys: KeyRing }>;

/** Runs one suite on both engines. PostgreSQL is left out, in one visible line, where it is not installed. */
export function onBothEngines(
  title: string,
  suite: (freshPlace: FreshPlace, kind: 'pglite' | 'postgres') => void,
): void {
  // Starting an engine takes a second, and several on a busy machine.
  vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });
  describe(`${title}, on PGlite`, () => suite(pgliteFolders(), 'pglite'));
  const bin = findPostgres();
  if (bin) describe(`${title}, on PostgreSQL`, () => suite(postgresDatabases(bin), 'postgres'));
  else
    describe.skip(`${title}, on PostgreSQL (skipped: no server found)`, () => suite(unreachable, 'postgres'));
}

const unreachable: FreshPlace = () => Promise.reject(new Error('no PostgreSQL'));

/** Fresh PGlite folders, copied from one that was made once: making a cluster takes seconds. */
export function pgliteFolders(): FreshPlace {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  return async () => {
    const folder = await freshFolder();
    folders.push(folder);
    return { dataDir: folder, keys: testKeys };
  };
}

function postgresDatabases(bin: string): FreshPlace {
  let server: PostgresServer | undefined;
  beforeAll(async () => {
    server = await startPostgres(bin);
  }, 30_000);
  afterAll(() => server?.stop());
  return async () => {
    if (!server) throw new Error('the server has not started');
    return { databaseUrl: await server.createDatabase(), keys: testKeys };
  };
}

/** A store on a server of its own, and the server's administrator. */
export interface AdministeredStore {
  readonly store: Store;
  readonly admin: pg.Client;
  stop(): Promise<void>;
}

/** @param bin the folder of the server's programs */
export async function openAdministeredStore(bin: string): Promise<AdministeredStore> {
  const server = await startPostgres(bin);
  const databaseUrl = await server.createDatabase();
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  const store = await openStore({ databaseUrl, keys: testKeys });
  return {
    store,
    admin,
    stop: async () => {
      await store.close();
      await admin.end();
      await server.stop();
    },
  };
}
