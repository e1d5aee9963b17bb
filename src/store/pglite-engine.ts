import { randomInt } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type Engine, presenceLock } from './engine.ts';
import { UnusableDatabaseError } from './errors.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { goOnWhenPast } from './go-on.ts';
import { createHealth, faultOf, type Health } from './health.ts';
import type { Opening } from './open-engine.ts';
import { type DiskModule, type PGliteThread, startPGliteThread } from './pglite-thread.ts';
import { openSendingJournal } from './sending-journal.ts';

/**
 * Begins to open PGlite in a folder that this process then holds alone. A folder that does not exist is made.
 *
 * @returns an engine that fails with UnusableDatabaseError when what is in the folder does not open
 * @throws FolderInUseError
 */
export async function beginPGliteEngine(folder: string, disk?: DiskModule): Promise<Opening> {
  const lock = await lockFolder(folder);
  const health = createHealth();
  const thread = startPGliteThread(health, disk);
  const engine = finish(folder, lock, thread, health, disk);
  // Whoever waits for it hears of its errors.
  engine.catch(() => {});
  return { engine };
}

async function finish(
  folder: string,
  lock: FolderLock,
  first: PGliteThread,
  health: Health,
  disk: DiskModule | undefined,
): Promise<Engine> {
  const cluster = join(resolve(folder), 'database');
  let thread = first;
  try {
    const opened = thread.open(cluster);
    // Kysely takes a while to load, and the thread has begun by then. Whoever waits for `opened` hears of its errors.
    opened.catch(() => {});
    const { createPGliteDialect } = await import('./pglite-dialect.ts');
    await opened;
    const { dialect, jobs, replace } = createPGliteDialect(thread);
    const journal = await openSendingJournal(join(resolve(folder), 'sending.journal'), error =>
      health.fail(faultOf(error)),
    );
    const presenceId = randomInt(1, 2 ** 31 - 1);
    let present = false;
    const stopLooking = goOnWhenPast(health, async () => {
      // The thread that failed may have ended, or hang: another is asked.
      const next = startPGliteThread(health, disk);
      await next.tryDisk(join(resolve(folder), 'room')).catch(async cause => {
        await next.abandon();
        throw cause;
      });
      // Whoever asks meanwhile waits for a turn.
      await replace(async () => {
        // As by a kill.
        await thread.abandon();
        thread = next;
        health.recover();
        await thread.open(cluster).catch((cause: Error) => {
          // For another reason than the disk or the engine's end, which would have said so first: that is final.
          health.fail({ reason: cause.message, passes: false });
          throw cause;
        });
        if (present) await thread.run(takePresence, [presenceLock, presenceId]);
        return thread;
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
        await thread.close();
        lock.release();
      },
    };
  } catch (cause) {
    await thread.abandon();
    lock.release();
    throw new UnusableDatabaseError(
      `the database in ${folder} does not open: ${(cause as Error).message}. Restore a backup into a new folder`,
      { cause },
    );
  }
}

const takePresence = 'select pg_advisory_lock($1, $2)';
