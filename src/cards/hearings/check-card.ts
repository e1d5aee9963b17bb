import { z } from 'zod';
import type { HearingDetails } from '../../hearings/commands.ts';
import type { CourtTime, Zones } from '../../hearings/court-time.ts';
import type { Notes } from '../../hearings/hearing.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { type Card, cardTemplate } from '../template.ts';
import { readerClock } from './calendar-words.ts';
import { courtTimeInWords } from './words.ts';

const option = z.strictObject({ title: z.string(), value: z.string() });
const fill = cardTemplate(
  'hearing-check',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    intro: z.string(),
    draft: z.string(),
    when: z.strictObject({
      court: z.string(),
      yours: z.string(),
      clock: z.string(),
      before: z.string(),
    }),
    facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    choice: z.strictObject({ label: z.string(), error: z.string(), options: z.array(option) }),
    next: z.strictObject({ title: z.string(), verb: z.string() }),
    change: z.string(),
    discard: z.string(),
  }),
);

/** A hearing as it would be kept. */
export interface ReadBack {
  readonly draft: string;
  readonly does: 'add' | 'edit' | 'adjourn';
  readonly details: HearingDetails;
  /** Undefined for a date that is to be announced. */
  readonly time: CourtTime | undefined;
  /** The time before an adjournment. */
  readonly before: CourtTime | undefined;
  readonly mission: string;
  readonly notes: Notes;
}

/** Everything read back before it is kept: weekday, the court's clock, the reader's, and whose eyes see what. */
export function readBackCard(content: ReadBack, language: Language, zones: Zones): Card {
  const t = translatorFor(language);
  const { draft, does, details, time, before, notes } = content;
  const clock = time ? zones.momentOf(time).clock : 'plain';
  const fact = (label: Parameters<typeof t>[0], value: string) =>
    value === '' ? [] : [{ label: t(label), value }];
  return fill({
    language,
    title: t('hearing.check.title'),
    intro: '',
    draft,
    when: {
      court: time ? courtTimeInWords(time, { t, language }) : t('month.undated'),
      yours: time ? t('reminder.readerTime', { time: readerClock(time, zones) }) : '',
      clock: clock === 'doubled' ? t(`hearing.check.${time?.turn ?? 'first'}`) : '',
      before:
        does === 'adjourn' && before
          ? t('hearing.check.before', { when: courtTimeInWords(before, { t, language }) })
          : '',
    },
    facts: [
      ...fact('hearing.check.case', details.caseName),
      ...fact('hearing.check.kind', t(`hearing.kind.${details.kind}`)),
      ...fact('hearing.check.where', [details.court, details.place].filter(Boolean).join(', ')),
      ...fact('hearing.check.access', t(`hearing.access.${details.access}`)),
      ...fact('hearing.check.mission', content.mission),
      ...fact('hearing.check.judge', notes.judge ?? ''),
      ...fact('hearing.check.charges', notes.charges ?? ''),
    ],
    choice: { label: '', error: '', options: [] },
    next: { title: t(`hearing.check.keep.${does}`), verb: 'hearing.save' },
    change: t('hearing.check.change'),
    discard: t('hearing.form.discard'),
  });
}

/** Asks the person for what only they can decide. */
export function chooseCard(
  content: {
    readonly draft: string;
    readonly title: string;
    readonly intro: string;
    readonly label: string;
    readonly options: readonly { readonly title: string; readonly value: string }[];
  },
  language: Language,
): Card {
  const t = translatorFor(language);
  const { draft, title, intro, label, options } = content;
  return fill({
    language,
    title,
    intro,
    draft,
    when: { court: '', yours: '', clock: '', before: '' },
    facts: [],
    choice: { label, error: t('hearing.choose.error'), options: [...options] },
    next: { title: t('hearing.choose.next'), verb: 'hearing.choose' },
    change: t('hearing.check.change'),
    discard: t('hearing.form.discard'),
  });
}
