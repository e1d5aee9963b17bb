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
  readonly sent: number;
  /** When the oldest message that still waits was put in. */
  readonly oldest?: Date;
}

/** What operators do with messages that could not be sent. */
export interface OutboxTrouble {
  count(): Promise<OutboxCounts>;
  list(): Promise<TroubledMessage[]>;
  /** Lets it be tried again, from the beginning; false when no troubled message has this key. */
  retry(key: string, at: Date): Promise<boolean>;
  /** Gives it up; its key stays taken. */
  drop(key: string, at: Date): Promise<boolean>;
  /** Gives up all that could not be sent before an instant, for what they say has had its time; gives how many. */
  dropFinishedBefore(instant: Date): Promise<number>;
}

export function createOutboxTrouble(db: Executor): OutboxTrouble {
  return {
    count: async () => {
      const { rows } = await sql<{ state: string; count: string; oldest: Date }>`
        select state, count(*) as count, min(created_at) as oldest from outbox group by state`.execute(db);
      const of = (...states: string[]) =>
        rows.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + Number(count), 0);
      const oldest = rows
        .filter(({ state }) => state === 'pending' || state === 'sending')
        .map(row => row.oldest)
        .sort((a, b) => a.getTime() - b.getTime())[0];
      return {
        waiting: of('pending', 'sending'),
        troubled: of('dead', 'held'),
        sent: of('sent'),
        ...(oldest ? { oldest } : {}),
      };
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
      const changed = await db
        .updateTable('outbox')
        .set({ state: 'pending', attempts: 0, due_at: at, finished_at: null })
        .where('key', '=', key)
        .where('state', 'in', ['dead', 'held'])
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    },
    drop: async (key, at) => {
      const changed = await db
        .updateTable('outbox')
        .set({ state: 'dropped', body: null, finished_at: at })
        .where('key', '=', key)
        .where('state', 'in', ['dead', 'held'])
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    },
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
