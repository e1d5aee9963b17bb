import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestQuestion, readCommand } from '../../src/conversation/commands.ts';

describe('help is asked for', () => {
  test.each([
    'help',
    'Help!',
    ' HELP ',
    '/help',
    '?',
    'help ?',
    'aide',
    'Aide',
    '/aide',
    'commands',
    'commandes',
  ])('by “%s”', text => {
    expect(readCommand(text)).toEqual({ kind: 'help' });
  });

  test.each([
    'How can we help a defender?',
    'help me visit a prisoner',
    'Comment aider un défenseur ?',
    'helpful',
  ])('not by “%s”, which is a question', text => {
    expect(readCommand(text)).toEqual({ kind: 'question', text });
  });
});

describe('a language is chosen', () => {
  test.each([
    ['language français', 'fr'],
    ['language francais', 'fr'],
    ['Language: French', 'fr'],
    ['langue français !', 'fr'],
    ['langue française', 'fr'],
    ['lang fr', 'fr'],
    ['/language FR.', 'fr'],
    ['language “français”', 'fr'],
    ['langue « english »', 'en'],
    ['langue anglais', 'en'],
    ['langue anglaise', 'en'],
    ['language English', 'en'],
    ['language en', 'en'],
    ['LANGUAGE ENGLISH!', 'en'],
  ])('by “%s”', (text, to) => {
    expect(readCommand(text)).toEqual({ kind: 'language', to });
  });

  test.each(['language', 'langue', 'Language?', 'lang:'])('“%s” asks which it is', text => {
    expect(readCommand(text)).toEqual({ kind: 'language', to: undefined });
  });

  test.each(['language Deutsch', 'language klingon', 'language constructor'])(
    '“%s” names one that Vigil does not speak',
    text => {
      expect(readCommand(text)).toEqual({ kind: 'language', to: 'unknown' });
    },
  );

  test.each([
    'language rights of minorities',
    'Which languages do you speak?',
    'languages',
    'langues autochtones',
  ])('“%s” is a question', text => {
    expect(readCommand(text)).toEqual({ kind: 'question', text });
  });
});

describe('a message without a word in it is empty', () => {
  test.each([
    '',
    ' ',
    '\n\t',
    '\u00a0',
    '👍',
    '👩🏽‍⚖️🇨🇦',
    '...',
    '—',
    '\u200b\u202e\u2066',
    '<>',
    '\u0000',
    '\ud800',
  ])('%j', text => {
    expect(readCommand(text)).toEqual({ kind: 'empty' });
  });
});

describe('a question', () => {
  test('loses the characters that hide or turn around its words', () => {
    expect(readCommand('Can we \u202eattend\u202c a tri\u200bal\ufeff?')).toEqual({
      kind: 'question',
      text: 'Can we attend a trial?',
    });
  });

  test('becomes one line with single spaces', () => {
    expect(readCommand('  Can we\r\n\r\nattend\u00a0a   trial?\t')).toEqual({
      kind: 'question',
      text: 'Can we attend a trial?',
    });
  });

  test('keeps HTML as the words it is', () => {
    expect(readCommand('<b>attend</b>')).toEqual({ kind: 'question', text: '<b>attend</b>' });
  });

  test('may be in any script', () => {
    for (const text of ['هل نحضر المحاكمة؟', '我们应该旁听审判吗？', 'Стоит ли идти на суд?']) {
      expect(readCommand(text)).toEqual({ kind: 'question', text });
    }
  });

  test('may have 2,000 characters and no more', () => {
    expect(readCommand('a'.repeat(longestQuestion)).kind).toBe('question');
    expect(readCommand('a'.repeat(longestQuestion + 1))).toEqual({ kind: 'too-long', length: 2001 });
    expect(readCommand(` ${'a'.repeat(longestQuestion)} `).kind).toBe('question');
  });
});

/** Any 16-bit units, so also halves of characters. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
  .map(units => String.fromCharCode(...units));

test('whatever is typed is read as exactly one command', () => {
  fc.assert(
    fc.property(anyText, text => {
      expect(['help', 'language', 'empty', 'too-long', 'question']).toContain(readCommand(text).kind);
    }),
  );
});

test('spaces and line breaks without end are read in no time', () => {
  expect(readCommand(`language${' '.repeat(200_000)}x x`)).toMatchObject({ kind: 'question' });
  expect(readCommand(`help${'.'.repeat(1900)}x`)).toMatchObject({ kind: 'question' });
});
