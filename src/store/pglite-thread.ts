import { getCompileCacheDir } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { StoreFailedError } from './errors.ts';
import { engineStopped, type Fault, type Health } from './health.ts';

/** What a statement gave. */
export interface Rows {
  readonly rows: unknown[];
  readonly affected?: number | undefined;
}

/** What the bot's thread asks of the database's. */
export type Asked =
  | { readonly do: 'open'; readonly cluster: string }
  | { readonly do: 'run'; readonly text: string; readonly values: readonly unknown[] }
  | { readonly do: 'try-disk'; readonly path: string }
  | { readonly do: 'close' };

/** What the database's thread says: the answer to a request, or that it has failed, which comes before the answer. */
export type Answer =
  | { readonly failed: Fault }
  | { readonly id: number; readonly rows?: Rows }
  | { readonly id: number; readonly error: { readonly message: string; readonly code?: string } };

/** A module with `createDisk(shared)`, which gives the calls that make bytes reach the disk: only tests have one. */
export interface DiskModule {
  readonly module: string;
  readonly shared: SharedArrayBuffer;
}

/** PGlite in a thread of its own: its work, and the disk's, hold up nobody who writes to the bot. */
export interface PGliteThread {
  /** Opens the cluster in a folder, made when there is none. @throws what PGlite says */
  open(cluster: string): Promise<void>;
  /**
   * Runs a statement, or several when there are no values.
   *
   * @throws the database's error with its SQLSTATE as `code`, or StoreFailedError when nothing more can be saved
   */
  run(text: string, values: readonly unknown[]): Promise<Rows>;
  /** Sees whether a good deal can be written to a file's disk. @throws the disk's error when not */
  tryDisk(path: string): Promise<void>;
  /** Closes the cluster in order when it is sound, and ends the thread. */
  close(): Promise<void>;
  /** Ends the thread in whatever it is doing, as a kill would. */
  abandon(): Promise<void>;
}

/**
 * V8 would compile the engine's busiest functions a second time, beside the work. One of them, of 105 kB, takes 600 MB and
 * 7 s of a processor for that, at every start; what the work gains is less than can be measured. And it would check every
 * function before the first is called: each is now checked when it is called first.
 */
const leanly = ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering', '--wasm-lazy-validation'];
for (const flag of leanly) setFlagsFromString(flag);

/** @param health told when the engine fails, before the statement that met it comes back */
export function startPGliteThread(health: Health, disk?: DiskModule): PGliteThread {
  const worker = new Worker(new URL('./start-pglite.js', import.meta.url), {
    workerData: { compiled: getCompileCacheDir(), disk },
  });
  const waiting = new Map<number, PromiseWithResolvers<Rows | undefined>>();
  const ended = Promise.withResolvers<void>();
  let last = 0;
  let closing = false;
  let gone = false;

  worker.on('message', (answer: Answer) => {
    if ('failed' in answer) {
      health.fail(answer.failed);
      return;
    }
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) asked?.reject(errorOf(answer.error, health));
    else asked?.resolve(answer.rows);
  });
  worker.on('error', (error: NodeJS.ErrnoException) => health.fail(engineStopped(error.code)));
  worker.on('exit', () => {
    gone = true;
    if (!closing) health.fail(engineStopped());
    for (const { reject } of waiting.values()) reject(errorOf({ message: 'the engine stopped' }, health));
    waiting.clear();
    ended.resolve();
  });

  const ask = async (asked: Asked): Promise<Rows | undefined> => {
    if (gone) throw errorOf({ message: 'the engine stopped' }, health);
    last += 1;
    const answered = Promise.withResolvers<Rows | undefined>();
    waiting.set(last, answered);
    worker.postMessage({ id: last, ...asked });
    return answered.promise;
  };
  const end = async () => {
    closing = true;
    await worker.terminate();
    await ended.promise;
  };
  return {
    open: async cluster => {
      await ask({ do: 'open', cluster });
    },
    run: async (text, values) => {
      health.assertSound();
      const rows = await ask({ do: 'run', text, values });
      health.assertSound();
      return rows ?? { rows: [] };
    },
    tryDisk: async path => {
      await ask({ do: 'try-disk', path });
    },
    close: async () => {
      // An engine that failed is left as it is: whatever asks it once more may never come back.
      if (health.state() === 'ready') await ask({ do: 'close' });
      await end();
    },
    abandon: end,
  };
}

/** An engine that has failed says so, whatever PostgreSQL made of it. */
function errorOf({ message, code }: { message: string; code?: string }, health: Health): Error {
  const state = health.state();
  if (state !== 'ready') return new StoreFailedError(state.failed);
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}
