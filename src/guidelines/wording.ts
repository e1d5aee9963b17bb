import { distance } from 'fastest-levenshtein';
import type { Language } from '../i18n/language.ts';
import { wordsOf } from './terms.ts';

/** Words shorter than this are left as typed: too many others are one letter away. */
const shortestToCorrect = 4;
/** Words shorter than this are put right only where two letters changed places. */
const shortestToGuess = 5;

/** A question as the search reads it: its language, and its misspelt words put right. */
export interface Wording {
  readonly language: Language;
  readonly words: readonly string[];
  /** Share of its words that the guidelines or the ways of asking for them ever use, 0 to 1. */
  readonly known: number;
  /** Names in it, by their capital letters, that no known text mentions: other countries, people, places. */
  readonly strangers: number;
}

/**
 * Makes the function that reads one question by the words that are known of both languages. Without a word that tells, its
 * language is English.
 *
 * @param vocabulary how often known texts use each word
 */
export function createWording(vocabulary: Readonly<Record<Language, ReadonlyMap<string, number>>>) {
  const candidates: Record<Language, Map<string, string[]>> = {
    en: groupedByShape(vocabulary.en.keys()),
    fr: groupedByShape(vocabulary.fr.keys()),
  };

  function languageOf(words: readonly string[]): Language {
    const only = (own: Language, other: Language) =>
      words.filter(word => vocabulary[own].has(word) && !vocabulary[other].has(word)).length;
    return only('fr', 'en') > only('en', 'fr') ? 'fr' : 'en';
  }

  /** The commonest known word within one letter, or two in long words; nothing where none is near. */
  function nearest(word: string, language: Language): string | undefined {
    const reach = word.length < 8 ? 1 : 2;
    let best: { word: string; distance: number; uses: number } | undefined;
    const consider = (known: string, apart: number) => {
      const uses = vocabulary[language].get(known) ?? 0;
      if (!best || apart < best.distance || (apart === best.distance && uses > best.uses)) {
        best = { word: known, distance: apart, uses };
      }
    };
    // People seldom miss the first letter, but may type it second.
    for (const known of candidates[language].get(shapeOf(word[1], word.length)) ?? []) {
      if (isSwap(word, known)) consider(known, 1);
    }
    for (let length = word.length - reach; length <= word.length + reach; length += 1) {
      for (const known of candidates[language].get(shapeOf(word[0], length)) ?? []) {
        const apart = isSwap(word, known)
          ? 1
          : word.length < shortestToGuess
            ? reach + 1
            : distance(word, known);
        if (apart <= reach) consider(known, apart);
      }
    }
    return best?.word;
  }

  /** Words with a capital letter inside a sentence that nothing known ever uses. */
  function namesIn(question: string): ReadonlySet<string> {
    const parts = question.split(/\s+/u);
    const names = parts.filter((part, at) => {
      const opensSentence = at === 0 || /[.!?:]$/u.test(parts[at - 1] ?? '');
      return !opensSentence && /^[«“"'(]*\p{Lu}\p{L}/u.test(part);
    });
    const isKnown = (word: string) => vocabulary.en.has(word) || vocabulary.fr.has(word);
    return new Set(names.flatMap(wordsOf).filter(word => word.length > 1 && !isKnown(word)));
  }

  return (question: string): Wording => {
    const names = namesIn(question);
    // A name says nothing of what is asked, and must not be taken for a misspelt word.
    const typed = wordsOf(question).filter(word => !names.has(word));
    const language = languageOf(typed);
    let known = 0;
    const words = typed.map(word => {
      const isKnown = vocabulary[language].has(word);
      const mayCorrect = !isKnown && word.length >= shortestToCorrect && !/\d/.test(word);
      const corrected = mayCorrect ? nearest(word, language) : undefined;
      if (isKnown || corrected !== undefined) known += 1;
      return corrected ?? word;
    });
    return {
      language,
      words,
      known: typed.length === 0 ? 0 : known / typed.length,
      strangers: names.size,
    };
  };
}

/** Words long enough to be what a misspelt word was meant to be, by first letter and length. */
function groupedByShape(words: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < shortestToCorrect) continue;
    const shape = shapeOf(word[0], word.length);
    const group = groups.get(shape) ?? [];
    group.push(word);
    groups.set(shape, group);
  }
  return groups;
}

const shapeOf = (first: string | undefined, length: number) => `${first} ${length}`;

/** Two neighbouring letters typed in the wrong order. */
function isSwap(word: string, known: string): boolean {
  if (word.length !== known.length) return false;
  const at = [...word].findIndex((letter, index) => letter !== known[index]);
  return at >= 0 && `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at]}${word.slice(at + 2)}` === known;
}
