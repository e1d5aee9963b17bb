import { z } from 'zod';
import type { Zones } from '../../hearings/court-time.ts';
import type { ImportRow } from '../../hearings/import-row.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { type Card, cardTemplate } from '../template.ts';
import { hearingTitle, readerClock } from './calendar-words.ts';
import { courtTimeInWords } from './words.ts';

const fill = cardTemplate(
  'hearing-import',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    intro: z.string(),
    draft: z.string(),
    rows: z.array(z.strictObject({ heading: z.string(), court: z.string(), yours: z.string() })),
    more: z.string(),
    actions: z.strictObject({ take: z.string(), discard: z.string() }),
  }),
);

/** A card holds so many hearings with room to spare. */
const mostShown = 12;

/** The hearings of a file, before they are taken. */
export function importCard(
  { draft, rows }: { readonly draft: string; readonly rows: readonly ImportRow[] },
  language: Language,
  zones: Zones,
): Card {
  const t = translatorFor(language);
  const more = rows.length - mostShown;
  return fill({
    language,
    title: t('hearing.file.title', { count: rows.length }),
    intro: t('hearing.file.intro'),
    draft,
    rows: rows.slice(0, mostShown).map(({ line, details, when }) => {
      const time = { ...when, zone: details.zone };
      return {
        heading: t('hearing.file.row', { line, title: hearingTitle(details, language) }),
        court: [
          courtTimeInWords(time, { t, language }),
          [details.court, details.place].filter(Boolean).join(', '),
        ]
          .filter(Boolean)
          .join('\n\n'),
        yours: t('reminder.readerTime', { time: readerClock(time, zones) }),
      };
    }),
    more: more > 0 ? t('hearing.file.more', { count: more }) : '',
    actions: { take: t('hearing.file.take', { count: rows.length }), discard: t('hearing.form.discard') },
  });
}
