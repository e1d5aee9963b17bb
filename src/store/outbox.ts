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
  /** The same for many, in one statement; gives the keys of those that were put in. */
  putAll(messages: readonly NewMessage[]): Promise<ReadonlySet<string>>;
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

/** A statement has room for some six thousand of them. */
const mostAtOnce = 1_000;

/** @param wake called when something was put in, so that the commit can wake the worker */
export function createOutbox(db: Executor, keys: KeyRing, wake: () => void): Outbox {
  const putAll: Outbox['putAll'] = async messages => {
    const added = new Set<string>();
    for (let first = 0; first < messages.length; first += mostAtOnce) {
      const rows = await db
        .insertInto('outbox')
        .values(messages.slice(first, first + mostAtOnce).map(rowOf))
        .onConflict(conflict => conflict.column('key').doNothing())
        .returning('key')
        .execute();
      for (const { key } of rows) added.add(key);
    }
    if (added.size > 0) wake();
    return added;
  };
  const rowOf = ({ key, to, body, at, lane = `${to.kind} ${to.id}`, target }: NewMessage) => ({
    key,
    lane,
    to_kind: to.kind,
    to_id: to.id,
    body: keys.encrypt(canonicalJson(body), bodyCell(key)),
    state: 'pending' as const,
    due_at: at,
    created_at: at,
    target_key: target?.key ?? null,
    target_as: target?.as ?? null,
  });
  return {
    put: async message => (await putAll([message])).size > 0,
    putAll,
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
