import type { Page } from 'playwright-core';
import { questionsOf } from '../../src/escalations/policy.ts';
import { en } from '../../src/i18n/en.ts';
import { fr } from '../../src/i18n/fr.ts';
import { policy } from '../escalations/world.ts';

/** What Vigil says in English and otherwise in French, of two words or more: one word can be of both languages. */
const english = [
  ...Object.entries(en).map(([key, words]) => [words, fr[key as keyof typeof fr]] as const),
  ...policy.kinds.map(({ title }) => [title.en, title.fr] as const),
  ...policy.kinds
    .flatMap(kind => questionsOf(policy, kind))
    .flatMap(question => [
      question.label,
      ...('options' in question ? question.options.map(one => one.label) : []),
    ])
    .map(label => [label.en, label.fr] as const),
].flatMap(([words, other]) =>
  words !== other && words.includes(' ') && !words.includes('{') ? [words] : [],
);

/** The English sentences on the cards of a page. */
export async function englishOn(page: Page): Promise<readonly string[]> {
  const shown = (await page.locator('.ac-adaptiveCard').allTextContents()).join('\n');
  return english.filter(words => shown.includes(words));
}
