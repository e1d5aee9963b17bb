import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { FolderInUseError, StoreError } from './errors.ts';

export interface FolderLock {
  release(): void;
}

/**
 * Takes a folder for this process alone; creates it when absent. Two processes on one PGlite folder would lose each
 * other's rows without any error.
 *
 * The lock is SQLite's exclusive lock on an empty file, that is an advisory lock of the operating system, which ends
 * with the process however it ends. Node itself has no call for one.
 *
 * @throws FolderInUseError when another process, or this one, holds the folder; StoreError when it cannot be written
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = resolve(folder);
  const holder = join(path, 'holder');
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    lock = new (await importSqlite()).DatabaseSync(join(path, 'lock'));
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    writeFileSync(holder, `${process.pid}\n`);
  } catch (cause) {
    if (lock?.isOpen) lock.close();
    if (isBusy(cause)) throw new FolderInUseError(path, readHolder(holder));
    throw new StoreError(`the folder ${path} cannot be used: ${(cause as Error).message}`, { cause });
  }
  return { release: () => lock.isOpen && lock.close() };
}

/** node:sqlite says that it is experimental each time it is loaded; only that line is kept from the log. */
async function importSqlite(): Promise<typeof import('node:sqlite')> {
  const { emitWarning } = process;
  process.emitWarning = ((...[warning, ...rest]: Parameters<typeof emitWarning>) => {
    if (!String(warning).startsWith('SQLite is an experimental feature')) emitWarning(warning, ...rest);
  }) as typeof emitWarning;
  try {
    return await import('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}

const sqliteBusy = 5;
function isBusy(error: unknown): boolean {
  return error instanceof Error && (error as { errcode?: number }).errcode === sqliteBusy;
}

function readHolder(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
