import { z } from 'zod';
import type { Language } from '../../i18n/language.ts';
import type { UnansweredCount } from '../../inquiries/ports.ts';
import { headingOf } from '../answer-card.ts';
import { type Card, cardTemplate } from '../template.ts';
import type { Wording } from './wording.ts';

const fill = cardTemplate(
  'unanswered',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    intro: z.string(),
    rows: z.array(z.strictObject({ heading: z.string(), text: z.string(), counts: z.string() })),
    more: z.string(),
    inquiries: z.string(),
    note: z.string(),
  }),
);

/** Subjects on one card at most; nobody reads more. */
const mostRows = 15;

/** What was asked in a month and not answered. */
export interface UnansweredContent {
  /** Such as `2026-10`. */
  readonly month: string;
  /** Most asked first. */
  readonly counts: readonly UnansweredCount[];
  /** Questions that wait for the desk now. */
  readonly open: number;
  readonly exampleOf: (topic: string, language: Language) => string | undefined;
}

export function unansweredCard(
  { month, counts, open, exampleOf }: UnansweredContent,
  wording: Wording,
): Card {
  const { t, language } = wording;
  const subjects = [...Map.groupBy(counts, ({ subject }) => subject)]
    .map(([subject, all]) => ({ subject, ...totals(all) }))
    .toSorted((a, b) => b.en + b.fr - (a.en + a.fr));
  const shown = subjects.slice(0, mostRows);
  const total = subjects.reduce((sum, { en, fr }) => sum + en + fr, 0);
  return fill({
    language,
    title: t('unanswered.title', { month }),
    intro: t('unanswered.intro', { count: total }),
    rows: shown.map(({ subject, en, fr }) => ({
      ...subjectWords(subject, exampleOf, wording),
      counts: t('unanswered.counts', { count: en + fr, en, fr }),
    })),
    more:
      subjects.length > shown.length ? t('unanswered.more', { count: subjects.length - shown.length }) : '',
    inquiries: open > 0 ? t('unanswered.open', { count: open }) : '',
    note: t('unanswered.note'),
  });
}

function totals(counts: readonly UnansweredCount[]): Readonly<Record<Language, number>> {
  const of = (language: Language) =>
    counts.filter(one => one.language === language).reduce((sum, { count }) => sum + count, 0);
  return { en: of('en'), fr: of('fr') };
}

function subjectWords(
  subject: string,
  exampleOf: UnansweredContent['exampleOf'],
  { t, language, editions }: Wording,
): { heading: string; text: string } {
  const [kind, ...rest] = subject.split(' ');
  if (kind === 'section') {
    // Those counted earlier name no edition.
    const [number = '', named] = rest.toReversed();
    const section = editions
      .filter(({ id }) => named === undefined || id === named)
      .flatMap(({ sections }) => sections)
      .find(one => one.number === number);
    return {
      heading: t('unanswered.section', { heading: section ? headingOf(section, t) : number }),
      text: '',
    };
  }
  if (kind === 'topic') {
    const topic = rest.join(' ');
    return { heading: t('unanswered.topic'), text: exampleOf(topic, language) ?? topic };
  }
  return { heading: t('unanswered.none'), text: '' };
}
