import { randomUUID } from 'node:crypto';
import { fromKysely, PgBoss, type QueueOptions, type QueueResult } from 'pg-boss';
import type { AnyJob, JobRunner, Jobs } from '../jobs/job.ts';
import type { Log } from '../shared/log.ts';
import type { Database, Executor } from './database.ts';

/** The schema that the job queue has for itself. */
export const jobSchema = 'jobs';
/** Jobs that failed for the last time end here. */
export const deadQueue = 'dead';

const day = 86_400;
const queueOptions = {
  // A job whose handler has not come back was lost with its process.
  expireInSeconds: 60,
  // pg-boss deletes a job that has not run so long after its time; the default is 14 days.
  retentionSeconds: 3_650 * day,
  deleteAfterSeconds: 7 * day,
  retryLimit: 10,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 600,
};
const pollSeconds = 1;
const superviseSeconds = 15;

export interface Queue extends JobRunner {
  /** The way to queue jobs in a transaction. */
  jobsIn(tx: Executor): Jobs;
  /** Handles any number of jobs of one kind at once: for jobs that only say "look again". */
  handleTogether(job: AnyJob, handler: () => Promise<void>): Promise<void>;
  /** Makes queues for kinds of jobs known by their names alone. */
  admit(names: readonly string[]): Promise<void>;
  /** Queues a job as it stood in a backup, of an admitted kind. */
  requeue(tx: Executor, job: StoredJob): Promise<void>;
  /** Lets running handlers finish. */
  stop(): Promise<void>;
}

/** A job outside its queue. */
export interface StoredJob {
  readonly id: string;
  readonly name: string;
  readonly data: object;
  readonly at: Date;
}

/**
 * Opens the job queue in the same database, with a queue for each kind of job.
 *
 * @param kinds every kind of job that may be queued; one that is not in the list cannot be
 */
export async function openQueue(database: Database, kinds: readonly AnyJob[], log: Log): Promise<Queue> {
  const { backend, db } = database.engine.jobs;
  const boss = new PgBoss({
    db,
    backend,
    schema: jobSchema,
    schedule: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    registerInstance: false,
    monitorVacuum: false,
    reindex: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', error => log.error({ error }, 'the job queue met an error'));
  // Two bots that start at once on a new server would both make the schema, and one would fail.
  await database.engine.exclusively(async () => {
    await boss.start();
    await ensureQueues(boss, kinds);
  });
  if (database.engine.kind === 'pglite') await reviveJobs(database);
  const workers = new Map<string, string>();
  const known = new Set<string>(kinds.map(({ name }) => name));
  return {
    jobsIn: tx => ({
      enqueue: async (job, data, { at, id = randomUUID() } = {}) => {
        // pg-boss would look an unknown queue up outside the transaction, which PGlite waits for, for ever.
        if (!known.has(job.name))
          throw new Error(`the job "${job.name}" is not among the store's kinds of jobs`);
        const options = { db: fromKysely(tx), id, ...(at ? { startAfter: at } : {}) };
        await boss.send(job.name, job.data.parse(data), options);
        return id;
      },
      cancel: async (job, id) => {
        await boss.cancel(job.name, id, { db: fromKysely(tx) });
      },
    }),
    handle: async (job, handler) => {
      const work = async ([taken]: { data: object; signal: AbortSignal }[]) => {
        if (taken) await handler(job.data.parse(taken.data), taken.signal);
      };
      workers.set(job.name, await boss.work(job.name, { pollingIntervalSeconds: pollSeconds }, work));
    },
    handleTogether: async (job, handler) => {
      const options = { pollingIntervalSeconds: pollSeconds, batchSize: 1_000, burstWhenBatchFull: true };
      workers.set(job.name, await boss.work(job.name, options, handler));
    },
    admit: async names => {
      const others = names.filter(name => !known.has(name));
      await ensureQueues(
        boss,
        others.map(name => ({ name })),
      );
      for (const name of others) known.add(name);
    },
    requeue: async (tx, { id, name, data, at }) => {
      await boss.send(name, data, { db: fromKysely(tx), id, startAfter: at });
    },
    stop: () => boss.stop({ graceful: true, close: false, timeout: 10_000 }),
  };
}

async function ensureQueues(boss: PgBoss, kinds: readonly AnyJob[]): Promise<void> {
  const existing = new Map((await boss.getQueues()).map(queue => [queue.name, queue]));
  if (!existing.has(deadQueue)) await boss.createQueue(deadQueue, { ...queueOptions, retryLimit: 0 });
  for (const { name, retries } of kinds) {
    const options = {
      ...queueOptions,
      ...(retries === undefined ? {} : { retryLimit: retries }),
      deadLetter: deadQueue,
    };
    const queue = existing.get(name);
    if (!queue) await boss.createQueue(name, options);
    else if (!has(queue, options)) await boss.updateQueue(name, options);
  }
}

/** Whether a queue has these options: at most starts it does, and need not wait for them to be written. */
function has(queue: QueueResult, options: QueueOptions): boolean {
  return Object.entries(options).every(([name, value]) => queue[name as keyof QueueOptions] === value);
}

/** A folder has one process: whatever is active in it now was so in one that is gone. */
async function reviveJobs(database: Database): Promise<void> {
  await database.engine.jobs.db.executeSql(
    `update ${jobSchema}.job set state = 'retry', start_after = now() where state = 'active'`,
  );
}
