import { randomInt } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { type Disk, DurableFS, nodeDisk } from './durable-fs.ts';
import { type Engine, presenceLock } from './engine.ts';
import { UnusableDatabaseError } from './errors.ts';
import { lockFolder } from './folder-lock.ts';
import { createHealth, type Health, reasonOf } from './health.ts';
import { createPGliteDialect } from './pglite-dialect.ts';
import { tryToWrite, whenThereIsRoomAgain } from './room-again.ts';
import { openSendingJournal } from './sending-journal.ts';
import { syncPath } from './sync-path.ts';

/** PGlite's own parameters without `-F` (no fsync); PostgreSQL's default, fdatasync, is nothing that PGlite can call. */
const startParams = [
  ...PGlite.defaultStartParams.filter(parameter => parameter !== '-F'),
  ...['-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=16MB'],
];

/**
 * V8 would compile the engine's busiest functions a second time, beside the work. One of them, of 105 kB, takes 600 MB and
 * 7 s of a processor for that, at every start; what the work gains is less than can be measured.
 */
for (const flag of ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag);

/**
 * Opens PGlite in a folder that this process then holds alone. A folder that does not exist is made.
 *
 * @throws FolderInUseError, or UnusableDatabaseError when what is in the folder does not open
 */
export async function openPGliteEngine(folder: string, disk: Disk = nodeDisk): Promise<Engine> {
  const lock = await lockFolder(folder);
  const health = createHealth();
  try {
    const cluster = join(resolve(folder), 'database');
    if (!existsSync(cluster)) await createCluster(cluster);
    let pglite = guarded(await start(cluster, disk, health), health);
    const { dialect, jobs, replace } = createPGliteDialect(pglite);
    const journal = await openSendingJournal(join(resolve(folder), 'sending.journal'), error =>
      health.fail(reasonOf(error)),
    );
    const presenceId = randomInt(1, 2 ** 31 - 1);
    let present = false;
    const stopLooking = whenThereIsRoomAgain(health, async () => {
      tryToWrite(join(resolve(folder), 'room'), disk);
      await replace(async () => {
        // Whoever asks meanwhile waits for a turn. The engine that failed is left as it is, as by a kill.
        health.recover();
        pglite = guarded(await startAgain(cluster, disk, health), health);
        if (present) await pglite.query(takePresence, [presenceLock, presenceId]);
        return pglite;
      });
    });
    return {
      kind: 'pglite',
      dialect,
      jobs: { backend: 'pglite', db: jobs },
      // A folder has one bot.
      exclusively: work => work(),
      presence: {
        id: presenceId,
        begin: async () => {
          await jobs.executeSql(takePresence, [presenceLock, presenceId]);
          present = true;
        },
      },
      journal,
      health,
      close: async () => {
        await stopLooking();
        await journal.close();
        // An engine that failed is left as it is: whatever asks it once more may never come back.
        if (health.state() === 'ready' && !pglite.closed) await pglite.close();
        lock.release();
      },
    };
  } catch (cause) {
    lock.release();
    throw new UnusableDatabaseError(
      `the database in ${folder} does not open: ${reasonFor(cause)}. Restore a backup into a new folder`,
      { cause },
    );
  }
}

const takePresence = 'select pg_advisory_lock($1, $2)';

/** Made beside its place and moved there when whole, so that a kill in the middle leaves nothing half-made. */
async function createCluster(cluster: string): Promise<void> {
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  const pglite = await start(draft, nodeDisk, createHealth());
  await pglite.close();
  syncTree(draft);
  renameSync(draft, cluster);
  syncPath(resolve(cluster, '..'));
}

async function start(cluster: string, disk: Disk, health: Health): Promise<PGlite> {
  const fs = new DurableFS(cluster, disk, error => health.fail(reasonOf(error)));
  return PGlite.create({ fs, startParams });
}

/** A start that fails for another reason than the disk is final. */
async function startAgain(cluster: string, disk: Disk, health: Health): Promise<PGlite> {
  try {
    return await start(cluster, disk, health);
  } catch (error) {
    health.fail(reasonFor(error));
    throw error;
  }
}

/**
 * After a disk error PostgreSQL would panic and start anew; PGlite cannot, and its next statement may hang the whole
 * process. So nothing reaches the engine once it has failed, and a statement during which it failed is never reported
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

function reasonFor(cause: unknown): string {
  return cause instanceof Error ? cause.message : 'the engine stopped';
}

function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    syncPath(join(entry.parentPath, entry.name));
  }
  syncPath(folder);
}
