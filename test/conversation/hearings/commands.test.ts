import { describe, expect, test } from 'vitest';
import { readCommand } from '../../../src/conversation/commands.ts';

describe('a typed message is read as a command about hearings', () => {
  const here = { kind: 'list', asked: { of: 'here' } };
  const named = (name: string) => ({ kind: 'list', asked: { of: 'named', name } });
  test.each([
    ['hearings', here],
    ['Hearings?', here],
    ['upcoming hearings', here],
    ['audiences', here],
    ['les audiences à venir', here],
    ['audiences de ce canal', here],
    ['my hearings', { kind: 'list', asked: { of: 'me' } }],
    ['hearings for me', { kind: 'list', asked: { of: 'me' } }],
    ['mes audiences', { kind: 'list', asked: { of: 'me' } }],
    ['hearings of my mission', { kind: 'list', asked: { of: 'my-mission' } }],
    ['audiences de ma mission', { kind: 'list', asked: { of: 'my-mission' } }],
    ['hearings in Bogotá', named('Bogotá')],
    ['hearings of GREY HERON 2', named('GREY HERON 2')],
    ['audiences de Bogota', named('Bogota')],
    ['audiences d’Ottawa', named('Ottawa')],
    ['hearings HERON', named('HERON')],
    ['help hearings', { kind: 'hearing-help' }],
    ['aide sur les audiences', { kind: 'hearing-help' }],
    ['case HERON', { kind: 'case', caseName: 'HERON' }],
    ['affaire GREY HERON 2', { kind: 'case', caseName: 'GREY HERON 2' }],
  ])('“%s”', (text, asked) => {
    expect(readCommand(text)).toEqual({ kind: 'hearings', asked });
  });

  test.each([
    'Should we attend hearings?',
    'hearings are closed, what now?',
    'hearings we should attend',
    'hearings of people we do not know at all',
    'audiences publiques ou non',
    'case law on defenders',
    'audience',
  ])('“%s” is a question', text => {
    expect(readCommand(text)).toMatchObject({ kind: 'question' });
  });
});

describe('a typed message is read as a command about one hearing', () => {
  const id = 'HRG-2026-0042';
  test.each([
    ['add hearing', { kind: 'add-hearing', text: '' }],
    [
      'Add a hearing: HERON trial in Bogotá, 9:30',
      { kind: 'add-hearing', text: 'HERON trial in Bogotá, 9:30' },
    ],
    ['ajouter une audience HERON', { kind: 'add-hearing', text: 'HERON' }],
    ['inscrire l’audience HERON', { kind: 'add-hearing', text: 'HERON' }],
    ['hearing hrg 2026 42', { kind: 'hearing', hearing: id }],
    [id, { kind: 'hearing', hearing: id }],
    ['audience HRG-2026-0042', { kind: 'hearing', hearing: id }],
    [`edit ${id}`, { kind: 'edit-hearing', hearing: id }],
    [`modifier l’audience ${id}`, { kind: 'edit-hearing', hearing: id }],
    [`adjourn ${id} to 3 April 10am`, { kind: 'adjourn-hearing', hearing: id, when: '3 April 10am' }],
    [`adjourn ${id} to be announced`, { kind: 'adjourn-hearing', hearing: id, when: 'to be announced' }],
    [`reporter ${id} à confirmer`, { kind: 'adjourn-hearing', hearing: id, when: 'à confirmer' }],
    [`adjourn ${id}`, { kind: 'adjourn-hearing', hearing: id, when: '' }],
    [`ajourner ${id} au 3 avril à 10 h`, { kind: 'adjourn-hearing', hearing: id, when: '3 avril à 10 h' }],
    [`cancel ${id}`, { kind: 'cancel-hearing', hearing: id, reason: '' }],
    [
      `cancel ${id} because it was settled`,
      { kind: 'cancel-hearing', hearing: id, reason: 'it was settled' },
    ],
    [`annuler ${id} : accord conclu`, { kind: 'cancel-hearing', hearing: id, reason: 'accord conclu' }],
    ['cancel the hearing', { kind: 'which-hearing' }],
    ['reporter une audience', { kind: 'which-hearing' }],
  ])('“%s”', (text, asked) => {
    expect(readCommand(text)).toEqual({ kind: 'hearings', asked });
  });
});

describe('a typed message is read as a command about following', () => {
  test.each([
    ['follow case HERON', { kind: 'follow', target: { kind: 'case', name: 'HERON' } }],
    ['suivre l’affaire GREY HERON 2', { kind: 'follow', target: { kind: 'case', name: 'GREY HERON 2' } }],
    ['follow mission Bogotá', { kind: 'follow', target: { kind: 'mission', name: 'Bogotá' } }],
    ['suivre la mission de Bogota', { kind: 'follow', target: { kind: 'mission', name: 'Bogota' } }],
    ['follow HERON', { kind: 'follow', target: { name: 'HERON' } }],
    ['follow CASSOWARY', { kind: 'follow', target: { name: 'CASSOWARY' } }],
    ['suivre MISSIONARY', { kind: 'follow', target: { name: 'MISSIONARY' } }],
    ['follow case: CASSOWARY', { kind: 'follow', target: { kind: 'case', name: 'CASSOWARY' } }],
    ['unfollow case HERON', { kind: 'unfollow', target: { kind: 'case', name: 'HERON' } }],
    ['ne plus suivre HERON', { kind: 'unfollow', target: { name: 'HERON' } }],
    ['what do we follow?', { kind: 'following' }],
    ['following', { kind: 'following' }],
    ['que suivons-nous ?', { kind: 'following' }],
    ['suivis', { kind: 'following' }],
    ['who follows HERON?', { kind: 'who-follows', target: { name: 'HERON' } }],
    [
      'Who is following case GREY HERON',
      { kind: 'who-follows', target: { kind: 'case', name: 'GREY HERON' } },
    ],
    ['qui suit HERON ?', { kind: 'who-follows', target: { name: 'HERON' } }],
    ['qui suit la mission de Bogota', { kind: 'who-follows', target: { kind: 'mission', name: 'Bogota' } }],
    ['who follows what', { kind: 'who-follows' }],
    ['qui suit quoi ?', { kind: 'who-follows' }],
    ['remind us 7 d, 1 d', { kind: 'remind-at', offsets: ['7d', '1d'] }],
    ['remind me 2 weeks, 1 day and 2 hours before', { kind: 'remind-at', offsets: ['14d', '1d', '2h'] }],
    ['rappelez-nous 7 jours et 1 h avant', { kind: 'remind-at', offsets: ['7d', '1h'] }],
    ['rappels : 3 j', { kind: 'remind-at', offsets: ['3d'] }],
    ['remind us as usual', { kind: 'remind-at', offsets: 'usual' }],
    ['remind us 90 days before', { kind: 'remind-at', offsets: undefined }],
    ['remind us of Maria', { kind: 'remind-at', offsets: undefined }],
    ['reminders in French', { kind: 'reminder-language', language: 'fr' }],
    ['rappels en anglais', { kind: 'reminder-language', language: 'en' }],
    ['time zone America/Bogota', { kind: 'reminder-zone', place: 'America/Bogota' }],
    ['fuseau horaire de Bogota', { kind: 'reminder-zone', place: 'Bogota' }],
    ['digest off', { kind: 'digest', on: false }],
    ['résumé hebdomadaire oui', { kind: 'digest', on: true }],
    ['calendar feed', { kind: 'feed', ask: 'give' }],
    ['renew calendar feed', { kind: 'feed', ask: 'renew' }],
    ['flux du calendrier révoquer', { kind: 'feed', ask: 'revoke' }],
    ['month view', { kind: 'month' }],
    ['vue du mois', { kind: 'month' }],
  ])('“%s”', (text, asked) => {
    expect(readCommand(text)).toEqual({ kind: 'hearings', asked });
  });

  test.each([
    'Should we follow a case?',
    'remind me: which documents may we cite?',
    'Rappelez-moi ce qu’il faut faire avant une visite',
    'rappelez-nous quels documents citer',
    'suivre un procès est-il utile ?',
    'What does following a trial mean?',
    'Who follows up with the local authorities?',
  ])('“%s” is a question', text => {
    expect(readCommand(text)).toMatchObject({ kind: 'question' });
  });
});
