import { LRUCache } from 'lru-cache';
import type { Preferences } from '../conversation/ports.ts';
import type { Language } from '../i18n/language.ts';

/**
 * Keeps people's choices at hand, so that a turn need not ask the database. Only for the embedded database, which has one
 * process: with several, another's change would be missed.
 */
export function createCachedPreferences(preferences: Preferences): Preferences {
  const known = new LRUCache<string, { readonly language: Language | undefined }>({ max: 10_000 });
  return {
    languageOf: async personId => {
      const cached = known.get(personId);
      if (cached) return cached.language;
      const language = await preferences.languageOf(personId);
      known.set(personId, { language });
      return language;
    },
    chooseLanguage: async (personId, language) => {
      await preferences.chooseLanguage(personId, language);
      known.set(personId, { language });
    },
  };
}
