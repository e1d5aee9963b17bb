import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readingsOf } from '../../src/conversation/follow-ups.ts';

const visit = 'Can I visit her in jail?';
const visite = 'Peut-on lui rendre visite en prison ?';
const questions = (message: string, before: string) =>
  readingsOf(message, before).map(({ question }) => question);

describe('a condition is put to the question before it', () => {
  test.each([
    ['and if she is a minor?', 'Can I visit her in jail if she is a minor?'],
    ['But what if he asks us not to', 'Can I visit her in jail if he asks us not to?'],
    ['even if they say no?', 'Can I visit her in jail even if they say no?'],
    ['what if there’s no consulate?', 'Can I visit her in jail if there’s no consulate?'],
    ['and unless the family agrees?', 'Can I visit her in jail unless the family agrees?'],
  ])('“%s”', (message, question) => {
    expect(readingsOf(message, visit)).toEqual([{ question, base: visit }]);
  });

  test.each([
    ['et si elle est mineure ?', 'Peut-on lui rendre visite en prison si elle est mineure ?'],
    ['Et s’il est canadien ?', 'Peut-on lui rendre visite en prison s’il est canadien ?'],
    ['même si la famille refuse ?', 'Peut-on lui rendre visite en prison même si la famille refuse ?'],
    ['si elle refuse ?', 'Peut-on lui rendre visite en prison si elle refuse ?'],
  ])('“%s”', (message, question) => {
    expect(questions(message, visite)[0]).toBe(question);
  });
});

describe('another subject is asked by itself, or else within the question before it', () => {
  test.each([
    ['what about social media', visit, ['social media?', 'Can I visit her in jail, social media?']],
    ['and the lawyers?', visit, ['the lawyers?', 'Can I visit her in jail, the lawyers?']],
    ['How about her children?', visit, ['her children?', 'Can I visit her in jail, her children?']],
    ['qu’en est-il des visites ?', visite, ['visites ?', 'Peut-on lui rendre visite en prison, visites ?']],
    ['quid de l’avocat ?', visite, ['avocat ?', 'Peut-on lui rendre visite en prison, avocat ?']],
    [
      'pareil pour ses enfants',
      visite,
      ['ses enfants ?', 'Peut-on lui rendre visite en prison, ses enfants ?'],
    ],
  ])('“%s”', (message, before, expected) => {
    expect(questions(message, before)).toEqual(expected);
  });

  test('a question too short to have a subject takes that of the one before it first', () => {
    expect(questions('why?', visit)[0]).toBe('Can I visit her in jail, why?');
    expect(questions('and who decides?', visit)).toEqual([
      'Can I visit her in jail, who decides?',
      'who decides?',
    ]);
  });
});

test.each([
  ['and what is the salary of a first secretary?', 'what is the salary of a first secretary?'],
  ['but can I get a new laptop?', 'can I get a new laptop?'],
  ['et quel temps fera-t-il demain ?', 'quel temps fera-t-il demain ?'],
])('“%s” is a question of its own, and nothing but that', (message, question) => {
  expect(questions(message, visit)).toEqual([question]);
});

test.each([
  'Should we attend the trial?',
  'What if the defender is a Canadian citizen?',
  'If she is arrested, what should we do?',
  'Si un défenseur est arrêté, que faire ?',
  'When should we consult Headquarters?',
  'Who decides on an award?',
  'and I would also like to know whether the mission may ask the ministry for a list of all prisons nearby',
  'Andrew was arrested',
  'Etienne peut-il venir ?',
  'help',
])('“%s” carries nothing on', message => {
  expect(readingsOf(message, visit)).toEqual([]);
});

test('conditions do not add up: the next one is put to the first question again', () => {
  const [first] = readingsOf('and if she is a minor?', visit);
  expect(questions('and if she is Canadian?', first?.base ?? '')).toEqual([
    'Can I visit her in jail if she is Canadian?',
  ]);
});

test('whatever is typed, each reading ends in one question mark and holds the words typed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('and ', 'what about ', 'et si ', 'why ', ''),
      fc.string(),
      (opening, rest) => {
        for (const { question } of readingsOf(`${opening}${rest}`, visit)) {
          expect(question).toMatch(/[^?]\?$/u);
        }
      },
    ),
  );
});

test('a message made to hold up the reader is read in no time', () => {
  expect(readingsOf(`and${' '.repeat(2000)}if`, visit)).toHaveLength(2);
  expect(readingsOf(`what about${' ,'.repeat(900)}`, visit)).toBeDefined();
});
