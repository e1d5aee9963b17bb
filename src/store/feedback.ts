import type { Feedback } from '../conversation/ports.ts';
import type { Executor } from './database.ts';

/** What people thought of the passages shown to them; the table has no column for who or for the question. */
export function createFeedback(db: Executor): Feedback {
  return {
    record: async ({ verdict, edition, passageIds, language, at }) => {
      await db
        .insertInto('feedback')
        .values({ verdict, edition, passage_ids: [...passageIds], language, at })
        .execute();
    },
  };
}
