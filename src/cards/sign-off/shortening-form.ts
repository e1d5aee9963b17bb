import type { GivenAnswers } from '../../escalations/answers.ts';
import { kindOf, type Question, questionsOf } from '../../escalations/policy.ts';
import { languages } from '../../i18n/language.ts';
import { bytesOf } from '../room.ts';
import type { Card } from '../template.ts';
import { previewCard } from './answers-card.ts';
import { type FormContent, formCard } from './form-card.ts';
import { type Wording, wordingFor } from './words.ts';

/** Bytes of a form or preview at most: Teams takes cards of 28 KB, and what must be mended needs room as well. */
const mostBytes = 25 * 1024;

/**
 * Where the answers have no room on one card, be it the form or what others read of them in either language: the form of the
 * longest ones, as many as have room, to be shortened. The other answers stay in the draft as they are.
 *
 * @returns undefined where all of them have room, or where shortening them would not help
 */
export function shorteningForm(content: FormContent, wording: Wording): Card | undefined {
  const { policy, language, t } = wording;
  const kind = kindOf(policy, content.kind);
  const excess = bytesOfLongest(content, wording) - mostBytes;
  if (!kind || excess <= 0) return undefined;
  if (bytesOfLongest({ ...content, answers: {} }, wording) > mostBytes) return undefined;
  const longest = questionsOf(policy, kind)
    .map(question => ({ id: question.id, words: wordsOf(question, content.answers) }))
    .filter(({ words }) => words !== '')
    .toSorted((a, b) => bytesOf(b.words) - bytesOf(a.words));
  const all = longest.map(({ words }) => words).join('');
  const tens = Math.ceil((excess * all.length) / bytesOf(all) / 10);
  const other = t('signOff.form.tooLong', { characters: tens * 10 });
  const formOf = (count: number) => {
    const only = longest.slice(0, count).map(({ id }) => id);
    return formCard({ ...content, only }, policy, language, { codeName: false, answers: [], other });
  };
  let count = 1;
  while (count < longest.length && bytesOf(formOf(count + 1)) <= mostBytes) count += 1;
  return formOf(count);
}

function bytesOfLongest(content: FormContent, { policy, directory }: Wording): number {
  const preview = { ...content, id: content.draft, desks: [] };
  const cards = languages.flatMap(language => [
    formCard(content, policy, language),
    previewCard(preview, wordingFor(policy, directory, language)),
  ]);
  return Math.max(...cards.map(bytesOf));
}

function wordsOf({ id, type }: Question, answers: GivenAnswers): string {
  const { value, reason = '' } = Object.hasOwn(answers, id) ? (answers[id] ?? {}) : {};
  return type === 'text' && typeof value === 'string' ? value : reason;
}
