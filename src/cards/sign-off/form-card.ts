import { z } from 'zod';
import type { AnswerProblem, GivenAnswers } from '../../escalations/answers.ts';
import {
  deadlineOf,
  kindOf,
  type Policy,
  type Question,
  questionsOf,
  type Urgency,
  urgencies,
} from '../../escalations/policy.ts';
import type { Language } from '../../i18n/language.ts';
import { type Translator, translatorFor } from '../../i18n/translator.ts';
import { type Card, cardTemplate } from '../template.ts';

const option = z.strictObject({ title: z.string(), value: z.string() });
const fill = cardTemplate(
  'sign-off-form',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    intro: z.string(),
    draft: z.string(),
    only: z.string(),
    problems: z.strictObject({ title: z.string(), lines: z.array(z.strictObject({ text: z.string() })) }),
    codeName: z.strictObject({
      asked: z.boolean(),
      label: z.string(),
      placeholder: z.string(),
      value: z.string(),
      error: z.string(),
    }),
    urgency: z.strictObject({ label: z.string(), value: z.string(), options: z.array(option) }),
    questions: z.array(
      z.strictObject({
        id: z.string(),
        type: z.enum(['text', 'date', 'choice', 'choices']),
        label: z.string(),
        hint: z.string(),
        value: z.string(),
        maxLength: z.number(),
        required: z.boolean(),
        error: z.string(),
        options: z.array(option),
        reasonLabel: z.string(),
        reason: z.string(),
      }),
    ),
    errors: z.strictObject({ chooseOne: z.string() }),
    actions: z.strictObject({ preview: z.string(), discard: z.string() }),
  }),
);

/** What somebody has filled in so far. */
export interface FormContent {
  readonly draft: string;
  /** Id of the kind. */
  readonly kind: string;
  /** True when a request is revised: its code name stays. */
  readonly revises: boolean;
  readonly codeName: string;
  readonly urgency: Urgency;
  readonly answers: GivenAnswers;
  /** Ids of the questions that are asked now, where the other answers stay as they are. */
  readonly only?: readonly string[];
}

/** What must be mended before it can be sent. */
export interface FormProblems {
  readonly codeName: boolean;
  readonly answers: readonly AnswerProblem[];
  /** Anything else, already worded. */
  readonly other?: string;
}

/**
 * The form of one kind of request, with what was typed kept. The policy says what it asks.
 *
 * @throws Error when the policy has no such kind
 */
export function formCard(
  content: FormContent,
  policy: Policy,
  language: Language,
  problems?: FormProblems,
): Card {
  const t = translatorFor(language);
  const kind = kindOf(policy, content.kind);
  if (!kind) throw new Error(`the policy has no kind “${content.kind}”`);
  const { only } = content;
  const questions = questionsOf(policy, kind).filter(({ id }) => only?.includes(id) ?? true);
  return fill({
    language,
    title: kind.title[language],
    intro: t(content.revises ? 'signOff.form.reviseIntro' : 'signOff.form.intro'),
    draft: content.draft,
    only: only?.join(',') ?? '',
    problems: {
      title: problems ? t('signOff.form.problems') : '',
      lines: problems ? problemLines(problems, questions, language, t).map(text => ({ text })) : [],
    },
    codeName: {
      asked: !content.revises && only === undefined,
      label: t('signOff.form.codeName'),
      placeholder: t('signOff.form.codeNameHint'),
      value: content.codeName,
      error: t('signOff.form.codeNameError'),
    },
    urgency: {
      label: t('signOff.form.urgency'),
      value: content.urgency,
      options: urgencies.map(urgency => ({
        title: t('signOff.form.urgencyOption', {
          urgency: t(`signOff.urgency.${urgency}`),
          hours: deadlineOf(policy, kind, urgency).due,
        }),
        value: urgency,
      })),
    },
    questions: questions.map(question => fieldOf(question, content.answers, language, t)),
    errors: { chooseOne: t('signOff.chooseOne') },
    actions: { preview: t('signOff.form.preview'), discard: t('signOff.form.discard') },
  });
}

function fieldOf(question: Question, answers: GivenAnswers, language: Language, t: Translator) {
  const { value = '', reason = '' } = Object.hasOwn(answers, question.id) ? (answers[question.id] ?? {}) : {};
  const options = 'options' in question ? question.options : [];
  const explained = options.filter(({ explain }) => explain !== undefined);
  // Options that ask for the same words share one line of the label.
  const reasons = Map.groupBy(explained, ({ explain }) => explain?.[language] ?? '');
  return {
    id: question.id,
    type: question.type,
    label: question.label[language],
    hint: question.hint?.[language] ?? '',
    value: typeof value === 'string' ? value : value.join(','),
    maxLength: question.type === 'text' ? question.maxLength : 0,
    required: question.required,
    error: t('options' in question ? 'signOff.chooseOne' : 'signOff.form.answerThis'),
    options: options.map(({ id, label }) => ({ title: label[language], value: id })),
    reasonLabel: [...reasons]
      .map(([words, group]) =>
        t('signOff.form.reason', {
          options: group.map(({ label }) => label[language]).join(', '),
          question: words,
        }),
      )
      .join(' '),
    reason,
  };
}

function problemLines(
  { codeName, answers, other }: FormProblems,
  questions: readonly Question[],
  language: Language,
  t: Translator,
): string[] {
  return [
    ...(other ? [other] : []),
    ...(codeName ? [t('signOff.form.codeNameError')] : []),
    ...answers.map(({ question, problem, most }) =>
      t(`signOff.problem.${problem}`, {
        question: questions.find(({ id }) => id === question)?.label[language] ?? question,
        most: most ?? 0,
      }),
    ),
  ];
}
