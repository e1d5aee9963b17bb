import type { Edition } from '../../guidelines/edition.ts';
import type { Language } from '../../i18n/language.ts';
import { type MessageKey, type MessageValues, translatorFor } from '../../i18n/translator.ts';
import { headingLine, shownNumber } from './outline.ts';
import { escapeHtml } from './templates.ts';

/** Where a page stands: `/guidelines` or one step below it. Links are relative, so that a path prefix does no harm. */
export type Depth = 'whole' | 'section';

/** What every template knows: the reader's language, the edition shown, and how to link. */
export type Frame = ReturnType<typeof createFrame>;

/**
 * @param language the reader's language, for everything that is not the text of the guidelines
 * @param edition the text, in its own language
 * @param styleVersion part of the style sheet's address; a new one makes browsers fetch it again
 * @param choice the edition that the address names, and those that could be read in its place
 */
export function createFrame(
  language: Language,
  edition: Edition,
  depth: Depth,
  styleVersion: string,
  choice: { readonly named?: string | undefined; readonly others: readonly Edition[] } = { others: [] },
) {
  const say = translatorFor(language);
  const root = depth === 'whole' ? '.' : '..';
  // The choice of language travels along: there are no cookies.
  const { named, others } = choice;
  const query = `?lang=${language}${named === undefined ? '' : `&edition=${named}`}`;
  return {
    language,
    otherLanguage: (language === 'en' ? 'fr' : 'en') satisfies Language,
    edition,
    named,
    others,
    linkToEdition: (id: string) => `${root}/guidelines?lang=${language}&edition=${id}`,
    say,
    headingLine,
    shownNumber,
    /** A message as HTML; the words it quotes from the edition keep the edition's language for screen readers. */
    quoting: (key: MessageKey, quotes: Record<string, string>, values: MessageValues = {}) => {
      const slots = Object.keys(quotes).map(name => [name, `\uE000${name}\uE001`]);
      return escapeHtml(say(key, { ...values, ...Object.fromEntries(slots) })).replace(
        /\uE000(.+?)\uE001/g,
        (_slot, name: string) => `<span lang="${edition.language}">${escapeHtml(quotes[name])}</span>`,
      );
    },
    stylesheet: `${root}/guidelines.css?v=${styleVersion}`,
    linkToWhole: (number?: string) =>
      `${root}/guidelines${query}${number === undefined ? '' : `#s${number}`}`,
    linkToSection: (number: string) => `${root}/guidelines/${number}${query}`,
  };
}
