import { describe, expect, test } from 'vitest';
import { zones } from '../../src/hearings/court-time.ts';
import { readSentence } from '../../src/hearings/sentence.ts';

const now = new Date('2026-11-25T18:00:00Z');
const read = (text: string, language: 'en' | 'fr' = 'en') =>
  readSentence(text, { now, zone: 'America/Bogota', language, zones });

describe('a sentence about a new hearing is taken apart', () => {
  const heron = { caseName: 'HERON', kind: 'trial', place: 'Bogotá', court: 'Juzgado 3' };
  test.each([
    ['en', 'HERON trial in Bogotá, Juzgado 3, 14 March at 9:30', { ...heron, when: '14 March at 9:30' }],
    ['en', 'HERON trial at Juzgado 3 in Bogotá, 14 March at 9:30', { ...heron, when: '14 March at 9:30' }],
    [
      'en',
      'trial of HERON in Bogotá, Juzgado 3, Sunday, 14 March 2027, 9:30',
      { ...heron, when: 'Sunday, 14 March 2027, 9:30' },
    ],
    ['en', 'heron trial, Juzgado 3, Bogotá, 14 March 9:30am', { ...heron, when: '14 March 9:30am' }],
    ['fr', 'HERON procès à Bogotá, Juzgado 3, 14 mars à 9 h 30', { ...heron, when: '14 mars à 9 h 30' }],
    [
      'fr',
      'procès de HERON à Bogotá, Juzgado 3, le 14 mars à 9 h 30',
      { ...heron, when: 'le 14 mars à 9 h 30' },
    ],
    [
      'en',
      'GREY HERON 2 appeal hearing at the Supreme Court, Manila on 3 April 10am',
      { caseName: 'GREY HERON 2', kind: 'appeal', place: 'Manila', court: 'Supreme Court' },
    ],
    [
      'fr',
      'HERON, audience de mise en liberté sous caution, San José, Costa Rica, mardi prochain à 14 h',
      {
        caseName: 'HERON',
        kind: 'bail',
        place: 'San José, Costa Rica',
        court: '',
        when: 'mardi prochain à 14 h',
      },
    ],
    [
      'en',
      'HERON verdict in Bogotá, date to be announced',
      { caseName: 'HERON', kind: 'verdict', place: 'Bogotá', when: '', toBeAnnounced: true },
    ],
    [
      'fr',
      'audience d’appel HERON à Bogota, date à confirmer',
      { caseName: 'HERON', kind: 'appeal', place: 'Bogota', toBeAnnounced: true },
    ],
    [
      'en',
      'HERON in Erewhon, tomorrow 9am',
      { caseName: 'HERON', place: 'Erewhon', court: '', when: 'tomorrow 9am' },
    ],
    ['en', 'HERON trial in La Paz, 14 March 9am', { place: 'La Paz', court: '' }],
    ['fr', 'HERON procès à La Haye, 14 mars 9 h', { place: 'La Haye', court: '' }],
    ['en', 'HERON trial at ICC, The Hague, 14 March 9am', { place: 'The Hague', court: 'ICC' }],
    [
      'fr',
      'HERON procès à Bogotá, Juzgado 3, 3 avril 2027 à 14h00, heure d’Ottawa',
      { ...heron, when: '3 avril 2027 à 14h00, heure d’Ottawa' },
    ],
    [
      'fr',
      'HERON procès à Bogotá, à une date ultérieure',
      { place: 'Bogotá', court: '', when: '', toBeAnnounced: true },
    ],
    ['en', 'HERON', { caseName: 'HERON', place: '', court: '', when: '' }],
    ['en', '', { caseName: '', place: '', court: '', when: '' }],
  ] as const)('(%s) “%s”', (language, text, parts) => {
    expect(read(text, language)).toMatchObject(parts);
  });

  test('what names no kind has none', () => {
    expect(read('HERON in Bogotá, 14 March 9:30').kind).toBeUndefined();
  });

  test('whatever is typed, something comes back', () => {
    for (const text of [
      'trial',
      ',,,',
      'in in in',
      'the the of',
      '14 March',
      '🦅 trial in 🏙️, 25:99',
      'a'.repeat(2000),
    ])
      expect(read(text)).toMatchObject({ toBeAnnounced: false });
  });
});
