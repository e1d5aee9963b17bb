/** The two languages Vigil speaks, as ISO 639-1 codes. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/**
 * Picks the language for a locale as Teams and browsers send it.
 *
 * @param locale a BCP 47 tag such as `fr-CA`; anything else, or nothing, gives English
 */
export function languageOfLocale(locale: string | undefined): Language {
  return locale?.toLowerCase().split(/[-_]/)[0] === 'fr' ? 'fr' : 'en';
}

const names: Record<string, Language> = {
  en: 'en',
  eng: 'en',
  english: 'en',
  anglais: 'en',
  anglaise: 'en',
  fr: 'fr',
  fra: 'fr',
  french: 'fr',
  francais: 'fr',
  francaise: 'fr',
};

/** Recognises a language by the name a person types for it, in either language, with or without accents. */
export function languageNamed(name: string): Language | undefined {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return Object.hasOwn(names, plain) ? names[plain] : undefined;
}
