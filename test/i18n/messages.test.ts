import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { fr } from '../../src/i18n/fr.ts';
import { languageNamed, languageOfLocale } from '../../src/i18n/language.ts';
import { type MessageKey, translatorFor } from '../../src/i18n/translator.ts';

const keys = Object.keys(en) as MessageKey[];

type Node = ReturnType<IntlMessageFormat['getAst']>[number];

/** The arguments of a message with their kinds, and the choices of those that choose. */
function argumentsOf(message: string, locale: string): string[] {
  const visit = (nodes: readonly Node[]): string[] =>
    nodes.flatMap(node => {
      const { type, value } = node as { type: number; value?: string };
      if (type === 0 || type === 7) return [];
      const options = 'options' in node ? Object.entries(node.options) : [];
      // Which plural forms there are is each language's own matter.
      const choices = type === 5 ? options.map(([choice]) => choice).sort() : [];
      return [
        `${value}:${type}:${choices.join('|')}`,
        ...options.flatMap(([, option]) => visit((option as { value: Node[] }).value)),
      ];
    });
  const ast = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst();
  return [...new Set(visit(ast))].sort();
}

test('both languages say the same things', () => {
  expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
});

test('both languages take the same arguments', () => {
  const different = keys.filter(
    key => argumentsOf(en[key], 'en-CA').join() !== argumentsOf(fr[key], 'fr-CA').join(),
  );
  expect(different).toEqual([]);
});

test('the test sees arguments, also those inside choices', () => {
  expect(
    argumentsOf('{a} {n, plural, one {# {b}} other {{c, number}}} {k, select, x {1} other {2}}', 'en'),
  ).toEqual(['a:1:', 'b:1:', 'c:2:', 'k:5:other|x', 'n:6:']);
});

describe.each([
  ['English', en],
  ['French', fr],
] as const)('in %s', (language, catalogue) => {
  const messages = Object.entries(catalogue);

  test('no message is empty, or has spaces at its ends or two in a row', () => {
    const untidy = messages.filter(
      ([, text]) => text.trim() === '' || text !== text.trim() || /\s{2}/.test(text),
    );
    expect(untidy).toEqual([]);
  });

  test('quotation marks and apostrophes are those of print', () => {
    expect(messages.filter(([, text]) => /["']/.test(text))).toEqual([]);
    const foreign = language === 'French' ? /[“”]/ : /[«»]/;
    expect(messages.filter(([, text]) => foreign.test(text))).toEqual([]);
  });

  test('no message holds markup or an expression', () => {
    expect(messages.filter(([, text]) => /<|\$\{|\*\*|\]\(/.test(text))).toEqual([]);
  });
});

test('French is not English left standing', () => {
  /** Words that both languages write alike, names, and messages made of arguments. */
  const alike = new Set([
    'app.name',
    'answer.heading',
    'answer.headingIntroduction',
    'signOff.answer.reason',
    'signOff.details.decision',
    'signOff.list.state',
  ]);
  expect(keys.filter(key => !alike.has(key) && en[key] === fr[key])).toEqual([]);
});

describe('French as it is written in Canada', () => {
  test('has a space before a colon, and none before a semicolon, a question mark or an exclamation mark', () => {
    expect(
      Object.entries(fr).filter(([, text]) => /\s[;?!]/.test(text) || /[\p{L}})]:\s/u.test(text)),
    ).toEqual([]);
  });

  test('puts in no name after a word that would lose its vowel before “Amara” or “Abuja”', () => {
    const elided =
      /(?<![\p{L}’])(?:de|que|ne|je|se|ce|si)\s\{(?:name|mission|desk|unit|role|zone|place|what)\}/iu;
    expect(Object.entries(fr).filter(([, text]) => elided.test(text))).toEqual([]);
  });
});

test('every message is said somewhere', async () => {
  let source = '';
  const folder = new URL('../../src/', import.meta.url).pathname;
  for await (const file of glob('**/*.{ts,eta}', { cwd: folder })) {
    if (/^i18n\/(?:.+\.)?(?:en|fr)\.ts$/.test(file)) continue;
    source += readFileSync(`${folder}${file}`, 'utf8');
  }
  /** Keys put together where they are used, by how they begin; the types know their endings. */
  const families = [...source.matchAll(/`([a-z][\w.]*\.)\$\{/gi)].map(([, family]) => family ?? '');
  const said = (key: string) => source.includes(`'${key}'`);
  expect(keys.filter(key => !said(key) && !families.some(family => key.startsWith(family)))).toEqual([]);
});

describe('numbers and plurals follow the language', () => {
  test('thousands are set apart as the ministry writes them', () => {
    const values = { length: 12345, most: 2000 };
    expect(translatorFor('en')('message.tooLong', values)).toContain('12,345');
    expect(translatorFor('fr')('message.tooLong', values)).toMatch(/12\s345/);
  });

  test('one is one and several are several', () => {
    expect(translatorFor('en')('answer.more', { count: 1 })).toBe('More: one passage');
    expect(translatorFor('en')('answer.more', { count: 2 })).toBe('More: 2 passages');
    expect(translatorFor('fr')('answer.more', { count: 1 })).toBe('Voir aussi\u00a0: un passage');
    expect(translatorFor('fr')('answer.more', { count: 2 })).toBe('Voir aussi\u00a0: 2 passages');
  });

  test('in French a sign stays on the line of its word, and what is put in is left as it is', () => {
    const said = translatorFor('fr')('answer.understood', { question: 'Qui : elle ?' });
    expect(said).toBe('Compris ainsi\u00a0: «\u00a0Qui : elle ?\u00a0»');
  });

  test('what is put into a message is never read as one', () => {
    const title = '{section} <b>{count, plural, other {#}}</b> ’{title}’';
    expect(translatorFor('en')('answer.heading', { section: '3.8', title })).toBe(`3.8 ${title}`);
  });

  test('a missing argument is an error of ours, not a hole in a sentence', () => {
    expect(() => translatorFor('en')('answer.lead')).toThrow(/section/);
  });
});

describe('a locale becomes a language', () => {
  test.each([
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['FR-ca', 'fr'],
    ['fr_FR', 'fr'],
    ['en-GB', 'en'],
    ['de-DE', 'en'],
    ['frr', 'en'],
    ['fry-NL', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ] as const)('%s → %s', (locale, language) => {
    expect(languageOfLocale(locale)).toBe(language);
  });
});

test.each(['constructor', '__proto__', 'toString', '', '日本語'])('“%s” is the name of no language', name => {
  expect(languageNamed(name)).toBeUndefined();
});
