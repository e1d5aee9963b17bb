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
    ['case HERON', { kind: 'case', caseName: 'HERON' }],
    ['affaire GREY HERON 2', { kind: 'case', caseName: 'GREY HERON 2' }],
  ])('“%s”', (text, asked) => {
    expect(readCommand(text)).toEqual({ kind: 'hearings', asked });
  });

  test.each([
    'Should we attend hearings?',
    'hearings are closed, what now?',
    'case law on defenders',
    'audience',
  ])('“%s” is a question', text => {
    expect(readCommand(text)).toMatchObject({ kind: 'question' });
  });
});
