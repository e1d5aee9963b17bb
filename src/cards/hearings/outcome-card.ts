import { z } from 'zod';
import { type Hearing, hearingKinds, timeOf } from '../../hearings/hearing.ts';
import { type Card, cardTemplate } from '../template.ts';
import { courtTimeInWords, type HearingWording, shownAt } from './words.ts';

const option = z.strictObject({ title: z.string(), value: z.string() });
const fill = cardTemplate(
  'hearing-outcome',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    intro: z.string(),
    problem: z.string(),
    hearing: z.string(),
    shown: z.string(),
    revision: z.string(),
    attendances: z.array(option),
    results: z.array(option),
    notes: z.array(z.strictObject({ id: z.string(), label: z.string(), value: z.string() })),
    next: z.strictObject({
      title: z.string(),
      intro: z.string(),
      label: z.string(),
      choices: z.array(option),
      date: z.string(),
      time: z.string(),
      kind: z.string(),
      kinds: z.array(option),
    }),
    values: z.record(z.string(), z.string()),
    labels: z.record(z.string(), z.string()),
  }),
);

/** What somebody has filled in so far, field by field. */
export type OutcomeInputs = Readonly<Partial<Record<OutcomeField, string>>>;
const noteFields = ['observed', 'verdict', 'concerns'] as const;
export type OutcomeField =
  | (typeof noteFields)[number]
  | 'attendance'
  | 'result'
  | 'next'
  | 'nextDate'
  | 'nextTime'
  | 'nextKind';

/** Whether and when the court meets again. */
export const nextChoices = ['none', 'dated', 'to-be-announced'] as const;

/**
 * The form that asks what a hearing came to, and makes the next one in the same step. For one person's chat: what is
 * written in it is sensitive.
 *
 * @param asked why it comes, or what is to be mended, with what was filled in kept
 */
export function outcomeCard(
  hearing: Hearing,
  wording: HearingWording,
  asked: { readonly intro?: string; readonly problem?: string; readonly inputs?: OutcomeInputs } = {},
): Card {
  const { t, language } = wording;
  const { inputs = {} } = asked;
  const time = timeOf(hearing);
  return fill({
    language,
    title: t('reminder.form.title', {
      caseName: hearing.caseName,
      kind: t(`hearing.kind.${hearing.kind}`),
      id: hearing.id,
    }),
    intro: [...(asked.intro ? [asked.intro] : []), ...(time ? [courtTimeInWords(time, wording)] : [])].join(
      '\n\n',
    ),
    problem: asked.problem ?? '',
    hearing: hearing.id,
    shown: shownAt(wording),
    revision: String(hearing.revision),
    attendances: (['attended', 'not-admitted', 'nobody'] as const).map(value => ({
      title: t(`reminder.outcome.${value}`),
      value,
    })),
    results: (['adjourned', 'verdict', 'continues', 'unknown'] as const).map(value => ({
      title: t(`reminder.result.${value}`),
      value,
    })),
    notes: noteFields.map(id => ({ id, label: t(`reminder.form.${id}`), value: inputs[id] ?? '' })),
    next: {
      title: t('reminder.form.next'),
      intro: t('reminder.form.nextIntro', { zone: hearing.zone }),
      label: t('reminder.form.nextWhether'),
      choices: nextChoices.map(value => ({ title: t(`reminder.form.next.${value}`), value })),
      date: t('reminder.form.nextDate'),
      time: t('reminder.form.nextTime'),
      kind: t('reminder.form.nextKind'),
      kinds: hearingKinds.map(value => ({ title: t(`hearing.kind.${value}`), value })),
    },
    values: {
      attendance: inputs.attendance ?? '',
      result: inputs.result ?? '',
      next: inputs.next ?? 'none',
      nextDate: inputs.nextDate ?? '',
      nextTime: inputs.nextTime ?? '',
      nextKind: inputs.nextKind ?? hearing.kind,
    },
    labels: {
      attendance: t('reminder.form.attendance'),
      result: t('reminder.form.result'),
      chooseOne: t('signOff.chooseOne'),
      send: t('reminder.record'),
      back: t('reminder.back'),
    },
  });
}
