import { z } from 'zod';
import type { Inquiry } from '../../inquiries/inquiry.ts';
import { lastSaid } from '../../inquiries/inquiry.ts';
import { shorten } from '../../shared/shorten.ts';
import { localTime } from '../local-time.ts';
import { type Card, cardTemplate } from '../template.ts';
import { statusText } from './inquiry-card.ts';
import type { Wording } from './wording.ts';

const fill = cardTemplate(
  'inquiry-list',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    intro: z.string(),
    rows: z.array(
      z.strictObject({
        heading: z.string(),
        text: z.string(),
        state: z.string(),
        open: z.string(),
        openLabel: z.string(),
        reference: z.string(),
      }),
    ),
    next: z.strictObject({ title: z.string(), after: z.string() }),
  }),
);

/** Characters of a question that a list shows. */
const longestExcerpt = 150;

/** Somebody's own questions to Headquarters, and those that wait for their desk; newest first. */
export function inquiryListCard(
  inquiries: readonly Inquiry[],
  count: number,
  next: string | undefined,
  { t, language }: Wording,
): Card {
  return fill({
    language,
    title: t('inquiry.list.title'),
    intro: t('inquiry.list.count', { count }),
    rows: inquiries.map(inquiry => {
      const { reference, said } = inquiry;
      return {
        heading: reference,
        text: shorten(said[0].text, longestExcerpt),
        state: t('inquiry.list.state', {
          status: statusText(inquiry, t),
          when: localTime(lastSaid(inquiry).at),
        }),
        open: t('signOff.open'),
        openLabel: t('signOff.openOne', { reference }),
        reference,
      };
    }),
    next: { title: t('signOff.list.more'), after: next ?? '' },
  });
}
