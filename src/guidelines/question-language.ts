import type { Language } from '../i18n/language.ts';
import { otherLanguages } from './other-languages.ts';
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

/**
 * Further words of English or French, also as people type them in haste. Another language may have some of them too, and then
 * they tell nothing.
 */
const own: ReadonlySet<string> = new Set([
  ...telling.en,
  ...telling.fr,
  ...'a i an as in on or no not me my us so but and also any all some there here then only over under out up has have had can will shall am want need go get see ask any may allow visit jail trial hearing post case go help say tell care cat pot face fall war far hat wat wen dat'.split(
    ' ',
  ),
  ...'du de que se sont son sa ses lui eux moi toi te tu me te au aux mais entre par sous apres avant ou a ai as ont avons avez va vont fait faire dire aller non oui plus tres mot met dit fois suis es donc car comme cas proces visite peux veux peuvent chez sans avocat ambassade hier dort nu ni mai mene onze'.split(
    ' ',
  ),
  // They stand in names of people, places and courts.
  ...'el los las del do da dos das di van der den bin al te na chi'.split(' '),
]);
/** So many telling words make a language; one may be a name, or a slip of the finger. */
const leastTelling = 2;
/** One English or French word among so many of another language may be borrowed. */
const perBorrowed = 5;

/**
 * True where a question is neither in English nor in French. In doubt it is taken for one of them: to answer a foreign question
 * badly is a smaller harm than to turn one of ours away.
 */
export function isInAnotherLanguage(question: string): boolean {
  const words = wordsOf(question);
  const ours = words.filter(word => own.has(word));
  if (countOf(question, /[^\p{Script=Latin}\P{L}]/gu) > countOf(question, /\p{Script=Latin}/gu)) {
    return ours.length === 0;
  }
  // A word with a capital letter is part of a name, unless it comes first; "Ho Chi Minh" is no Italian.
  const telltale = wordsOf(question.replace(/(?<=\s)\p{P}*\p{Lu}\p{L}*/gu, ' ')).filter(
    word => word.length > 1 && !own.has(word),
  );
  return Object.values(otherLanguages).some(other => {
    const theirs = new Set(telltale.filter(word => other.has(word)));
    const onlyOurs = ours.filter(word => !other.has(word));
    return theirs.size >= leastTelling && onlyOurs.length * perBorrowed <= theirs.size;
  });
}

function countOf(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}
