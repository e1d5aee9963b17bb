import type { Language } from '../i18n/language.ts';
import { wordsOf } from './terms.ts';

/** Small words that one language uses all the time and the other never does. */
const telling: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'the of and is are was were be been to for with from by at do does did should would could may might must can we our us they their them her his she he it its this that these those what which who when where why how if you your not about into than'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les du des une et est sont etait etre au aux avec pour dans sur par ou qui que quoi quel quelle quels quelles quand comment pourquoi combien faut peut doit doivent devons pouvons dois puis nous notre nos vous votre vos ils elles leur leurs elle cette ces ce cet mon ma mes ses sa si ne pas il y en un je tu'.split(
      ' ',
    ),
  ),
};

/** The language a question is written in, by its small words; undefined where they do not tell. */
export function questionLanguage(question: string): Language | undefined {
  const words = wordsOf(question);
  const count = (language: Language) => words.filter(word => telling[language].has(word)).length;
  const [en, fr] = [count('en'), count('fr')];
  return en === fr ? undefined : en > fr ? 'en' : 'fr';
}
