import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Executor } from './database.ts';
import { deadQueue, jobSchema, type Queue } from './queue.ts';

/** A job that waits for an operator. */
export interface TroubledJob {
  readonly id: string;
  readonly name: string;
  /** The hearing, of reminders that a restore holds. */
  readonly about?: string;
  /** `dead`: every try failed. `held`: it was due between a backup and its restore, and may have run. */
  readonly state: 'dead' | 'held';
  /** When it failed for the last time, or was due. */
  readonly since: Date;
}

export interface TroubledJobs {
  list(): Promise<TroubledJob[]>;
  count(): Promise<number>;
  /** Queues it to run now; gives its kind, or undefined when none in trouble has this id. */
  retry(id: string, at: Date): Promise<string | undefined>;
  drop(id: string): Promise<string | undefined>;
}

/** What was due for a hearing, as a restore holds it: no job of the queue, for what is due is looked for. */
export const hearingReminders = 'hearing-reminders';

const jobTable = sql.table(`${jobSchema}.job`);
const isDead = sql`name = ${deadQueue} and state = 'created'`;

/** @param db for `retry` a transaction; the queue must have admitted the job's kind before */
export function createTroubledJobs(db: Executor, queue: Queue): TroubledJobs {
  const take = async (id: string) => {
    if (!/^[0-9a-f-]{36}$/i.test(id)) return undefined;
    return (
      (await one(sql`delete from held_job where id = ${id} returning name, data`)) ??
      (await one(
        sql`delete from ${jobTable} where ${isDead} and id = ${id} returning source_name as name, data`,
      ))
    );
  };
  const one = async (query: RawBuilder<unknown>) => {
    const { rows } = await query.execute(db);
    return rows[0] as { name: string; data: object } | undefined;
  };
  return {
    list: async () => {
      const { rows } = await sql<TroubledJob & { readonly about: string | null }>`
        select id, source_name as name, null as about, 'dead' as state, created_on as since from ${jobTable}
        where ${isDead}
        union all
        select id, name, case when name = ${hearingReminders} then data ->> 'hearing' end, 'held', due_at from held_job
        order by since`.execute(db);
      return rows.map(({ about, ...job }) => ({ ...job, ...(about === null ? {} : { about }) }));
    },
    count: async () => {
      const { rows } = await sql<{ count: string | number }>`
        select (select count(*) from ${jobTable} where ${isDead}) + (select count(*) from held_job) as count`.execute(
        db,
      );
      return Number(rows[0]?.count);
    },
    retry: async (id, at) => {
      const job = await take(id);
      if (job?.name === hearingReminders) await reopenDues(db, job.data);
      else if (job) await queue.requeue(db, { id: randomUUID(), name: job.name, data: job.data, at });
      return job?.name;
    },
    drop: async id => (await take(id))?.name,
  };
}

/** Lets what was due for a hearing be looked at again: whether it is still wanted is asked then. */
async function reopenDues(db: Executor, held: object): Promise<void> {
  const data = sql`${JSON.stringify(held)}::json`;
  await sql`
    update hearing_due set settled_at = null
    from json_to_recordset(${data} -> 'dues') as held (revision integer, key text)
    where hearing_id = ${data} ->> 'hearing' and hearing_due.revision = held.revision
      and hearing_due.key = held.key`.execute(db);
}
