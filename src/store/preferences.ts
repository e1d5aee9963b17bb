import type { Preferences } from '../conversation/ports.ts';
import { type Language, languageOfLocale } from '../i18n/language.ts';
import type { Executor } from './database.ts';

/** The languages of people, also of those who are not speaking just now. */
export interface StoredPreferences extends Preferences {
  /** The language to write to somebody in: their choice, else that of their client when they last spoke. */
  knownLanguageOf(personId: string): Promise<Language | undefined>;
}

/** The language each person chose. */
export function createPreferences(db: Executor): StoredPreferences {
  const languageOf = async (personId: string): Promise<Language | undefined> => {
    const row = await db
      .selectFrom('preference')
      .select('language')
      .where('person_id', '=', personId)
      .executeTakeFirst();
    return row?.language;
  };
  return {
    languageOf,
    knownLanguageOf: async personId => {
      const chosen = await languageOf(personId);
      if (chosen) return chosen;
      const chat = await db
        .selectFrom('conversation')
        .select('locale')
        .where('kind', '=', 'person')
        .where('id', '=', personId)
        .executeTakeFirst();
      return chat?.locale ? languageOfLocale(chat.locale) : undefined;
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
