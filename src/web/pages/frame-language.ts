import Negotiator from 'negotiator';
import { z } from 'zod';
import { type Language, languages } from '../../i18n/language.ts';

const chosen = z.enum(languages);

/**
 * The language of a page's frame: the reader's choice in the address, else what their browser prefers, else English.
 *
 * @param query the address's query, such as `lang=fr`; a language Vigil does not speak is ignored
 * @param acceptLanguage the header of that name, such as `fr-CA, en;q=0.5`
 */
export function frameLanguage(query: string, acceptLanguage: string | undefined): Language {
  const choice = chosen.safeParse(new URLSearchParams(query).get('lang'));
  if (choice.success) return choice.data;
  const preferred = new Negotiator({ headers: { 'accept-language': acceptLanguage } }).language([
    ...languages,
  ]);
  return chosen.catch('en').parse(preferred);
}
