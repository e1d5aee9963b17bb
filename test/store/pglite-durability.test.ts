import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { FolderInUseError, StoreFailedError, UnusableDatabaseError } from '../../src/store/errors.ts';
import { lockFolder } from '../../src/store/folder-lock.ts';
import { createFaultyDisk } from './faulty-disk.ts';
import { freshFolder } from './folders.ts';

vi.setConfig({ testTimeout: 30_000 });
const folders: string[] = [];
async function folder(): Promise<string> {
  const made = await freshFolder();
  folders.push(made);
  return made;
}
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

const welcome = (id: string) => (database: Awaited<ReturnType<typeof openDatabase>>) =>
  database.db.insertInto('welcome').values({ id }).execute();

test('every commit is one real fsync, and reading is none', async () => {
  const { disk, fsyncs } = createFaultyDisk();
  const database = await openDatabase({ dataDir: await folder() }, { disk });
  const before = fsyncs();
  for (let count = 0; count < 20; count += 1) await welcome(`person ${count}`)(database);
  expect(fsyncs() - before).toBe(20);
  await database.transaction(async tx => {
    await tx.insertInto('welcome').values({ id: 'ana' }).execute();
    await tx.insertInto('welcome').values({ id: 'ben' }).execute();
  });
  expect(fsyncs() - before).toBe(21);
  await database.db.selectFrom('welcome').selectAll().execute();
  expect(fsyncs() - before).toBe(21);
  await database.close();
});

const failures = [
  ['full', 'write', 'ENOSPC', 'the disk is full'],
  ['broken', 'write', 'EIO', 'the disk fails'],
  ['unable to sync', 'fsync', 'EIO', 'the disk fails'],
] as const;

test.for(failures)('on a disk that is %s, nothing is called saved', async ([, call, code, reason]) => {
  const { disk, fail, mend } = createFaultyDisk();
  const dataDir = await folder();
  const database = await openDatabase({ dataDir }, { disk });
  await welcome('before')(database);

  fail(call, code);
  await expect(welcome('lost')(database)).rejects.toThrow(StoreFailedError);
  expect(database.state()).toEqual({ failed: expect.stringContaining(reason) });
  expect(await database.check()).toEqual(database.state());
  mend();
  await expect(welcome('after')(database)).rejects.toThrow(reason);
  await expect(database.transaction(tx => tx.selectFrom('welcome').selectAll().execute())).rejects.toThrow(
    reason,
  );
  await database.close();

  const mended = await openDatabase({ dataDir });
  const kept = await mended.db.selectFrom('welcome').select('id').execute();
  expect(kept).toContainEqual({ id: 'before' });
  expect(kept).not.toContainEqual({ id: 'after' });
  await mended.close();
});

test('a transaction that meets a full disk is refused whole', async () => {
  const { disk, fail } = createFaultyDisk();
  const dataDir = await folder();
  const database = await openDatabase({ dataDir }, { disk });
  const saving = database.transaction(async tx => {
    await tx.insertInto('welcome').values({ id: 'ana' }).execute();
    fail('write', 'ENOSPC');
  });
  await expect(saving).rejects.toThrow(StoreFailedError);
  await database.close();
  const mended = await openDatabase({ dataDir });
  expect(await mended.db.selectFrom('welcome').selectAll().execute()).toEqual([]);
  await mended.close();
});

test('an engine that ends leaves the bot running, says so, and is opened anew with what was saved', async () => {
  const { disk, fail, mend } = createFaultyDisk();
  const database = await openDatabase({ dataDir: await folder() }, { disk });
  await welcome('before')(database);
  fail('fsync', 'end');
  const asked = [welcome('lost')(database), welcome('behind it')(database)];
  for (const answer of asked) await expect(answer).rejects.toThrow(StoreFailedError);
  expect(database.state()).toEqual({ failed: 'the database engine stopped' });
  await expect(welcome('refused')(database)).rejects.toThrow(StoreFailedError);
  mend();
  await expect.poll(database.state, { timeout: 20_000 }).toBe('ready');
  await welcome('after')(database);
  const kept = await database.db.selectFrom('welcome').select('id').execute();
  expect(kept).toEqual(expect.arrayContaining([{ id: 'before' }, { id: 'after' }]));
  expect(kept).not.toContainEqual({ id: 'refused' });
  await database.close();
});

test('a folder that does not exist is made, whole or not at all', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'vigil-new-'));
  folders.push(parent);
  const dataDir = join(parent, 'deep', 'data');
  mkdirSync(join(dataDir, 'database.new'), { recursive: true });
  writeFileSync(join(dataDir, 'database.new', 'PG_VERSION'), 'left by a kill');
  const database = await openDatabase({ dataDir });
  await welcome('ana')(database);
  await database.close();
  expect(existsSync(join(dataDir, 'database.new'))).toBe(false);
}, 60_000);

test('a damaged database is refused with its reason', async () => {
  const dataDir = await folder();
  const wal = join(dataDir, 'database', 'global', 'pg_control');
  writeFileSync(wal, Buffer.alloc(8192));
  await expect(openDatabase({ dataDir })).rejects.toThrow(UnusableDatabaseError);
  // The lock is free again for whoever mends it.
  (await lockFolder(dataDir)).release();
});

test('a second opening of a folder is refused, by this process and by another, until the first ends', async () => {
  const dataDir = await folder();
  const lock = await lockFolder(dataDir);
  await expect(lockFolder(dataDir)).rejects.toThrow(FolderInUseError);
  lock.release();

  const other = fork(new URL('./hold-folder.ts', import.meta.url), [dataDir], { stdio: 'ignore' });
  await once(other, 'message');
  await expect(openDatabase({ dataDir })).rejects.toThrow(`process ${other.pid}`);
  other.kill('SIGKILL');
  await once(other, 'exit');
  await (await openDatabase({ dataDir })).close();
  expect(readdirSync(dataDir)).toContain('database');
});

test.skipIf(process.platform === 'win32')(
  'the database is for its own user alone, also in a folder that everybody may enter',
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'vigil-open-to-all-'));
    folders.push(dataDir);
    chmodSync(dataDir, 0o755);
    const database = await openDatabase({ dataDir });
    await database.close();
    expect(statSync(join(dataDir, 'database')).mode & 0o777).toBe(0o700);
  },
);
