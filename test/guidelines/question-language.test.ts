import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { loadKnowledge } from '../../src/guidelines/knowledge.ts';
import { loadEditions } from '../../src/guidelines/load.ts';
import { isInAnotherLanguage } from '../../src/guidelines/question-language.ts';
import { questionsOf } from '../eval/questions.ts';

const linesOf = (file: string) =>
  readFileSync(new URL(`../eval/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

describe('a question in English or French is never taken for another language', () => {
  test.each(['dev', 'heldout', 'fresh', 'near-misses', 'unseen', 'unseen-2'] as const)(
    'of the set %s',
    set => {
      expect(questionsOf(set).filter(({ question }) => isInAnotherLanguage(question)).length).toBe(0);
    },
  );

  test('of the ways of asking that are known', () => {
    for (const edition of loadEditions(guidelinesFolder)) {
      const { phrasings, steps } = loadKnowledge(guidelinesFolder, edition);
      const known = [...phrasings, ...steps].map(({ text }) => text);
      expect(known.length).toBeGreaterThan(30_000);
      expect(known.filter(isInAnotherLanguage)).toEqual([]);
    }
  });

  test('with foreign names, courts, quotations and loan words, terse, misspelt or without accents', () => {
    expect(linesOf('names-and-slips.txt').filter(isInAnotherLanguage)).toEqual([]);
  });

  test.each(['', '?', '12', 'HERON', '👍', '3.8'])('“%s” tells nothing', text => {
    expect(isInAnotherLanguage(text)).toBe(false);
  });
});

describe('a question in another language is recognised', () => {
  const foreign = z.object({
    lang: z.string(),
    set: z.enum(['built-with', 'kept-aside']),
    question: z.string(),
  });
  const all = linesOf('other-languages.jsonl').map(line => foreign.parse(JSON.parse(line)));

  test('nearly always, in 32 languages', () => {
    expect(new Set(all.map(({ lang }) => lang)).size).toBe(32);
    for (const set of foreign.shape.set.options) {
      const questions = all.filter(one => one.set === set);
      const recognised = questions.filter(({ question }) => isInAnotherLanguage(question));
      expect(recognised.length / questions.length).toBeGreaterThanOrEqual(0.95);
    }
  });

  test.each([
    '¿Puedo visitarla en la cárcel?',
    'Posso visitá-la na prisão?',
    'Darf ich sie im Gefängnis besuchen?',
    'هل يجوز نشر القضية على Facebook أو Twitter؟',
  ])('“%s”', text => {
    expect(isInAnotherLanguage(text)).toBe(true);
  });
});
