import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { type Disk, DurableFS, nodeDisk } from './durable-fs.ts';
import { withoutValues } from './errors.ts';
import { tryToWrite } from './go-on.ts';
import { createHealth, faultOf, type Health } from './health.ts';
import type { Answer, Asked, DiskModule, Rows } from './pglite-thread.ts';
import { syncPath } from './sync-path.ts';

/** PGlite's own parameters without `-F` (no fsync); PostgreSQL's default, fdatasync, is nothing that PGlite can call. */
const startParams = [
  ...PGlite.defaultStartParams.filter(parameter => parameter !== '-F'),
  ...['-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=16MB'],
];

/** Answers the bot's thread, one request after the other, until it asks to close. */
export async function servePGlite(diskModule: DiskModule | undefined): Promise<void> {
  if (!parentPort) throw new Error('this file runs in a thread of the bot');
  const port: MessagePort = parentPort;
  const disk = diskModule ? await loadDisk(diskModule) : nodeDisk;
  const health = createHealth(fault => port.postMessage({ failed: fault } satisfies Answer));
  let pglite: PGlite | undefined;

  const answer = async (asked: Asked): Promise<Rows | undefined> => {
    switch (asked.do) {
      case 'open':
        if (!existsSync(asked.cluster)) await createCluster(asked.cluster);
        pglite = guarded(await start(asked.cluster, disk, health), health);
        // A bot that is killed would not leave it for the next start.
        flushCompileCache();
        return undefined;
      case 'run':
        if (!pglite) throw new Error('no folder is open');
        return run(pglite, asked.text, asked.values);
      case 'try-disk':
        tryToWrite(asked.path, disk);
        return undefined;
      case 'close':
        await pglite?.close();
        return undefined;
    }
  };
  port.on('message', ({ id, ...asked }: { id: number } & Asked) => {
    answer(asked).then(
      rows => port.postMessage({ id, ...(rows ? { rows } : {}) } satisfies Answer),
      error => port.postMessage({ id, error: withoutValues(error) } satisfies Answer),
    );
  });
}

async function loadDisk({ module, shared }: DiskModule): Promise<Disk> {
  const { createDisk } = (await import(module)) as { createDisk(shared: SharedArrayBuffer): Disk };
  return createDisk(shared);
}

/** Without parameters the text may hold several statements, and the rows of all come back. */
async function run(pglite: PGlite, text: string, values: readonly unknown[]): Promise<Rows> {
  if (values.length === 0) {
    const results = await pglite.exec(text);
    return { rows: results.flatMap(({ rows }) => rows), affected: results.at(-1)?.affectedRows };
  }
  const { rows, affectedRows } = await pglite.query(text, [...values]);
  return { rows, affected: affectedRows };
}

/** Made beside its place and moved there when whole, so that a kill in the middle leaves nothing half-made. */
async function createCluster(cluster: string): Promise<void> {
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  // PGlite lets everybody read and write its files; the folder around them may be one that others can enter.
  mkdirSync(draft, { mode: 0o700 });
  const pglite = await start(draft, nodeDisk, createHealth());
  await pglite.close();
  syncTree(draft);
  renameSync(draft, cluster);
  syncPath(resolve(cluster, '..'));
}

async function start(cluster: string, disk: Disk, health: Health): Promise<PGlite> {
  const fs = new DurableFS(cluster, disk, error => health.fail(faultOf(error)));
  return PGlite.create({ fs, startParams });
}

/**
 * After a disk error PostgreSQL would panic and start anew; PGlite cannot, and its next statement may hang the whole
 * thread. So nothing reaches the engine once it has failed, and a statement during which it failed is never reported
 * as done.
 */
function guarded(pglite: PGlite, health: Health): PGlite {
  const { execProtocolRawSync, execProtocolStream } = pglite;
  pglite.execProtocolRawSync = message => {
    health.assertSound();
    const answer = execProtocolRawSync.call(pglite, message);
    health.assertSound();
    return answer;
  };
  pglite.execProtocolStream = (...request) =>
    execProtocolStream.apply(pglite, request).catch(error => {
      throw health.judge(error);
    });
  return pglite;
}

function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    syncPath(join(entry.parentPath, entry.name));
  }
  syncPath(folder);
}
