import type { Executor } from './database.ts';
import type { KeyRing } from './encryption.ts';

/** Deliveries that have had their effect. Claim inside the transaction of that effect, so that both hold or neither. */
export interface SeenActivities {
  /**
   * True for the first claim of a key, false for repeated and simultaneous ones.
   *
   * @param key an activity's id, or a digest of a press when Teams may deliver it again under a new id
   * @param within for such a digest: milliseconds after which the same press is a new one
   */
  claim(key: string, at: Date, within?: number): Promise<boolean>;
  /** Forgets what was seen before an instant; gives how many. */
  purgeBefore(instant: Date): Promise<number>;
}

export function createSeenActivities(db: Executor, keys: KeyRing): SeenActivities {
  return {
    claim: async (key, at, within) => {
      const longAgo = within === undefined ? null : new Date(at.getTime() - within);
      const claimed = await db
        .insertInto('seen_activity')
        .values({ key: keptKey(keys, key), seen_at: at })
        .onConflict(conflict =>
          conflict
            .column('key')
            .doUpdateSet({ seen_at: at })
            .where('seen_activity.seen_at', '<=', longAgo as Date),
        )
        .returning('key')
        .executeTakeFirst();
      return claimed !== undefined;
    },
    purgeBefore: async instant => {
      const { numDeletedRows } = await db
        .deleteFrom('seen_activity')
        .where('seen_at', '<', instant)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

/**
 * What is kept of a key. The digest of a press is made of who pressed and what they typed: who has the data and not the keys
 * must not find that out by guessing. The oldest key counts, which all bots have while another one is brought in.
 */
export function keptKey(keys: KeyRing, key: string): string {
  return keys.digest(`seen ${key}`, keys.keyIds.at(-1));
}
