import type { Preferences } from '../conversation/ports.ts';
import type { Executor } from './database.ts';

/** The language each person chose. */
export function createPreferences(db: Executor): Preferences {
  return {
    languageOf: async personId => {
      const row = await db
        .selectFrom('preference')
        .select('language')
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return row?.language;
    },
    chooseLanguage: async (personId, language) => {
      await db
        .insertInto('preference')
        .values({ person_id: personId, language })
        .onConflict(conflict => conflict.column('person_id').doUpdateSet({ language }))
        .execute();
    },
  };
}
