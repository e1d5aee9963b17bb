import type { Destination } from '../jobs/messenger.ts';
import { canonicalJson, type Json } from '../record/canonical-json.ts';
import type { Executor } from './database.ts';
import type { Cell, KeyRing } from './encryption.ts';

/** Messages to Teams, written in the transaction of what causes them and sent later. */
export interface Outbox {
  /**
   * Puts a message in; false when one with its key was put in before, whatever became of it.
   *
   * @param message its key says what it is, once and for ever; messages to one destination go in the order of putting
   */
  put(message: NewMessage): Promise<boolean>;
  /** What became of a message; undefined when none has this key. */
  find(key: string): Promise<Posted | undefined>;
}

export interface NewMessage {
  readonly key: string;
  readonly to: Destination;
  readonly body: Json;
  readonly at: Date;
}

export interface Posted {
  readonly state: 'waiting' | 'sent' | 'dead' | 'dropped';
  /** Teams' id of the posted message, by which it can be changed. */
  readonly activityId?: string;
}

/** @param wake called for every message put in, so that the commit can wake the worker */
export function createOutbox(db: Executor, keys: KeyRing, wake: () => void): Outbox {
  return {
    put: async ({ key, to, body, at }) => {
      const added = await db
        .insertInto('outbox')
        .values({
          key,
          lane: `${to.kind} ${to.id}`,
          to_kind: to.kind,
          to_id: to.id,
          body: keys.encrypt(canonicalJson(body), bodyCell(key)),
          state: 'pending',
          due_at: at,
          created_at: at,
        })
        .onConflict(conflict => conflict.column('key').doNothing())
        .returning('seq')
        .executeTakeFirst();
      if (added) wake();
      return added !== undefined;
    },
    find: async key => {
      const row = await db
        .selectFrom('outbox')
        .select(['state', 'activity_id'])
        .where('key', '=', key)
        .executeTakeFirst();
      if (!row) return undefined;
      const { state, activity_id: activityId } = row;
      const known =
        state === 'pending' || state === 'sending' ? 'waiting' : state === 'held' ? 'dead' : state;
      return { state: known, ...(activityId === null ? {} : { activityId }) };
    },
  };
}

/** Where the body of a message stands encrypted. */
export function bodyCell(key: string): Cell {
  return { table: 'outbox', column: 'body', row: key };
}
