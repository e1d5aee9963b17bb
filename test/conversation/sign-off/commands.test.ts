import { describe, expect, test } from 'vitest';
import { readCommand } from '../../../src/conversation/commands.ts';

describe('a typed message is read as a command about sign-off', () => {
  test.each([
    ['request sign-off', { kind: 'request-sign-off', about: '' }],
    ['Request signoff for general', { kind: 'request-sign-off', about: 'general' }],
    ['demander un aval', { kind: 'request-sign-off', about: '' }],
    ['demander l’aval', { kind: 'request-sign-off', about: '' }],
    ['urgent action taken', { kind: 'urgent-action' }],
    ['mesure urgente prise', { kind: 'urgent-action' }],
    ['my requests', { kind: 'requests', list: 'mine', words: '' }],
    ['mes demandes.', { kind: 'requests', list: 'mine', words: '' }],
    ['mission requests', { kind: 'requests', list: 'mission', words: '' }],
    ['waiting for me', { kind: 'requests', list: 'waiting', words: '' }],
    ['en attente de moi', { kind: 'requests', list: 'waiting', words: '' }],
    ['find request HERON', { kind: 'requests', list: 'search', words: 'HERON' }],
    ['chercher une demande GREY HERON', { kind: 'requests', list: 'search', words: 'GREY HERON' }],
    ['status ESC-2026-0042', { kind: 'request-status', reference: 'ESC-2026-0042' }],
    ['statut de esc 2026 42', { kind: 'request-status', reference: 'ESC-2026-0042' }],
    ['ESC-2026-0042', { kind: 'request-status', reference: 'ESC-2026-0042' }],
    ['status', { kind: 'request-status', reference: undefined }],
    ['link this channel to desk human-rights', { kind: 'link-channel', unit: 'desk', id: 'human-rights' }],
    ['link this channel to the mission bogota', { kind: 'link-channel', unit: 'mission', id: 'bogota' }],
    ['rattacher ce canal à la direction consular', { kind: 'link-channel', unit: 'desk', id: 'consular' }],
    [
      'delegate to Omar Haddad until 2026-12-24',
      { kind: 'delegate', name: 'Omar Haddad', until: '2026-12-24' },
    ],
    [
      'déléguer à Omar Haddad jusqu’au 2026-12-24',
      { kind: 'delegate', name: 'Omar Haddad', until: '2026-12-24' },
    ],
    ['delegate', { kind: 'delegate-how' }],
    ['end delegation', { kind: 'end-delegation' }],
    ['mettre fin à ma délégation', { kind: 'end-delegation' }],
  ])('“%s”', (text, command) => {
    expect(readCommand(text)).toEqual(command);
  });

  test.each([
    'Must we request sign-off from Headquarters before we visit a defender in prison?',
    'What is the status of human rights defenders in the guidelines?',
    'Who is waiting for me to decide on the asylum request?',
    'Can a request be refused?',
    'Who decides in my place when I delegate my duties to a colleague at the mission and leave for a month?',
    'Quel est le statut des défenseurs ?',
    'Faut-il demander un aval avant de publier une déclaration sur le cas ?',
  ])('“%s” stays a question', text => {
    expect(readCommand(text)).toMatchObject({ kind: 'question' });
  });
});
