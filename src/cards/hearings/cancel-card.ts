import { z } from 'zod';
import type { Zones } from '../../hearings/court-time.ts';
import type { Hearing } from '../../hearings/hearing.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { type Card, cardTemplate } from '../template.ts';
import { hearingTitle, readerClock, whenText } from './calendar-words.ts';

const fill = cardTemplate(
  'hearing-cancel',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    when: z.string(),
    yours: z.string(),
    intro: z.string(),
    reason: z.string(),
    hearing: z.string(),
    revision: z.string(),
    labels: z.strictObject({ reason: z.string(), error: z.string() }),
    actions: z.strictObject({ cancel: z.string(), keep: z.string() }),
  }),
);

/** Asks why a hearing is called off, and reads back which one it is. */
export function cancelCard(hearing: Hearing, reason: string, language: Language, zones: Zones): Card {
  const t = translatorFor(language);
  const time = hearing.schedule.state === 'scheduled' ? hearing.schedule.time : undefined;
  return fill({
    language,
    title: t('hearing.cancel.title', { title: hearingTitle(hearing, language), id: hearing.id }),
    when: whenText(hearing, language),
    yours: time ? t('reminder.readerTime', { time: readerClock(time, zones) }) : '',
    intro: t('hearing.cancel.intro'),
    reason,
    hearing: hearing.id,
    revision: String(hearing.revision),
    labels: { reason: t('hearing.cancel.reason'), error: t('hearing.cancel.reasonMissing') },
    actions: { cancel: t('hearing.cancel.do'), keep: t('hearing.cancel.keep') },
  });
}
