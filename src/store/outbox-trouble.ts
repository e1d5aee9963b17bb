import { sql } from 'kysely';
import type { Executor } from './database.ts';

/** A message that waits for an operator. */
export interface TroubledMessage {
  readonly key: string;
  readonly to: string;
  /** `held`: it stood in a backup and may have been sent since. */
  readonly state: 'dead' | 'held';
  readonly attempts: number;
  readonly error: string;
  readonly mayBeRepeated: boolean;
  readonly createdAt: Date;
}

/** How the outbox stands. */
export interface OutboxCounts {
  readonly waiting: number;
  readonly troubled: number;
  /** When the oldest message that still waits was put in. */
  readonly oldest?: Date;
}

/** What operators do with messages that could not be sent. */
export interface OutboxTrouble {
  /** From the indexes of what waits, however much has been sent. */
  count(): Promise<OutboxCounts>;
  /** How many have been sent, of all that ever were put in. */
  countSent(): Promise<number>;
  list(): Promise<TroubledMessage[]>;
  /**
   * Lets it be tried again, from the beginning; undefined when no troubled message has this key. A change of a message is
   * dropped instead where a later change of that has gone out: it would bring back what is no longer so.
   */
  retry(key: string, at: Date): Promise<'retry' | 'drop' | undefined>;
  /** Gives it up; its key stays taken. */
  drop(key: string, at: Date): Promise<boolean>;
  /** Gives up all that could not be sent before an instant, for what they say has had its time; gives how many. */
  dropFinishedBefore(instant: Date): Promise<number>;
}

export function createOutboxTrouble(db: Executor): OutboxTrouble {
  const isOvertaken = async (key: string) => {
    const later = await db
      .selectFrom('outbox as one')
      .innerJoin('outbox as later', 'later.target_key', 'one.target_key')
      .select('later.key')
      .where('one.key', '=', key)
      .where('one.target_as', '=', 'change')
      .where('later.target_as', '=', 'change')
      .where('later.state', 'in', ['sending', 'sent'])
      .whereRef('later.seq', '>', 'one.seq')
      .executeTakeFirst();
    return later !== undefined;
  };
  const drop: OutboxTrouble['drop'] = async (key, at) => {
    const changed = await db
      .updateTable('outbox')
      .set({ state: 'dropped', body: null, finished_at: at })
      .where('key', '=', key)
      .where('state', 'in', ['dead', 'held'])
      .executeTakeFirst();
    return changed.numUpdatedRows > 0n;
  };
  return {
    count: async () => {
      const { rows } = await sql<{ waiting: string; troubled: string; oldest: Date | null }>`
        select
          (select count(*) from outbox where state in ('pending', 'sending')) as waiting,
          (select min(created_at) from outbox where state in ('pending', 'sending')) as oldest,
          (select count(*) from outbox where state in ('dead', 'held')) as troubled`.execute(db);
      const { waiting, troubled, oldest } = rows[0] ?? { waiting: 0, troubled: 0, oldest: null };
      return { waiting: Number(waiting), troubled: Number(troubled), ...(oldest ? { oldest } : {}) };
    },
    countSent: async () => {
      const { count } = await db
        .selectFrom('outbox')
        .select(row => row.fn.countAll().as('count'))
        .where('state', '=', 'sent')
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    list: async () => {
      const rows = await db
        .selectFrom('outbox')
        .select(['key', 'lane', 'state', 'attempts', 'error', 'may_be_repeated', 'created_at'])
        .where('state', 'in', ['dead', 'held'])
        .orderBy('seq')
        .execute();
      return rows.map(row => ({
        key: row.key,
        to: row.lane,
        state: row.state as 'dead' | 'held',
        attempts: row.attempts,
        error: row.error ?? '',
        mayBeRepeated: row.may_be_repeated,
        createdAt: row.created_at,
      }));
    },
    retry: async (key, at) => {
      if (await isOvertaken(key)) return (await drop(key, at)) ? 'drop' : undefined;
      const changed = await db
        .updateTable('outbox')
        .set({ state: 'pending', attempts: 0, due_at: at, finished_at: null })
        .where('key', '=', key)
        .where('state', 'in', ['dead', 'held'])
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n ? 'retry' : undefined;
    },
    drop,
    dropFinishedBefore: async instant => {
      const changed = await db
        .updateTable('outbox')
        .set({ state: 'dropped', body: null })
        .where('state', 'in', ['dead', 'held'])
        .where(row => row.fn.coalesce('finished_at', 'created_at'), '<', instant)
        .executeTakeFirst();
      return Number(changed.numUpdatedRows);
    },
  };
}
