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
 * Learns the words of both languages from texts, and reads questions by them.
 *
 * @returns reads one question; without a word that tells, its language is English
 */
export function createWording(
  texts: readonly { readonly language: Language; readonly words: readonly string[] }[],
) {
  const vocabulary: Record<Language, Map<string, number>> = { en: new Map(), fr: new Map() };
  for (const { language, words } of texts) {
    for (const word of words) vocabulary[language].set(word, (vocabulary[language].get(word) ?? 0) + 1);
  }

  const byLength: Record<Language, Map<number, string[]>> = {
    en: groupedByLength(vocabulary.en.keys()),
    fr: groupedByLength(vocabulary.fr.keys()),
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
    const candidates = [...Array(2 * reach + 1).keys()].flatMap(
      step => byLength[language].get(word.length - reach + step) ?? [],
    );
    for (const known of candidates) {
      const uses = vocabulary[language].get(known) ?? 0;
      const swapped = isSwap(word, known);
      // People seldom miss the first letter.
      if (!swapped && (word.length < shortestToGuess || word[0] !== known[0])) continue;
      const apart = swapped ? 1 : distance(word, known);
      if (apart > reach) continue;
      if (!best || apart < best.distance || (apart === best.distance && uses > best.uses)) {
        best = { word: known, distance: apart, uses };
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

/** Words long enough to be what a misspelt word was meant to be. */
function groupedByLength(words: Iterable<string>): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const word of words) {
    if (word.length < shortestToCorrect) continue;
    const group = groups.get(word.length) ?? [];
    group.push(word);
    groups.set(word.length, group);
  }
  return groups;
}

/** Two neighbouring letters typed in the wrong order. */
function isSwap(word: string, known: string): boolean {
  if (word.length !== known.length) return false;
  const at = [...word].findIndex((letter, index) => letter !== known[index]);
  return at >= 0 && `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at]}${word.slice(at + 2)}` === known;
}
