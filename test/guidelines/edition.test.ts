import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EditionError, type EditionSource, parseEdition } from '../../src/guidelines/edition.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { loadEditions } from '../../src/guidelines/load.ts';

const source: EditionSource = {
  id: 'en',
  language: 'en',
  label: 'English text',
  publisher: 'A ministry',
  introduction: 'Introduction',
  ignore: ['Table of contents'],
  missingLists: [],
};
const parse = (text: string, more: Partial<EditionSource> = {}) => parseEdition({ ...source, ...more }, text);

function refusal(text: string, more: Partial<EditionSource> = {}): string {
  try {
    parse(text, more);
  } catch (error) {
    if (error instanceof EditionError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('the guidelines', () => {
  const [edition] = loadEditions(guidelinesFolder);
  if (!edition) throw new Error('no edition');

  test('hold every paragraph of the published text, word for word and in order', () => {
    const lines = readFileSync(join(guidelinesFolder, 'voices-at-risk.en.txt'), 'utf8')
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '');
    const kept = [
      edition.title,
      'Table of contents',
      ...edition.sections.flatMap(({ number, title, passages }) => {
        const chapter = edition.chapters.find(candidate => number === `${candidate.number}.1`);
        return [
          ...(chapter ? [`${chapter.number}. ${chapter.title}`] : []),
          number === '0' ? title : `${number}. ${title}`,
          ...passages.map(({ text }) => text),
        ];
      }),
      'Date Modified:',
    ];
    expect(kept).toEqual(lines);
  });

  test('give every passage an id made of its section and its place', () => {
    expect(edition.sections.map(({ number }) => number).join(' ')).toBe(
      '0 1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 3.1 3.2 3.3 3.4 3.5 3.6 3.7 3.8 3.9 3.10 4.1 4.2 4.3 5',
    );
    for (const { id, section, ordinal } of edition.passages) expect(id).toBe(`${section}#${ordinal}`);
    expect(new Set(edition.passages.map(({ id }) => id)).size).toBe(edition.passages.length);
  });

  test('mark the three places where the source lost its list', () => {
    const marked = edition.passages.filter(({ listMissing }) => listMissing);
    expect(marked.map(({ id }) => id)).toEqual(['1.1#4', '1.4#2', '2.2#2']);
    for (const { text } of marked) expect(text).toMatch(/:$/);
  });

  test('name their publisher', () => {
    expect(edition.publisher).toContain('Government of Canada');
  });
});

describe('an edition file', () => {
  const good =
    'Title\n\nTable of contents\n\nIntroduction\n\nHello.\n\n1. Part\n\n1.1. First\n\nOne.\n\nTwo.\n';

  test('is cut into chapters, sections and passages', () => {
    const { chapters, sections } = parse(good);
    expect(chapters).toEqual([{ number: '1', title: 'Part' }]);
    expect(sections.map(({ number, passages }) => [number, passages.map(({ text }) => text)])).toEqual([
      ['0', ['Hello.']],
      ['1.1', ['One.', 'Two.']],
    ]);
  });

  test('may have Windows line ends and a byte order mark', () => {
    expect(parse(`\uFEFF${good.replaceAll('\n', '\r\n')}`)).toEqual(parse(good));
  });

  test.each([
    ['is empty', '', 'line 1: the edition is empty'],
    [
      'has text before the first heading',
      'Title\n\nLost.\n',
      'line 3: a paragraph stands before the first heading',
    ],
    ['repeats a section', `${good}\n1.1. First\n\nAgain.\n`, 'line 17: heading 1.1 comes after 1.1'],
    ['has sections out of order', `${good}\n0.9. Late\n\nText.\n`, 'line 17: heading 0.9 comes after 1.1'],
    ['has a section without text', `${good}\n1.2. Empty\n`, 'line 17: section 1.2 has no paragraph'],
    [
      'is not UTF-8',
      good.replace('One', 'On\uFFFD'),
      'line 13: a character could not be read; save the file as UTF-8',
    ],
  ])('that %s is refused with the line and the reason', (_what, text, reason) => {
    expect(refusal(text)).toBe(reason);
  });

  test('that lacks the passage before a missing list is refused', () => {
    expect(refusal(good, { missingLists: ['1.1#2'] })).toContain(
      'passage 1.1#2 should end where its list is missing',
    );
  });
});
