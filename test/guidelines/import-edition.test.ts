import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readReview, writeInUse } from '../../src/guidelines/added-editions.ts';
import { passageOf } from '../../src/guidelines/edition.ts';
import { compareOn, editionId, editionsOn } from '../../src/guidelines/import-edition.ts';
import { openGuidelines } from '../../src/guidelines/open.ts';
import { DataFileError } from '../../src/shared/data-file.ts';
import { addText, englishText, temporaryShelf, trialFile, useTrialEdition } from './trial-edition.ts';

// An edition put in use without the command is learnt when it is opened.
vi.setConfig({ testTimeout: 60_000 });

let shelf: ReturnType<typeof temporaryShelf>;
beforeEach(() => {
  shelf = temporaryShelf();
});
afterEach(() => shelf.remove());

/** The English text as a later edition might have it: a new 3.8, the old 3.8 and 3.9 one further, words changed. */
function laterText(): string {
  const changes: readonly [string, string][] = [
    ['3.10. ', '3.11. '],
    ['3.9. ', '3.10. '],
    ['3.8. ', '3.8. Threats online\n\nMissions should watch the internet for threats.\n\n3.9. '],
    [
      'the mission should consult Headquarters before action is taken',
      'the mission must inform Headquarters first',
    ],
    ['Human rights are central to the achievement of sustainable development, peace and security.\n\n', ''],
  ];
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the text has no “${from}”`);
    return text.replace(from, to);
  }, englishText());
}

function refusalOf(text: string): string {
  try {
    addText(shelf, text, 'fr', '2019');
  } catch (error) {
    if (error instanceof DataFileError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('a later edition in the same language', () => {
  test('shows its moved sections, and the passages that changed, came and went', () => {
    const { edition } = addText(shelf, laterText(), 'en', '2026');
    const [before] = editionsOn(shelf);
    if (!before) throw new Error('no edition');
    const { sections, matches, removed, added } = compareOn(shelf, before, edition);
    expect(sections.moved.map(({ from, to }) => `${from.number} ${to.number}`)).toEqual([
      '3.8 3.9',
      '3.9 3.10',
      '3.10 3.11',
    ]);
    expect(sections.added.map(({ number }) => number)).toEqual(['3.8']);
    expect(sections.removed).toEqual([]);
    expect(
      matches.filter(({ sameWords }) => !sameWords).map(({ from, to }) => `${from.id} ${to.id}`),
    ).toEqual(['3.8#2 3.9#2']);
    expect(removed.map(({ id }) => id)).toEqual(['1.1#1']);
    expect(added.map(({ id }) => id)).toEqual(['3.8#1']);
  });

  test('keeps its ways of asking, lists and consultations at the new places, and names what to review', () => {
    const { edition, carried } = addText(shelf, laterText(), 'en', '2026');
    expect(carried.review).toEqual([
      {
        what: 'consultation',
        id: '3.9#2',
        reason: expect.stringContaining('must inform Headquarters first'),
      },
      { what: 'passage', id: '3.9#2', reason: 'the words of 3.8#2 have changed' },
      { what: 'passage', id: '1.1#1', reason: expect.stringMatching(/^it has gone, and \d+ ways of asking/) },
      { what: 'passage', id: '3.8#1', reason: 'it is new: write how officials ask for it' },
    ]);
    // 1.1#1 has gone, so the list that 1.1#4 had lost is missing after 1.1#3 now.
    expect(carried.missingLists).toEqual(['1.1#3', '1.4#2', '2.2#2']);
    writeInUse(shelf.added, { en: edition.id });
    const guidelines = openGuidelines(shelf.shipped, shelf.added);
    expect(guidelines.edition.id).toBe('en-2026');
    const answer = guidelines.ask('Can I visit her in jail?', 'en');
    if (answer.kind !== 'answered') throw new Error(answer.kind);
    expect(answer.citations[0].passage.id).toBe('3.9#2');
    expect(answer.consultation?.words).toContain('must inform Headquarters first');
    expect(guidelines.ask("Which key values is Canada's approach based on?", 'en').kind).toBe('list-missing');
  });

  test('that only renumbers loses no way of asking', () => {
    const { carried } = addText(shelf, englishText(), 'en', 'again');
    expect(carried.review).toEqual([]);
    expect(carried.consultations.flatMap(({ applies }) => applies)).toContain('3.9#1');
  });
});

describe('an edition in the other language', () => {
  test('takes over what is known by the places and the subjects of its passages', () => {
    const { carried } = addText(shelf, readFileSync(trialFile, 'utf8'), 'fr', 'Essai');
    expect(carried.phrasings.get('3.8#2')?.fr.join('\n')).toMatch(/prison/);
    const visit = carried.consultations.find(({ kind }) => kind === 'detention-visit');
    expect(visit).toMatchObject({ passage: '3.8#2', applies: ['3.8#2'] });
    expect(visit?.words).toBe(
      'Phrase fictive : avant de visiter un défenseur en prison, la mission consulte l’Administration centrale.',
    );
    expect(carried.review.filter(({ what }) => what === 'consultation').map(({ id }) => id)).toContain(
      '3.8#2',
    );
  });

  test('answers French questions when it is in use, and English ones stay with the English text', () => {
    useTrialEdition(shelf);
    const { ask, editions } = openGuidelines(shelf.shipped, shelf.added);
    expect(editions.map(({ id }) => id)).toEqual(['en', 'fr-essai']);
    const french = ask('Peut-on lui rendre visite en prison ?', 'en');
    if (french.kind !== 'answered') throw new Error(french.kind);
    expect(french.edition.id).toBe('fr-essai');
    expect(passageOf(french.edition, '3.8#2')).toBe(french.citations[0].passage);
    const english = ask('Should we attend the trial of a defender?', 'fr');
    if (english.kind !== 'answered') throw new Error(english.kind);
    expect(english.edition.id).toBe('en');
  });
});

describe('a file that is no edition is refused, and nothing is added:', () => {
  test.each([
    [
      'every wrong line is named',
      'Titre\n\nPerdu.\n\n1.1. Un\n\nMot.\n\n1.1. Encore\n\nMot.\n\n1.2. Vide\n',
      'line 3: a paragraph stands before the first heading\n  - line 9: heading 1.1 comes after 1.1\n  - line 13: section 1.2 has no paragraph',
    ],
    [
      'headings that are not written as such are named',
      'Titre\n\n3.7. Un\n\nMot.\n\n3.8 Assister aux procès\n\nMot.\n\n3.8.1. Visites\n\nMot.\n\n3.9.Trois\n\n3.10) Quatre\n',
      'line 7: write a heading as “3.8. Title”: two numbers at most, each with a full stop, then a space\n  - line 11: write a heading as “3.8. Title”: two numbers at most, each with a full stop, then a space\n  - line 15: write a heading as “3.8. Title”: two numbers at most, each with a full stop, then a space\n  - line 17: write',
    ],
    [
      'a paragraph that is broken over two lines is named',
      'Titre\n\n3.8. Visites\n\nLa mission ne doit pas agir\nsans consulter.\n\nmot\n\nmot\n',
      'line 6: it goes on from the line before: write a paragraph on one line, or leave an empty line',
    ],
    ['an empty one', ' \n', 'line 1: the edition is empty'],
    ['a document of a word processor', 'PK\u0003\u0004', 'line 1: it is not plain text'],
    ['a file in another encoding', 'Titre\n\n1. Un\n\nCaf\uFFFD.\n', 'line 5: a character could not be read'],
  ])('%s', (_what, text, problem) => {
    expect(refusalOf(text)).toContain(problem);
    expect(readdirSync(shelf.added)).toEqual([]);
  });

  test('one whose label makes a longer name than links and buttons carry', () => {
    const label = 'Révision des lignes directrices adoptée par Affaires mondiales Canada en 2026';
    expect(() => addText(shelf, 'Titre\n\n1. Un\n\nMot.\n', 'fr', label)).toThrow(/shorter --label/);
    expect(readdirSync(shelf.added)).toEqual([]);
  });

  test('one whose name is taken', () => {
    addText(shelf, readFileSync(trialFile, 'utf8'), 'fr', '2019');
    expect(refusalOf('Titre\n\n1. Un\n\nMot.\n')).toContain('there is an edition fr-2019 already');
  });
});

test('a text changed after it was added stops the start', () => {
  const { edition } = useTrialEdition(shelf);
  appendFileSync(join(shelf.added, `${edition.id}.txt`), '\nUn mot de plus.\n');
  expect(() => openGuidelines(shelf.shipped, shelf.added)).toThrow(/the text was changed/);
});

test('an edition in use that is not there stops the start', () => {
  writeInUse(shelf.added, { fr: 'fr-1999' });
  expect(() => openGuidelines(shelf.shipped, shelf.added)).toThrow(/there is no edition fr-1999/);
});

test('an id is made of the language and the label', () => {
  expect(editionId('fr', '2019 (révisée)')).toBe('fr-2019-revisee');
  expect(readReview(shelf.added, 'fr-2019-revisee')).toEqual([]);
});
