import { sql } from 'kysely';
import type { Feedback } from '../conversation/ports.ts';
import type { Executor } from './database.ts';
import type { KeyRing } from './encryption.ts';
import { keptKey } from './seen-activities.ts';

/**
 * What people thought of the passages shown to them; the table has no column for who or for the question. That a press
 * counts once is kept apart, as a digest that is forgotten after a week, in the same commit.
 */
export function createFeedback(db: Executor, keys: KeyRing): Feedback {
  return {
    record: async ({ verdict, edition, passageIds, language, at }, press) => {
      await db
        .with('claimed', claim =>
          claim
            .insertInto('seen_activity')
            .values({ key: keptKey(keys, `feedback ${press}`), seen_at: at })
            .onConflict(conflict => conflict.column('key').doNothing())
            .returning('key'),
        )
        .insertInto('feedback')
        .columns(['verdict', 'edition', 'passage_ids', 'language', 'at'])
        .expression(from =>
          from
            .selectFrom('claimed')
            .select([
              sql<'up' | 'down'>`${verdict}::text`.as('verdict'),
              sql<string>`${edition}::text`.as('edition'),
              sql<string[]>`${[...passageIds]}::text[]`.as('passage_ids'),
              sql<'en' | 'fr'>`${language}::text`.as('language'),
              sql<Date>`${at}::timestamptz`.as('at'),
            ]),
        )
        .execute();
    },
  };
}
