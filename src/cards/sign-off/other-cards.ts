import { z } from 'zod';
import { chosen } from '../../escalations/answers.ts';
import type { Choice, Escalation } from '../../escalations/escalation.ts';
import { type Kind, kindOf, questionsOf } from '../../escalations/policy.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { localTime } from '../local-time.ts';
import { type Card, cardTemplate } from '../template.ts';
import { kindTitle, statusText, type Wording } from './words.ts';

const line = z.strictObject({ text: z.string() });

const fillKinds = cardTemplate(
  'sign-off-kinds',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    intro: z.string(),
    label: z.string(),
    chooseOne: z.string(),
    next: z.string(),
    about: z.string(),
    kinds: z.array(z.strictObject({ title: z.string(), value: z.string() })),
  }),
);

/**
 * Asks what a request is about.
 *
 * @param kinds those that the person may send
 * @param about what the form is to be filled with, such as the message that it was asked from
 */
export function kindsCard(kinds: readonly Kind[], language: Language, about = ''): Card {
  const t = translatorFor(language);
  return fillKinds({
    language,
    title: t('signOff.kinds.title'),
    intro: t('signOff.kinds.intro'),
    label: t('signOff.kinds.label'),
    chooseOne: t('signOff.chooseOne'),
    next: t('signOff.kinds.next'),
    about,
    kinds: kinds.map(({ id, title }) => ({ title: title[language], value: id })),
  });
}

const fillConfirm = cardTemplate(
  'sign-off-confirm',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    request: z.string(),
    because: z.strictObject({ title: z.string(), lines: z.array(line) }),
    textLabel: z.string(),
    text: z.string(),
    reference: z.string(),
    revision: z.string(),
    desk: z.string(),
    choice: z.string(),
    confirm: z.string(),
    confirmStyle: z.enum(['positive', 'destructive']),
    back: z.string(),
  }),
);

/** Asks whether somebody is sure of a decision on a grave request, and keeps what they wrote. */
export function confirmCard(
  request: Escalation,
  decision: { readonly choice: Choice; readonly desk: string; readonly text: string },
  because: readonly string[],
  wording: Wording,
): Card {
  const { language, t } = wording;
  const { reference, codeName } = request;
  const choice = t(`signOff.choice.${decision.choice}`);
  return fillConfirm({
    language,
    title: t('signOff.confirm.title', { choice }),
    request: t('signOff.title', { reference, codeName }),
    because: {
      title: t('signOff.confirm.because'),
      lines: because.map(id => ({ text: graveText(request, id, wording) })),
    },
    textLabel: t(request.strength === 'report' ? 'signOff.acknowledgeText' : 'signOff.decisionText'),
    text: decision.text,
    reference,
    revision: String(request.revision),
    desk: decision.desk,
    choice: decision.choice,
    confirm: t('signOff.confirm.yes', { choice }),
    confirmStyle: decision.choice === 'decline' ? 'destructive' : 'positive',
    back: t('signOff.back'),
  });
}

/** A question with the answer that makes a request grave; or its kind, where that does. */
function graveText(request: Escalation, because: string, wording: Wording): string {
  const { policy, language } = wording;
  const kind = kindOf(policy, request.kind);
  const question = (kind ? questionsOf(policy, kind) : []).find(({ id }) => id === because);
  if (!question) return kindTitle(request.kind, wording);
  const options = 'options' in question ? question.options : [];
  const picked = options.filter(({ id }) => chosen(request.answers, because).includes(id));
  return [question.label[language], picked.map(({ label }) => label[language]).join(', ')].join(' ').trim();
}

const fillList = cardTemplate(
  'sign-off-list',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    intro: z.string(),
    rows: z.array(
      z.strictObject({
        heading: z.string(),
        state: z.string(),
        due: z.string(),
        open: z.string(),
        openLabel: z.string(),
        reference: z.string(),
      }),
    ),
    next: z.strictObject({ title: z.string(), list: z.string(), words: z.string(), after: z.string() }),
  }),
);

/** A page of requests, each of which can be opened. */
export interface ListContent {
  readonly title: string;
  readonly intro: string;
  readonly rows: readonly { readonly request: Escalation; readonly overdue: boolean }[];
  /** What the button to the next page carries; absent on the last one. */
  readonly next?: { readonly list: string; readonly words: string; readonly after: string };
}

export function listCard({ title, intro, rows, next }: ListContent, wording: Wording): Card {
  const { t, language } = wording;
  return fillList({
    language,
    title,
    intro,
    rows: rows.map(({ request, overdue }) => {
      const { reference, codeName } = request;
      const state = t('signOff.list.state', {
        kind: kindTitle(request.kind, wording),
        status: statusText(request, t),
      });
      return {
        heading: t('signOff.list.heading', { reference, codeName }),
        state: overdue ? t('signOff.digest.overdue', { status: state.replace(/\.$/, '') }) : state,
        due: request.status === 'pending' ? t('signOff.due', { when: localTime(request.due) }) : '',
        open: t('signOff.open'),
        openLabel: t('signOff.openOne', { reference }),
        reference,
      };
    }),
    next: { title: t('signOff.list.more'), ...(next ?? { list: '', words: '', after: '' }) },
  });
}
