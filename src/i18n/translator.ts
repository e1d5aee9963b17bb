import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Language } from './language.ts';

export type MessageKey = keyof typeof en;
export type MessageValues = Record<string, string | number>;

/** Says a message in one language. Throws when an argument the message needs is not given: a fault of ours. */
export type Translator = (key: MessageKey, values?: MessageValues) => string;

const catalogues: Record<Language, Record<MessageKey, string>> = { en, fr };
// Canadian conventions for numbers and dates, as the ministry writes them.
const locales: Record<Language, string> = { en: 'en-CA', fr: 'fr-CA' };

/**
 * How a sentence of the catalogue is written. In French a sign that has a space before it, and a quotation mark, stay on
 * the line of their words. Source: Office québécois de la langue française, on spacing around punctuation.
 */
const written: Record<Language, (sentence: string) => string> = {
  en: sentence => sentence,
  fr: sentence => sentence.replace(/ (?=[:;?!»])|(?<=«) /g, '\u00a0'),
};

function createTranslator(language: Language): Translator {
  const compiled = new Map<MessageKey, IntlMessageFormat>();
  return (key, values) => {
    let message = compiled.get(key);
    if (!message) {
      const sentence = written[language](catalogues[language][key]);
      // ignoreTag: a "<" in a sentence is a character, never markup.
      message = new IntlMessageFormat(sentence, locales[language], undefined, { ignoreTag: true });
      compiled.set(key, message);
    }
    return String(message.format(values));
  };
}

const translators: Record<Language, Translator> = { en: createTranslator('en'), fr: createTranslator('fr') };

/** The translator for a language; the same one each time. */
export function translatorFor(language: Language): Translator {
  return translators[language];
}
