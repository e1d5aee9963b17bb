import type { Zones } from './court-time.ts';
import { codeNameOf, type HearingKind } from './hearing.ts';
import { findWhen, readWhen, type Typing } from './natural-date.ts';
import { findPlaces } from './places.ts';

/** What a sentence about a new hearing says, part by part; empty where it says nothing. Always read back. */
export interface Sentence {
  readonly caseName: string;
  readonly kind?: HearingKind;
  readonly court: string;
  readonly place: string;
  /** The part that holds date and time, to be read by the court's clock; `announced` when the date is still to come. */
  readonly when: string;
  readonly toBeAnnounced: boolean;
}

/** How officials write the kinds, the more special ones first. */
const kinds: readonly (readonly [HearingKind, string])[] = [
  ['detention-review', 'detention review|custody review|(?:révision|contrôle|examen) de (?:la )?détention'],
  [
    'bail',
    'bail(?: hearing)?|(?:(?:enquête|audience) (?:sur|de) )?(?:la )?mise en liberté(?: sous caution)?|caution',
  ],
  ['sentencing', 'sentencing(?: hearing)?|(?:prononcé|détermination) de la peine'],
  ['verdict', 'verdict|judge?ment|jugement'],
  ['appeal', "appeal(?: hearing)?|(?:audience d['’])?appel"],
  ['trial', 'trial|procès'],
  ['other', 'hearing|audience'],
];
const kindPatterns = kinds.map(
  ([kind, words]) => [kind, new RegExp(String.raw`(?<![\p{L}-])(?:${words})(?![\p{L}-])`, 'iu')] as const,
);
const unannounced =
  /(?<!\p{L})(?:(?:date )?to be (?:announced|confirmed|determined|fixed)|tb[acd]|sine die|(?:date )?à (?:confirmer|déterminer|annoncer|fixer|préciser)|(?:a )?later date|(?:une )?date (?:ultérieure|indéterminée))(?!\p{L})/iu;
/** Whether words say that the date is still to come. */
export function saysToBeAnnounced(text: string): boolean {
  return unannounced.test(text);
}

/** A run of words in capitals, as code names are written. */
const capitals = /(?<![\p{L}\d])\p{Lu}[\p{Lu}\d-]+(?: [\p{Lu}\d-]+)*(?![\p{L}])/u;
const linking = `(?:in|at|on|of|for|the|before|case|à|a|au|aux|en|le|la|les|de|du|d['’]|l['’]|devant|pour|affaire|dossier)`;
const outerLinks = new RegExp(String.raw`^(?:${linking}(?:\s+|$|(?<=['’])))+|(?:\s+${linking})+$`, 'giu');

/** Takes a sentence apart, such as `HERON trial in Bogotá, Juzgado 3, 14 March at 9:30`. */
export function readSentence(text: string, typing: Typing): Sentence {
  const toBeAnnounced = saysToBeAnnounced(text);
  const { when, rest } = toBeAnnounced
    ? { when: '', rest: text.replace(unannounced, ' ') }
    : splitWhen(text, typing);
  const found = kindIn(rest);
  const before = trim(found ? rest.slice(0, found.index) : '');
  const after = found ? rest.slice(found.index + found.length) : rest;
  const isName = codeNameOf(before) !== undefined && before.split(' ').length <= 4;
  const name = isName ? before : (capitals.exec(rest)?.[0] ?? (found ? firstWords(after) : ''));
  const remaining = isName ? after : `${before}, ${after}`.replace(name, ' ');
  const { place, court } = placeIn(remaining, typing.zones);
  return {
    caseName: codeNameOf(name) ?? '',
    ...(found ? { kind: found.kind } : {}),
    court,
    place,
    when,
    toBeAnnounced,
  };
}

/** The date stands at the end, behind commas, or anywhere within the sentence. */
function splitWhen(text: string, typing: Typing): { when: string; rest: string } {
  const parts = text.split(/(?<=,)/);
  for (let index = 1; index < parts.length; index += 1) {
    const end = parts.slice(index).join('');
    const read = readWhen(end, typing);
    if (!('problem' in read) || read.problem !== 'not-understood') {
      return { when: end.trim(), rest: parts.slice(0, index).join('') };
    }
  }
  const { rest, when } = findWhen(text, typing);
  const understood = 'reading' in when || when.problem !== 'not-understood';
  return { when: understood ? text : '', rest };
}

function kindIn(text: string): { kind: HearingKind; index: number; length: number } | undefined {
  const found = kindPatterns.flatMap(([kind, pattern]) => {
    const match = pattern.exec(text);
    return match ? [{ kind, index: match.index, length: match[0].length }] : [];
  });
  // "Audience d’appel" is an appeal, though "audience" comes first.
  const special = found.filter(({ kind }) => kind !== 'other');
  return (special.length > 0 ? special : found).sort(
    (one, other) => one.index - other.index || other.length - one.length,
  )[0];
}

/** "Of heron in Bogotá": what stands before the next link or comma. */
function firstWords(text: string): string {
  const [words = ''] = trim(text).split(/,|\s(?:in|at|before|on|à|en|au|devant|le)\s/iu);
  return codeNameOf(words) === undefined ? '' : words.trim();
}

/** The part that names a city whose clocks are known, or that stands behind "in"; all else is the court. */
function placeIn(text: string, zones: Zones): { place: string; court: string } {
  const parts = text
    .split(/,|(?=\s(?:in|à|en|au)\s)/iu)
    .map(part => ({
      text: trim(part),
      // La Paz and The Hague have an article of their own.
      named: bare(part.replace(/^\s*(?:in|at|à|en)\s/iu, '')),
      isPlace: /^\s*(?:in|à|en)\s/iu.test(part),
    }))
    .filter(part => part.text !== '');
  const isKnown = (words: string) => findPlaces(words, zones).length > 0;
  const courtWithout = (from: number, count: number) =>
    parts
      .filter((_part, index) => index < from || index >= from + count)
      .map(part => part.text)
      .join(', ');
  for (const count of [2, 1]) {
    for (let from = 0; from + count <= parts.length; from += 1) {
      const those = parts.slice(from, from + count);
      const names = [those.map(({ named }) => named), those.map(({ text }) => text)];
      const place = names.map(each => each.join(', ')).find(isKnown);
      if (place !== undefined) return { place, court: courtWithout(from, count) };
    }
  }
  const named = parts.findIndex(part => part.isPlace);
  if (named < 0) return { place: '', court: courtWithout(0, 0) };
  return { place: parts[named]?.text ?? '', court: courtWithout(named, 1) };
}

const bare = (words: string) => words.replace(/^[\s,:;.–—-]+|[\s,:;.–—-]+$/gu, '');

function trim(text: string): string {
  return bare(bare(text).replace(outerLinks, '')).replace(/\s+/gu, ' ');
}
