import type { Destination, Target } from '../jobs/messenger.ts';
import { canonicalJson, type Json } from '../record/canonical-json.ts';
import type { Executor } from './database.ts';
import type { Cell, KeyRing } from './encryption.ts';

/** Messages to Teams, written in the transaction of what causes them and sent later. */
export interface Outbox {
  /**
   * Puts a message in; false when one with its key was put in before, whatever became of it.
   *
   * @param message its key says what it is, once and for ever; messages of one lane go in the order of putting
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
  /** Messages of one lane go one after the other; the destination is the lane of a message without one. */
  readonly lane?: string;
  /** An earlier message of the same lane and destination that this one answers in its thread, or takes the place of. */
  readonly target?: { readonly key: string; readonly as: Target['as'] };
}

export interface Posted {
  readonly state: 'waiting' | 'sent' | 'dead' | 'dropped';
  /** Teams' id of the posted message, by which it can be changed. */
  readonly activityId?: string;
}

/** @param wake called for every message put in, so that the commit can wake the worker */
export function createOutbox(db: Executor, keys: KeyRing, wake: () => void): Outbox {
  return {
    put: async ({ key, to, body, at, lane = `${to.kind} ${to.id}`, target }) => {
      const added = await db
        .insertInto('outbox')
        .values({
          key,
          lane,
          to_kind: to.kind,
          to_id: to.id,
          body: keys.encrypt(canonicalJson(body), bodyCell(key)),
          state: 'pending',
          due_at: at,
          created_at: at,
          target_key: target?.key ?? null,
          target_as: target?.as ?? null,
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
