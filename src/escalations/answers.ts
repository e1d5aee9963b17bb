import type { DeskRole } from '../directory/unit.ts';
import {
  type ChoiceQuestion,
  type Kind,
  type Policy,
  type Question,
  questionsOf,
  type RequiredDesk,
} from './policy.ts';
import { readText } from './text.ts';

/** What the mission answered, by the question's id: checked, and nothing that was not asked. */
export type Answers = { readonly [question: string]: Answer };

export interface Answer {
  /** A text, an option's id, a date as `2026-03-08`; the options' ids for `choices`. */
  readonly value: string | readonly string[];
  /** Why this option was chosen, where it asks for it. */
  readonly reason?: string;
}

/** Answers as they came in from a form: nothing is known of them but their shape. */
export type GivenAnswers = {
  readonly [question: string]: {
    readonly value?: string | readonly string[] | undefined;
    readonly reason?: string | undefined;
  };
};

/** What is wrong with one answer, so that the form can say it beside the question. */
export interface AnswerProblem {
  readonly question: string;
  readonly problem: 'required' | 'too-long' | 'not-an-option' | 'not-a-date' | 'reason-required';
  /** Characters at most, where it is too long. */
  readonly most?: number;
}

/** Characters at most in the reason for an option. */
export const longestReason = 1_000;

/** Checks what was given against the questions of a kind; answers to other questions are dropped. */
export function readAnswers(
  policy: Policy,
  kind: Kind,
  given: GivenAnswers,
): { readonly answers: Answers } | { readonly problems: readonly AnswerProblem[] } {
  const answers: [string, Answer][] = [];
  const problems: AnswerProblem[] = [];
  for (const question of questionsOf(policy, kind)) {
    const { id } = question;
    const read = readAnswer(question, Object.hasOwn(given, id) ? given[id] : undefined);
    if (read && 'problem' in read) problems.push({ question: id, ...read });
    else if (read) answers.push([id, read]);
  }
  return problems.length > 0 ? { problems } : { answers: Object.fromEntries(answers) };
}

type Problem = Omit<AnswerProblem, 'question'>;

function readAnswer(
  question: Question,
  given: GivenAnswers[string] | undefined,
): Answer | Problem | undefined {
  const value = given?.value;
  if ('options' in question) {
    return readChoice(question, typeof value === 'string' ? [value] : (value ?? []), given?.reason);
  }
  const text = readText(typeof value === 'string' ? value : undefined);
  if (text === undefined) return question.required ? { problem: 'required' } : undefined;
  if (question.type === 'date') return isDate(text) ? { value: text } : { problem: 'not-a-date' };
  return text.length > question.maxLength
    ? { problem: 'too-long', most: question.maxLength }
    : { value: text };
}

function readChoice(
  question: ChoiceQuestion,
  given: readonly string[],
  givenReason: string | undefined,
): Answer | Problem | undefined {
  const chosen = [...new Set(given.filter(id => id !== ''))];
  if (chosen.length === 0) return question.required ? { problem: 'required' } : undefined;
  const options = question.options.filter(({ id }) => chosen.includes(id));
  if (options.length < chosen.length || (question.type === 'choice' && options.length > 1)) {
    return { problem: 'not-an-option' };
  }
  const reason = readText(givenReason);
  if (reason === undefined && options.some(({ explain }) => explain)) return { problem: 'reason-required' };
  if (reason !== undefined && reason.length > longestReason)
    return { problem: 'too-long', most: longestReason };
  const ids = options.map(({ id }) => id);
  const value = question.type === 'choice' ? (ids[0] ?? '') : ids;
  return { value, ...(reason === undefined ? {} : { reason }) };
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The options chosen in an answer; none for a text or a date. */
export function chosen(answers: Answers, question: string): readonly string[] {
  const value = Object.hasOwn(answers, question) ? answers[question]?.value : undefined;
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** The roles whose desks must decide on a request of this kind with these answers. */
export function requiredRoles(kind: Kind, answers: Answers): readonly DeskRole[] {
  const applies = ({ when }: RequiredDesk) =>
    !when || chosen(answers, when.question).some(option => when.is.includes(option));
  return [...new Set(kind.desks.filter(applies).map(({ role }) => role))];
}

/** Ids of the questions whose answers make a decision grave; `kind` when the kind itself does. */
export function graveBecause(policy: Policy, kind: Kind, answers: Answers): readonly string[] {
  const grave = questionsOf(policy, kind).filter(
    question =>
      'options' in question &&
      question.options.some(option => option.grave && chosen(answers, question.id).includes(option.id)),
  );
  return [...(kind.grave ? ['kind'] : []), ...grave.map(({ id }) => id)];
}
