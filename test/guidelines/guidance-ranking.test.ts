import { describe, expect, test } from 'vitest';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import type { Guidance } from '../../src/guidelines/guidance.ts';
import { openGuidelines } from '../../src/guidelines/open.ts';

const { learnGuidance, exampleOf } = openGuidelines(guidelinesFolder);
const guidance = (reference: string, ...phrasings: string[]): Guidance => ({
  reference,
  language: 'en',
  text: 'Headquarters says so.',
  phrasings,
  inquiry: 'ASK-2026-0001',
  desk: 'human-rights',
  by: 'hana',
  at: '2026-03-09T12:00:00.000Z',
});

const find = learnGuidance([
  guidance(
    'phone',
    'May the mission pay for a defender’s phone plan?',
    'Peut-on payer le téléphone d’un défenseur ?',
  ),
  guidance('lunch', 'How much does the cafeteria charge for lunch?'),
  guidance('rent', 'Peut-on payer le loyer d’un défenseur ?'),
]);
const found = (question: string) => find(question, 'en')?.reference;

describe('guidance is found by a question like one that it answers', () => {
  test.each([
    ['May the mission pay for a defender’s phone plan?', 'phone'],
    ['Can we pay for a phone for a defender?', 'phone'],
    ['peut-on payer le telephone du défenseur', 'phone'],
    ['What does lunch cost in the cafeteria?', 'lunch'],
    ['La mission peut-elle payer le loyer ?', 'rent'],
  ])('“%s”', (question, reference) => {
    expect(found(question)).toBe(reference);
  });

  test.each([
    'Can we pay for her flight?',
    'Should we attend the trial of a defender?',
    'Can I visit her in jail?',
    'Peut-on lui rendre visite en prison ?',
    'Hello!',
    '',
    '日本語',
  ])('“%s” finds none', question => {
    expect(found(question)).toBeUndefined();
  });

  test('of two that are equally near, the newer', () => {
    const twice = learnGuidance([
      guidance('newer', 'Who pays for lunch?'),
      guidance('older', 'Who pays for lunch?'),
    ]);
    expect(twice('who pays for lunch', 'en')?.reference).toBe('newer');
  });

  test('none where there is none', () => {
    expect(learnGuidance([])('Who pays for lunch?', 'en')).toBeUndefined();
  });
});

test('a subject that is left alone has an example in each language', () => {
  expect(exampleOf('facilities', 'en')).toMatch(/\w/);
  expect(exampleOf('facilities', 'fr')).toMatch(/\w/);
  expect(exampleOf('facilities', 'fr')).not.toBe(exampleOf('facilities', 'en'));
  expect(exampleOf('nothing of the kind', 'en')).toBeUndefined();
});
