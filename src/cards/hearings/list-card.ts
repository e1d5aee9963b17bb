import { z } from 'zod';
import type { Zones } from '../../hearings/court-time.ts';
import { type Hearing, timeOf } from '../../hearings/hearing.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { type Card, cardTemplate } from '../template.ts';
import { accessText, hearingTitle, readerClock, whenText } from './calendar-words.ts';

const fill = cardTemplate(
  'hearing-list',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    intro: z.string(),
    rows: z.array(
      z.strictObject({
        heading: z.string(),
        court: z.string(),
        yours: z.string(),
        access: z.string(),
      }),
    ),
    more: z.string(),
    turns: z.array(z.strictObject({ title: z.string(), of: z.string(), name: z.string(), skip: z.string() })),
    hasTurns: z.boolean(),
    month: z.strictObject({ title: z.string(), url: z.string() }),
  }),
);

/** What the button to another page carries. */
interface Turn {
  readonly of: string;
  readonly name: string;
  readonly skip: number;
}

/** A page of hearings, earliest first. */
export interface ListContent {
  readonly title: string;
  /** What is said under the title; empty where the title says it all. */
  readonly intro: string;
  readonly hearings: readonly Hearing[];
  /** What is said of those that have no room here; absent when all do. */
  readonly more?: string;
  /** Address of the month's page; without one, none is offered. */
  readonly month?: string;
  readonly previous?: Turn;
  readonly next?: Turn;
}

/** Hearings with their court's time and the reader's: code names only. */
export function listCard(content: ListContent, language: Language, zones: Zones): Card {
  const t = translatorFor(language);
  const { title, intro, hearings, previous, next } = content;
  const turn = (words: 'hearing.list.previous' | 'hearing.list.next', to: Turn | undefined) =>
    to ? [{ title: t(words), of: to.of, name: to.name, skip: String(to.skip) }] : [];
  const turns = [...turn('hearing.list.previous', previous), ...turn('hearing.list.next', next)];
  return fill({
    language,
    title,
    intro,
    rows: hearings.map(hearing => {
      const time = timeOf(hearing);
      return {
        heading: t('hearing.list.heading', { title: hearingTitle(hearing, language), id: hearing.id }),
        court: [whenText(hearing, language), [hearing.court, hearing.place].filter(Boolean).join(', ')]
          .filter(Boolean)
          .join('\n\n'),
        yours: time ? t('reminder.readerTime', { time: readerClock(time, zones) }) : '',
        access: accessText(hearing, language),
      };
    }),
    more: content.more ?? '',
    turns,
    hasTurns: turns.length > 0,
    month: { title: t('hearing.list.month'), url: content.month ?? '' },
  });
}
