import type { Database } from './database.ts';
import type { Queue } from './queue.ts';

/** A job that was due between a backup and its restore, and may have run. */
export interface HeldJob {
  readonly id: string;
  readonly name: string;
  readonly dueAt: Date;
}

export interface HeldJobs {
  list(): Promise<HeldJob[]>;
  /** Queues it to run now; false when none has this id. */
  retry(id: string, at: Date): Promise<boolean>;
  drop(id: string): Promise<boolean>;
}

export function createHeldJobs(database: Database, queue: Queue): HeldJobs {
  const take = (id: string) => database.db.deleteFrom('held_job').where('id', '=', id);
  const isId = (id: string) => /^[0-9a-f-]{36}$/i.test(id);
  return {
    list: async () => {
      const rows = await database.db.selectFrom('held_job').selectAll().orderBy('due_at').execute();
      return rows.map(({ id, name, due_at: dueAt }) => ({ id, name, dueAt }));
    },
    retry: async (id, at) => {
      if (!isId(id)) return false;
      const rows = await database.db.selectFrom('held_job').select('name').where('id', '=', id).execute();
      await queue.admit(rows.map(({ name }) => name));
      return database.transaction(async tx => {
        const job = await tx.deleteFrom('held_job').where('id', '=', id).returningAll().executeTakeFirst();
        if (job) await queue.requeue(tx, { id: job.id, name: job.name, data: job.data, at });
        return job !== undefined;
      });
    },
    drop: async id => isId(id) && (await take(id).executeTakeFirst()).numDeletedRows > 0n,
  };
}
