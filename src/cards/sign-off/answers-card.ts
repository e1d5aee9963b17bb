import { z } from 'zod';
import { type Answers, chosen, type GivenAnswers } from '../../escalations/answers.ts';
import type { Escalation } from '../../escalations/escalation.ts';
import { kindOf, type Question, questionsOf } from '../../escalations/policy.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { localTime } from '../local-time.ts';
import { cardWithRoom } from '../room.ts';
import { type Card, cardTemplate } from '../template.ts';
import { deskName, kindTitle, personName, type Wording } from './words.ts';

const fillAnswers = cardTemplate(
  'sign-off-preview',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    intro: z.string(),
    answers: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    note: z.string(),
    hasActions: z.boolean(),
    actions: z.array(
      z.strictObject({
        title: z.string(),
        style: z.enum(['default', 'positive']),
        verb: z.string(),
        draft: z.string(),
        reference: z.string(),
      }),
    ),
  }),
);

type AnswersCard = Omit<Parameters<typeof fillAnswers>[0], 'hasActions'>;
const fill = (content: AnswersCard): Card =>
  fillAnswers({ ...content, hasActions: content.actions.length > 0 });

/** A last word in the place of a form: it was sent, or discarded. */
export function lastWordCard(
  {
    title,
    text,
    reference = '',
  }: { readonly title: string; readonly text: string; readonly reference?: string },
  language: Language,
): Card {
  const open = {
    title: translatorFor(language)('signOff.open'),
    style: 'default' as const,
    verb: 'sign-off.open',
    draft: '',
    reference,
  };
  return fill({ language, title, intro: text, answers: [], note: '', actions: reference ? [open] : [] });
}

/** What is about to be sent, in full, for whoever wrote it. */
export function previewCard(
  draft: {
    readonly id: string;
    readonly kind: string;
    readonly codeName: string;
    readonly urgency: 'routine' | 'urgent' | 'immediate';
    readonly answers: GivenAnswers;
    /** Ids of the desks that it goes to. */
    readonly desks: readonly string[];
  },
  wording: Wording,
): Card {
  const { t, language } = wording;
  const action = (title: string, verb: string) => ({
    title,
    style: verb === 'sign-off.send' ? ('positive' as const) : ('default' as const),
    verb,
    draft: draft.id,
    reference: '',
  });
  return fill({
    language,
    title: t('signOff.preview.title'),
    intro: t('signOff.preview.intro', {
      kind: kindTitle(draft.kind, wording),
      codeName: draft.codeName,
      desks: draft.desks.map(desk => deskName(desk, wording)).join(', '),
    }),
    answers: [
      { label: t('signOff.urgency'), value: t(`signOff.urgency.${draft.urgency}`) },
      ...answerLines(draft.kind, draft.answers, wording),
    ],
    note: t('signOff.preview.note'),
    actions: [
      action(t('signOff.preview.send'), 'sign-off.send'),
      action(t('signOff.preview.edit'), 'sign-off.edit'),
      action(t('signOff.form.discard'), 'sign-off.discard'),
    ],
  });
}

/**
 * Everything of a request, its free text among it: for those entitled, in a chat of their own. Of what was said about it
 * the newest, as much as has room; how much is left out is said.
 */
export function detailsCard(request: Escalation, wording: Wording): Card {
  const { t, language } = wording;
  const content: AnswersCard = {
    language,
    title: t('signOff.details.title', { reference: request.reference }),
    intro: t('signOff.details.intro', {
      kind: kindTitle(request.kind, wording),
      codeName: request.codeName,
      revision: request.revision,
    }),
    answers: answerLines(request.kind, request.answers, wording),
    note: '',
    actions: [
      {
        title: t('signOff.back'),
        style: 'default',
        verb: 'sign-off.open',
        draft: '',
        reference: request.reference,
      },
    ],
  };
  const said = saidAbout(request, wording);
  return cardWithRoom(said.toReversed(), newest => {
    const leftOut = said.length - newest.length;
    return fill({
      ...content,
      answers: [...content.answers, ...newest.toReversed()],
      note: leftOut > 0 ? t('signOff.details.leftOut', { count: leftOut }) : '',
    });
  });
}

/** What desks and mission said about a request, oldest first. */
function saidAbout(request: Escalation, wording: Wording) {
  const { t } = wording;
  const { decisions, comments } = request;
  const name = (by: string) => personName(by, wording);
  const decided = decisions.map(({ choice, desk, by, text, at }) => ({
    label: t(`signOff.desk.${choice}`, { desk: deskName(desk, wording), name: name(by) }),
    text,
    at,
  }));
  const commented = comments.map(({ by, text, at }) => ({
    label: t('signOff.details.comment', { name: name(by) }),
    text,
    at,
  }));
  const closed = request.status === 'withdrawn' ? [request.closed] : [];
  const withdrawn = closed.map(({ by, text, at }) => ({
    label: t('signOff.details.withdrawn', { name: name(by) }),
    text,
    at,
  }));
  return [...decided, ...commented, ...withdrawn]
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map(one => ({
      label: one.label,
      value: [one.text, localTime(one.at)].filter(part => part !== undefined).join('\n\n'),
    }));
}

/** Every question that was answered, with its answer as a person reads it. */
function answerLines(kindId: string, answers: GivenAnswers | Answers, wording: Wording) {
  const kind = kindOf(wording.policy, kindId);
  return (kind ? questionsOf(wording.policy, kind) : []).flatMap(question => {
    const value = answerText(question, answers, wording);
    return value === undefined ? [] : [{ label: question.label[wording.language], value }];
  });
}

function answerText(
  question: Question,
  answers: GivenAnswers | Answers,
  { language, t }: Wording,
): string | undefined {
  const given = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  if (!('options' in question)) {
    return typeof given?.value === 'string' && given.value.trim() !== '' ? given.value : undefined;
  }
  const picked = question.options.filter(({ id }) => chosen(answers as Answers, question.id).includes(id));
  if (picked.length === 0) return undefined;
  const choice = picked.map(({ label }) => label[language]).join(', ');
  return given?.reason ? t('signOff.answer.reason', { choice, reason: given.reason }) : choice;
}
