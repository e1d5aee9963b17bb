import { constants, cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Place } from '../../src/store/database.ts';
import { type KeyRing, newKey, readKeyRing } from '../../src/store/encryption.ts';
import { openPGliteEngine } from '../../src/store/pglite-engine.ts';
import { findPostgres, type PostgresServer, startPostgres } from './postgres-server.ts';

/** A ring that lives as long as the test file. */
export const testKeys = readKeyRing(newKey('test'));

/** Gives a new, empty place for a store; it is removed with the test file. */
export type FreshPlace = () => Promise<Place & { readonly keys: KeyRing }>;

/** Runs one suite on both engines. PostgreSQL is left out, in one visible line, where it is not installed. */
export function onBothEngines(title: string, suite: (freshPlace: FreshPlace) => void): void {
  describe(`${title}, on PGlite`, () => suite(pgliteFolders()));
  const bin = findPostgres();
  if (bin) describe(`${title}, on PostgreSQL`, () => suite(postgresDatabases(bin)));
  else describe.skip(`${title}, on PostgreSQL (skipped: no server found)`, () => suite(unreachable));
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

/** The same for scripts: the caller removes the folder. */
export async function freshFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-store-'));
  cpSync(await template(), folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return folder;
}

async function template(): Promise<string> {
  const ready = join(tmpdir(), 'vigil-pglite-template');
  if (existsSync(ready)) return ready;
  const draft = mkdtempSync(join(tmpdir(), 'vigil-pglite-draft-'));
  const engine = await openPGliteEngine(draft);
  await engine.close();
  try {
    renameSync(draft, ready);
  } catch {
    // Another test file was first.
    rmSync(draft, { recursive: true, force: true });
  }
  return ready;
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
