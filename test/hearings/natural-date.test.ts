import { describe, expect, test } from 'vitest';
import { zones } from '../../src/hearings/court-time.ts';
import { findWhen, readWhen } from '../../src/hearings/natural-date.ts';

/** Ten in the morning on a Tuesday in Bogotá. */
const typing = {
  now: new Date('2026-11-24T15:00:00Z'),
  zone: 'America/Bogota',
  language: 'en',
  zones,
} as const;

function read(text: string, language: 'en' | 'fr'): string {
  const when = readWhen(text, { ...typing, language });
  if ('reading' in when) return `${when.reading.date} ${when.reading.time}`;
  const choices = 'choices' in when ? when.choices.map(({ date, time }) => ` ${date} ${time}`).join() : '';
  return `${when.problem}:${choices}`.replace(/:$/, '');
}

describe('in English', () => {
  test.each([
    ['next Tuesday 9am', '2026-12-01 09:00'],
    ['next Tuesday at 9 a.m.', '2026-12-01 09:00'],
    ['tomorrow at 2pm', '2026-11-25 14:00'],
    ['tomorrow 14:00', '2026-11-25 14:00'],
    ['the day after tomorrow at 10:30', '2026-11-26 10:30'],
    ['14 March 9:30', '2027-03-14 09:30'],
    ['March 14 at 9:30 am', '2027-03-14 09:30'],
    ['March 14, 2027 at 9:30', '2027-03-14 09:30'],
    ['14 March 2027 09:30', '2027-03-14 09:30'],
    ['Monday 10:15', '2026-11-30 10:15'],
    ['on Friday at noon', '2026-11-27 12:00'],
    ['Fri 4 Dec 2026, 11:00', '2026-12-04 11:00'],
    ['in 3 days at 10', '2026-11-27 10:00'],
    ['the 5th of May at 8', '2027-05-05 08:00'],
    ['2027-03-04 10:00', '2027-03-04 10:00'],
    ['2027-03-04T10:00', '2027-03-04 10:00'],
    ['today at 5pm', '2026-11-24 17:00'],
    ['25/12/2026 9:00', '2026-12-25 09:00'],
    ['5 May at half past 9', '2027-05-05 09:30'],
    ['5 May at 9.10am', '2027-05-05 09:10'],
    ['3 April 10 a.m', '2027-04-03 10:00'],
    ['14 March, 0930 hrs', '2027-03-14 09:30'],
    ['14 March at 2pm, local time', '2027-03-14 14:00'],
    ['14 March at 2pm Bogotá time', '2027-03-14 14:00'],
    ['Friday, 12 March at 9', '2027-03-12 09:00'],
  ])('%s', (text, expected) => {
    expect(read(text, 'en')).toBe(expected);
  });
});

describe('in French', () => {
  test.each([
    ['14 mars à 9 h 30', '2027-03-14 09:30'],
    ['le 14 mars à 9h30', '2027-03-14 09:30'],
    ['14 mars 2027 à 9 h 30', '2027-03-14 09:30'],
    ['le 1er février 2027, 8 h 05', '2027-02-01 08:05'],
    ['mardi prochain à 9 h', '2026-12-01 09:00'],
    ['demain 14h', '2026-11-25 14:00'],
    ['demain à 14 heures', '2026-11-25 14:00'],
    ['après-demain à midi', '2026-11-26 12:00'],
    ['lundi 10h15', '2026-11-30 10:15'],
    ['lundi à 10 h 15', '2026-11-30 10:15'],
    ['vendredi 4 décembre à 11 h', '2026-12-04 11:00'],
    ['dans 3 jours à 10h', '2026-11-27 10:00'],
    ['le 3 décembre 2026 à 10h', '2026-12-03 10:00'],
    ['3 déc. 2026 10 h', '2026-12-03 10:00'],
    ['le 5 mai à 9 heures et demie', '2027-05-05 09:30'],
    ['le 5 mai à 3 h de l’après-midi', '2027-05-05 15:00'],
    ['le 5 mai à 6 h du matin', '2027-05-05 06:00'],
    ['aujourd’hui à 17 h', '2026-11-24 17:00'],
    ['15 août 9 h', '2027-08-15 09:00'],
    ['jeudi 17 h', '2026-11-26 17:00'],
    ['apres-demain 9h', '2026-11-26 09:00'],
    ['3 avril 2027 à 14h00 heure de Bogota', '2027-04-03 14:00'],
    ['14-mars-27 09:30:00', '2027-03-14 09:30'],
    ['14-févr-27 9h30', '2027-02-14 09:30'],
  ])('%s', (text, expected) => {
    expect(read(text, 'fr')).toBe(expected);
  });
});

describe('what must be asked back', () => {
  test.each([
    ['en', '3/4/2027 10:00', 'ambiguous: 2027-03-04 10:00, 2027-04-03 10:00'],
    ['fr', '03/04/2027 10:00', 'ambiguous: 2027-03-04 10:00, 2027-04-03 10:00'],
    // As one may write the twelfth of March, which comes again next year.
    ['en', '3/12 9am', 'ambiguous: 2026-12-03 09:00, 2027-03-12 09:00'],
    ['en', 'next Thursday 9am', 'ambiguous: 2026-11-26 09:00, 2026-12-03 09:00'],
    ['fr', 'jeudi prochain à 9 h', 'ambiguous: 2026-11-26 09:00, 2026-12-03 09:00'],
    ['en', 'Tuesday 2pm', 'ambiguous: 2026-11-24 14:00, 2026-12-01 14:00'],
    ['en', '5 May at 3', 'ambiguous: 2027-05-05 03:00, 2027-05-05 15:00'],
    ['fr', '5 mai à 3 h', 'ambiguous: 2027-05-05 03:00, 2027-05-05 15:00'],
    ['en', '14 March 2025 9:30', 'past'],
    ['fr', 'hier à 9 h', 'past'],
    ['en', '20 November 9:00', 'past: 2027-11-20 09:00'],
    ['en', 'today at 8am', 'past'],
    ['en', '14 March', 'no-time'],
    ['fr', '14 mars', 'no-time'],
    ['en', '10am', 'no-date'],
    ['fr', '9 h', 'no-date'],
    ['en', '14 March 9:30 EST', 'zone-named'],
    ['en', '14 March at 2pm Ottawa time', 'zone-named'],
    ['fr', '14 mars à 14h00, heure d’Ottawa', 'zone-named'],
    ['fr', 'lundi 15 décembre à 9 h', 'weekday-differs'],
    ['en', 'Friday, 14 March 2027, 9:30', 'weekday-differs'],
    ['en', 'Saturday 14 November 9am', 'past'],
    ['en', 'sometime soon', 'not-understood'],
    ['fr', 'bientôt', 'not-understood'],
    ['en', '14 March 9:30 or maybe later', 'not-understood'],
    ['en', '', 'not-understood'],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(read(text, language)).toBe(expected);
  });
});

test.each([
  ['2027-12-05T12:00:00Z', { reading: { date: '2028-02-29' } }],
  ['2028-03-05T12:00:00Z', { problem: 'past', choices: [] }],
])('at %s, the 29th of February is one that there is', (now, expected) => {
  expect(readWhen('29 February 9am', { ...typing, now: new Date(now) })).toMatchObject(expected);
});

test.each([
  ['14 or 15 March at 9am'],
  ['14 ou 15 mars à 9 h'],
  ['a week from Tuesday at 9am'],
  ['a week tomorrow at 9am'],
  ['not before 9am on 14 March'],
])('“%s” is not taken for the part of it that is a date, in a sentence neither', text => {
  expect(findWhen(`HERON trial in Bogotá ${text}`, typing).when).toEqual({ problem: 'not-understood' });
});

test('each language is understood whatever the reader’s own is', () => {
  expect(read('14 mars à 9 h 30', 'en')).toBe('2027-03-14 09:30');
  expect(read('next Tuesday at 9am', 'fr')).toBe('2026-12-01 09:00');
});

test('today is the court’s, not the bot’s', () => {
  const late = { ...typing, now: new Date('2026-11-25T03:00:00Z') };
  expect(readWhen('tomorrow at 9am', late)).toMatchObject({ reading: { date: '2026-11-25' } });
});

test('a time that clocks skip or double is said to be so', () => {
  const inToronto = { ...typing, zone: 'America/Toronto' };
  expect(readWhen('14 March 2027 2:30am', inToronto)).toMatchObject({ reading: { clock: 'skipped' } });
  expect(readWhen('7 November 2027 1:30am', inToronto)).toMatchObject({ reading: { clock: 'doubled' } });
});

test('a date is found in a sentence, and the rest of it kept', () => {
  const found = findWhen('add hearing HERON on 14 March at 9:30 in Bogotá', typing);
  expect(found).toMatchObject({ when: { reading: { date: '2027-03-14', time: '09:30' } } });
  expect(found.rest).toMatch(/^add hearing HERON\s+in Bogotá$/);
});
