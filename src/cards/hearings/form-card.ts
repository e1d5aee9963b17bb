import { z } from 'zod';
import type { Mission } from '../../directory/unit.ts';
import { accesses, hearingKinds } from '../../hearings/hearing.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { type Card, cardTemplate } from '../template.ts';

const option = z.strictObject({ title: z.string(), value: z.string() });
const values = z.strictObject({
  caseName: z.string(),
  kind: z.string(),
  court: z.string(),
  place: z.string(),
  mission: z.string(),
  access: z.string(),
  date: z.string(),
  time: z.string(),
  toBeAnnounced: z.string(),
  judge: z.string(),
  charges: z.string(),
});
const fill = cardTemplate(
  'hearing-form',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    intro: z.string(),
    draft: z.string(),
    problems: z.strictObject({ title: z.string(), lines: z.array(z.strictObject({ text: z.string() })) }),
    asks: z.strictObject({ details: z.boolean(), notes: z.boolean() }),
    values,
    labels: z.record(z.string(), z.string()),
    hints: z.strictObject({ caseName: z.string(), place: z.string(), court: z.string() }),
    options: z.strictObject({
      kinds: z.array(option),
      accesses: z.array(option),
      missions: z.array(option),
    }),
    actions: z.strictObject({ check: z.string(), discard: z.string() }),
  }),
);

export interface HearingFormContent {
  readonly draft: string;
  readonly does: 'add' | 'edit' | 'adjourn';
  /** Reference of the hearing that is changed; empty for a new one. */
  readonly hearing: string;
  readonly values: Omit<z.infer<typeof values>, 'toBeAnnounced'> & { readonly toBeAnnounced: boolean };
  /** Whether the person may read and write the sensitive notes. */
  readonly asksNotes: boolean;
  readonly missions: readonly Mission[];
  /** What must be mended, worded. */
  readonly problems: readonly string[];
}

/** The form of a hearing, or of its new date alone, with what was typed kept. */
export function hearingFormCard(content: HearingFormContent, language: Language): Card {
  const t = translatorFor(language);
  const { does, hearing, problems, missions } = content;
  return fill({
    language,
    title: t(`hearing.form.${does}`, { id: hearing, caseName: content.values.caseName }),
    intro: t(does === 'adjourn' ? 'hearing.form.adjournIntro' : 'hearing.form.intro'),
    draft: content.draft,
    problems: {
      title: problems.length > 0 ? t('hearing.form.problems') : '',
      lines: problems.map(text => ({ text })),
    },
    asks: { details: does !== 'adjourn', notes: does !== 'adjourn' && content.asksNotes },
    values: { ...content.values, toBeAnnounced: String(content.values.toBeAnnounced) },
    labels: {
      caseName: t('hearing.form.caseName'),
      kind: t('hearing.form.kind'),
      place: t('hearing.form.place'),
      court: t('hearing.form.court'),
      date: t('hearing.form.date'),
      time: t('hearing.form.time'),
      noDate: t('hearing.form.noDate'),
      toBeAnnounced: t('hearing.form.toBeAnnounced'),
      access: t('hearing.form.access'),
      mission: t('hearing.form.mission'),
      notes: t('hearing.form.notes'),
      judge: t('hearing.form.judge'),
      charges: t('hearing.form.charges'),
    },
    hints: {
      caseName: t('hearing.form.caseNameHint'),
      place: t('hearing.form.placeHint'),
      court: t('hearing.form.courtHint'),
    },
    options: {
      kinds: hearingKinds.map(kind => ({ title: t(`hearing.kind.${kind}`), value: kind })),
      accesses: accesses.map(access => ({ title: t(`hearing.access.${access}`), value: access })),
      missions: missions.map(({ id, name }) => ({ title: name[language], value: id })),
    },
    actions: { check: t('hearing.form.check'), discard: t('hearing.form.discard') },
  });
}
