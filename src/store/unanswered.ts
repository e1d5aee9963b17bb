import { sql } from 'kysely';
import type { Unanswered } from '../inquiries/ports.ts';
import type { Executor } from './database.ts';

/** Counts of what the guidelines did not answer; there is no word and nobody in it. */
export function createUnanswered(db: Executor): Unanswered {
  return {
    count: async (month, subject, language) => {
      await db
        .insertInto('unanswered')
        .values({ month, subject, language, count: 1 })
        .onConflict(conflict =>
          conflict
            .columns(['month', 'subject', 'language'])
            .doUpdateSet({ count: sql<number>`unanswered.count + 1` }),
        )
        .execute();
    },
    ofMonth: month =>
      db
        .selectFrom('unanswered')
        .select(['subject', 'language', 'count'])
        .where('month', '=', month)
        .orderBy('count', 'desc')
        .orderBy('subject')
        .orderBy('language')
        .execute(),
    removeBefore: async month => {
      const { numDeletedRows } = await db
        .deleteFrom('unanswered')
        .where('month', '<', month)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
