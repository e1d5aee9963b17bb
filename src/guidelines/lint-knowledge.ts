import { type Language, languages } from '../i18n/language.ts';
import type { Edition } from './edition.ts';
import type { Evidence } from './evidence.ts';
import type { Knowledge, Meaning, Phrasing } from './knowledge.ts';
import { type StepText, stepsOf } from './steps.ts';
import { createTerms, expressionsOf, isPair, wordsOf } from './terms.ts';

/** A passage is to be found by so many ways of asking in each language, whatever it says. */
const fewest = 10;

/**
 * What a reviewer of the knowledge would object to, in words for whoever edits it: passages with too few ways of asking, ways
 * written twice, ways of asking for two things that differ in no word that counts, ways that do not find what they ask for, and
 * words that are said to speak of two steps.
 * That every id exists is seen to where the knowledge is read.
 *
 * @param evidenceFor the search that has learnt this knowledge
 */
export function lintKnowledge(
  edition: Edition,
  { phrasings, thesaurus, steps, consultations }: Knowledge,
  evidenceFor: (question: string) => Evidence,
): string[] {
  return [
    ...tooFew(edition, phrasings),
    ...twice(phrasings),
    ...ambiguous(phrasings, thesaurus),
    ...unreachable(phrasings, evidenceFor),
    ...ofTwoSteps([...stepsOf(phrasings, consultations), ...steps]),
  ];
}

function tooFew({ passages }: Edition, phrasings: readonly Phrasing[]): string[] {
  return passages.flatMap(({ id }) =>
    languages.flatMap(language => {
      const own = phrasings.filter(
        ({ meaning, language: written }) =>
          meaning.kind === 'passage' && meaning.id === id && written === language,
      );
      return own.length < fewest
        ? [`${id} has ${own.length} ways of asking in “${language}”; it needs ${fewest}`]
        : [];
    }),
  );
}

/** The stems of a text whatever their order: "visit in prison" and "prison visits" have one gist. */
function createGist(thesaurus: Knowledge['thesaurus']): (phrasing: Phrasing) => string {
  const termsOf = createTerms(expressionsOf(thesaurus));
  return ({ text, language }) =>
    [...termsOf(wordsOf(text), language).keys()]
      .filter(term => !isPair(term))
      .sort()
      .join(' ');
}

/** Ways of one language with the same words, whatever they ask for. */
function twice(phrasings: readonly Phrasing[]): string[] {
  return sharing(phrasings, ({ text }) => wordsOf(text).join(' ')).map(
    group => `“${group[0]?.text}” stands twice: ${group.map(({ meaning }) => nameOf(meaning)).join(', ')}`,
  );
}

/** Ways that ask for different things in the same words but for their order and endings. */
function ambiguous(phrasings: readonly Phrasing[], thesaurus: Knowledge['thesaurus']): string[] {
  return sharing(phrasings, createGist(thesaurus))
    .map(group => ({ group, meanings: new Set(group.map(({ meaning }) => nameOf(meaning))) }))
    .filter(({ meanings }) => meanings.size > 1)
    .map(
      ({ group, meanings }) =>
        `${group.map(({ text }) => `“${text}”`).join(' and ')} say one thing and ask for ${[...meanings].join(' and ')}`,
    );
}

/** Words that one place says to speak of one step, and another of another or of none. */
function ofTwoSteps(texts: readonly StepText[]): string[] {
  return sharing(texts, ({ text }) => wordsOf(text).join(' '))
    .map(group => ({ group, steps: new Set(group.map(({ step }) => step)) }))
    .filter(({ steps }) => steps.size > 1)
    .map(({ group, steps }) => `“${group[0]?.text}” is said to speak of ${[...steps].join(' and of ')}`);
}

/** The groups of two or more texts of one language that a key makes the same. */
function sharing<Text extends { readonly language: Language }>(
  texts: readonly Text[],
  keyOf: (text: Text) => string,
): Text[][] {
  const byKey = Map.groupBy(texts, text => `${text.language} ${keyOf(text)}`);
  return [...byKey.values()].filter(group => group.length > 1);
}

function unreachable(phrasings: readonly Phrasing[], evidenceFor: (question: string) => Evidence): string[] {
  return phrasings.flatMap(({ text, meaning }) => {
    const found = evidenceFor(text).scored[0]?.meaning;
    if (found && aimOf(found) === aimOf(meaning)) return [];
    return [`“${text}” is meant for ${nameOf(meaning)} and finds ${found ? nameOf(found) : 'nothing'}`];
  });
}

/** The way to a lost list leads to the passage that announces it, and the other way about. */
function aimOf(meaning: Meaning): string {
  return meaning.kind === 'list-missing' ? meaning.id : nameOf(meaning);
}

function nameOf(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'passage':
      return meaning.id;
    case 'list-missing':
      return `the lost list of ${meaning.id}`;
    case 'small-talk':
      return `small talk (${meaning.talk})`;
    case 'uncovered':
      return `${meaning.topic} (not covered)`;
  }
}
