import { type Language, languages } from '../i18n/language.ts';
import type { Comparison } from './compare-editions.ts';
import type { ConsultationEntry } from './consultations.ts';
import type { Edition, Passage } from './edition.ts';
import type { Concept, Knowledge } from './knowledge.ts';
import type { Likeness } from './match-passages.ts';
import { createTerms, expressionsOf, wordsOf } from './terms.ts';

/** The knowledge of one edition as far as it holds for another. */
export interface CarriedOver {
  /** Ways of asking by the id of the passage in the new edition. */
  readonly phrasings: ReadonlyMap<string, Ways>;
  readonly gaps: readonly ({ readonly passage: string; readonly after: string } & Ways)[];
  readonly missingLists: readonly string[];
  readonly consultations: readonly ConsultationEntry[];
  readonly review: readonly Review[];
}

export type Ways = Readonly<Record<Language, readonly string[]>>;

/** What is known of the edition that is carried over; its consultations as their file has them. */
type Known = Pick<Knowledge, 'phrasings' | 'thesaurus'> & {
  readonly consultations: readonly ConsultationEntry[];
};

/** Something that a person who knows the text must look at, and why. */
export interface Review {
  readonly what: 'consultation' | 'passage' | 'list';
  /** Id of a passage of the new edition; of the old one where it has none in the new. */
  readonly id: string;
  readonly reason: string;
}

/** Passages of two languages that share fewer subjects than this were matched by their place alone. */
const leastShared = 0.12;
/** A passage that has gone and is this like a new one has become part of it. */
const leastJoined = 0.5;

/**
 * Carries the ways of asking, the missing lists and the consultations over to a new edition, along the passages that match.
 * Nothing is decided in silence: what changed, came, went or was matched on little is listed for review.
 */
export function carryOver(
  from: Edition,
  to: Edition,
  known: Known,
  comparison: Comparison,
  likeness: Likeness,
): CarriedOver {
  const review: Review[] = [];
  const counterparts = new Map(comparison.matches.map(match => [match.from.id, match.to]));
  const sameLanguage = from.language === to.language;
  const ways = new Map<string, Ways>();
  const gaps: CarriedOver['gaps'][number][] = [];
  const give = (id: string, more: Ways) => {
    const own = ways.get(id) ?? { en: [], fr: [] };
    ways.set(id, { en: [...own.en, ...more.en], fr: [...own.fr, ...more.fr] });
  };

  for (const { from: old, to: now, sameWords, likeness: alike } of comparison.matches) {
    give(now.id, waysOf(known, 'passage', old.id));
    if (sameLanguage && !sameWords) {
      review.push({ what: 'passage', id: now.id, reason: `the words of ${old.id} have changed` });
    } else if (!sameLanguage && alike < leastShared) {
      const reason = `taken for ${old.id} by its place; the texts share few subjects`;
      review.push({ what: 'passage', id: now.id, reason });
    }
    if (old.listMissing) carryGap(old, now);
  }

  function carryGap(old: Passage, now: Passage): void {
    const asked = waysOf(known, 'list-missing', old.id);
    const next = passageAfter(to, now);
    const lists = next && comparison.added.includes(next);
    if (now.text.endsWith(':') && !lists) {
      gaps.push({ passage: now.id, after: now.text.slice(-60), ...asked });
      return;
    }
    give(now.id, asked);
    const reason = `${old.id} had lost its list; here it seems to be: see that its items are found`;
    review.push({ what: 'list', id: now.id, reason });
  }

  for (const gone of comparison.removed) {
    const asked = waysOf(known, 'passage', gone.id);
    const [nearest] = to.passages
      .map(passage => ({ passage, alike: likeness(gone, passage) }))
      .sort((a, b) => b.alike - a.alike);
    const joined = sameLanguage && nearest && nearest.alike >= leastJoined;
    if (joined) give(nearest.passage.id, asked);
    review.push({
      what: 'passage',
      id: gone.id,
      reason: joined
        ? `it has gone; ${nearest.passage.id} is like it and got its ways of asking`
        : `it has gone, and ${asked.en.length + asked.fr.length} ways of asking for it with it`,
    });
  }
  for (const { id, text } of comparison.added) {
    review.push({ what: 'passage', id, reason: 'it is new: write how officials ask for it' });
    if (text.endsWith(':') && passageAfter(to, { id })?.section !== id.split('#')[0]) {
      const reason = 'its section ends in a colon: is a list missing from the file?';
      review.push({ what: 'list', id, reason });
    }
  }
  const consultations = carryConsultations(from, to, known, counterparts, review);
  // What missions are asked to do with Headquarters comes first: an edition is not used before it is seen to.
  const isGrave = ({ what }: Review) => what === 'consultation';
  return {
    phrasings: ways,
    gaps,
    missingLists: gaps.map(({ passage }) => passage),
    consultations,
    review: [...review.filter(isGrave), ...review.filter(entry => !isGrave(entry))],
  };
}

function carryConsultations(
  from: Edition,
  to: Edition,
  {
    consultations,
    thesaurus,
  }: { consultations: readonly ConsultationEntry[]; thesaurus: readonly Concept[] },
  counterparts: ReadonlyMap<string, Passage>,
  review: Review[],
): ConsultationEntry[] {
  const claimed = new Set<string>();
  return consultations.flatMap(entry => {
    const now = counterparts.get(entry.passage);
    const applies = [...entry.applies.map(id => counterparts.get(id)?.id), now?.id].filter(
      (id, at, all): id is string => id !== undefined && all.indexOf(id) === at && !claimed.has(id),
    );
    if (!now || applies.length === 0) {
      const reason = `${entry.kind}: nothing in the new edition stands for “${entry.words}”`;
      review.push({ what: 'consultation', id: entry.passage, reason });
      return [];
    }
    for (const id of applies) claimed.add(id);
    // A passage says what it is about; what is asked of missions there is its own.
    const kept = applies.filter(id => id !== now.id || entry.applies.includes(entry.passage));
    const sometimes = entry.sometimes?.map(id => counterparts.get(id)?.id).filter(id => id !== undefined);
    const carried = {
      ...entry,
      passage: now.id,
      applies: kept.length > 0 ? kept : applies,
      ...(sometimes ? { sometimes } : {}),
    };
    if (now.text.includes(entry.words)) return [carried];
    const words = likestSentence(entry.words, from.language, now.text, to.language, thesaurus);
    const reason = `${entry.kind}: is it “${words}” that says so now? Mend it in consultations.yaml if not`;
    review.push({ what: 'consultation', id: now.id, reason });
    return [{ ...carried, words }];
  });
}

/** The sentence of a text that has most subjects and words in common with some words, perhaps of the other language. */
function likestSentence(
  words: string,
  language: Language,
  text: string,
  textLanguage: Language,
  thesaurus: readonly Concept[],
): string {
  const termsOf = createTerms(expressionsOf(thesaurus));
  const wanted = termsOf(wordsOf(words), language);
  const shared = (sentence: string) =>
    [...termsOf(wordsOf(sentence), textLanguage)].reduce(
      (sum, [term, weight]) => sum + (wanted.has(term) ? weight : 0),
      0,
    );
  const [best] = text
    .split(/(?<=[.;!?])\s+/u)
    .map(sentence => ({ sentence, score: shared(sentence) }))
    .sort((a, b) => b.score - a.score);
  return best?.sentence ?? text;
}

function waysOf({ phrasings }: Known, kind: 'passage' | 'list-missing', id: string): Ways {
  const own = phrasings.filter(({ meaning }) => meaning.kind === kind && meaning.id === id);
  const inOne = (wanted: Language) => own.flatMap(({ language, text }) => (language === wanted ? text : []));
  const [en, fr] = languages.map(inOne);
  return { en: en ?? [], fr: fr ?? [] };
}

function passageAfter(edition: Edition, { id }: Pick<Passage, 'id'>): Passage | undefined {
  return edition.passages[edition.passages.findIndex(passage => passage.id === id) + 1];
}
