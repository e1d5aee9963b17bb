import { z } from 'zod';
import type { Translator } from '../../i18n/translator.ts';
import { type Inquiry, progressOf, type Said } from '../../inquiries/inquiry.ts';
import { localTime } from '../local-time.ts';
import { type Card, cardTemplate } from '../template.ts';
import { deskName, linkOfPassage, personAtPost, personName, type Wording } from './wording.ts';

const offered = z.strictObject({
  answer: z.boolean(),
  publish: z.boolean(),
  further: z.boolean(),
  withdraw: z.boolean(),
});
const fill = cardTemplate(
  'inquiry',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    subtitle: z.string(),
    status: z.strictObject({ text: z.string(), style: z.string() }),
    about: z.strictObject({ heading: z.string(), url: z.string() }),
    said: z.array(z.strictObject({ who: z.string(), when: z.string(), text: z.string(), left: z.string() })),
    published: z.string(),
    note: z.string(),
    reference: z.string(),
    progress: z.string(),
    offers: offered,
    hasActions: z.boolean(),
    labels: z.record(z.string(), z.string()),
  }),
);

/** Who reads a card of an inquiry: an officer of its desk, or whoever asked. */
export type Side = 'desk' | 'asker';

/** An inquiry with what its reader may press; the rules decide again when they do. */
export function inquiryCard(inquiry: Inquiry, side: Side, wording: Wording): Card {
  const { t, language } = wording;
  const { reference, status, asker, desk, published } = inquiry;
  const isOver = status === 'withdrawn';
  return fill({
    language,
    title: t('inquiry.title', { reference }),
    subtitle: t('inquiry.subtitle', {
      name: personAtPost(asker, wording),
      desk: deskName(desk, wording),
    }),
    status: { text: statusText(inquiry, t), style: styles[status] },
    about: linkOfPassage(inquiry.passage, wording),
    said: shown(inquiry, wording),
    published: published.length > 0 ? t('inquiry.published', { references: published.join(', ') }) : '',
    note: noteFor(inquiry, side, t),
    reference,
    progress: String(progressOf(inquiry)),
    hasActions: !isOver,
    offers: {
      answer: side === 'desk' && !isOver,
      publish: side === 'desk' && status === 'answered',
      further: side === 'asker' && !isOver,
      withdraw: side === 'asker' && status === 'open',
    },
    labels: {
      answer: t(status === 'answered' ? 'inquiry.answerAgain' : 'inquiry.answer'),
      answerText: t('inquiry.answerText'),
      publish: t('inquiry.publish'),
      further: t('inquiry.further'),
      furtherText: t('inquiry.furtherText'),
      withdraw: t('inquiry.withdraw'),
      send: t('signOff.send'),
      writeSomething: t('signOff.writeSomething'),
    },
  });
}

function noteFor({ status }: Inquiry, side: Side, t: Translator): string {
  if (status === 'withdrawn') return '';
  if (side === 'desk') return t('inquiry.note.desk');
  return status === 'open' ? t('inquiry.note.asker') : '';
}

const styles = { open: 'accent', answered: 'good', withdrawn: 'emphasis' } as const;

export function statusText({ status }: Inquiry, t: Translator): string {
  return t(`inquiry.status.${status}`);
}

/** Bytes of words on one card at most: Teams takes cards of 28 KB, and the rest of this one needs six. */
const mostBytes = 20_000;

/** The question and the newest things said, as far as they have room; what is left out is said to be. */
function shown({ said, desk }: Inquiry, wording: Wording) {
  const { t } = wording;
  const [first, ...more] = said;
  const line = ({ kind, by, at, text }: Said, left = '') => ({
    who: t(`inquiry.${kind}By`, {
      name: personName(by, wording),
      desk: deskName(desk, wording),
    }),
    when: localTime(at),
    text,
    left,
  });
  let room = mostBytes - sizeOf(first);
  const newest: Said[] = [];
  for (const one of more.toReversed()) {
    room -= sizeOf(one);
    if (room < 0 && newest.length > 0) break;
    newest.unshift(one);
  }
  const count = more.length - newest.length;
  return [line(first, count > 0 ? t('inquiry.leftOut', { count }) : ''), ...newest.map(one => line(one))];
}

/** As JSON writes it, with what stands around it. */
function sizeOf({ text }: Said): number {
  return Buffer.byteLength(JSON.stringify(text)) + 600;
}
