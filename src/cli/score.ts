import { z } from 'zod';
import { languages } from '../i18n/language.ts';
import type { ScoreRow } from './score-row.ts';

/** A question with what a right answer holds. */
export const question = z.object({
  id: z.string(),
  lang: z.enum(languages),
  /** How it is asked: direct, paraphrase, scenario, typo, terse, multi, or oos for what the guidelines leave out. */
  kind: z.string(),
  question: z.string(),
  /** Sections of which any answers it. */
  sections: z.array(z.string()),
  /** Words that the answering passage holds. */
  span: z.string().nullable(),
  answerable: z.boolean(),
  /** The consultation required; null for none, absent where it is open to debate. */
  hq: z.string().nullable().optional(),
});
export type Question = z.infer<typeof question>;

/** Shares from 0 to 1, or null where no question bears on them; times in milliseconds. */
export type Figures = Readonly<Record<string, number | null>>;

/** Compares answers with what was asked for. */
export function score(
  questions: readonly Question[],
  rows: readonly ScoreRow[],
): { figures: Figures; wrong: string[] } {
  const byId = new Map(rows.map(row => [row.id, row]));
  const none = { answered: false, sections: [], passages: [], hq: null };
  const got = ({ id }: Question) => byId.get(id) ?? none;
  const sectionWithin = (count: number) => (asked: Question) =>
    got(asked).answered &&
    got(asked)
      .sections.slice(0, count)
      .some(section => asked.sections.includes(section));
  const passageWithin = (count: number) => (asked: Question) =>
    got(asked).answered &&
    got(asked)
      .passages.slice(0, count)
      .some(text => holds(text, asked.span ?? ''));

  const answerable = questions.filter(asked => asked.answerable);
  const unanswerable = questions.filter(asked => !asked.answerable);
  const withPassage = answerable.filter(({ span }) => span);
  const required = questions.filter(({ hq }) => hq);
  const notRequired = answerable.filter(({ hq }) => hq === null);
  const times = rows.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (quantile: number) => times[Math.floor(times.length * quantile)] ?? null;
  const inLanguage = (language: string) => answerable.filter(({ lang }) => lang === language);

  const figures = {
    'section first': share(answerable, sectionWithin(1)),
    'section in top 3': share(answerable, sectionWithin(3)),
    'passage first': share(withPassage, passageWithin(1)),
    'passage in top 3': share(withPassage, passageWithin(3)),
    'English section first': share(inLanguage('en'), sectionWithin(1)),
    'French section first': share(inLanguage('fr'), sectionWithin(1)),
    'scenario section first': share(
      answerable.filter(({ kind }) => kind === 'scenario'),
      sectionWithin(1),
    ),
    'refused of unanswerable': share(unanswerable, asked => !got(asked).answered),
    'refused of answerable': share(answerable, asked => !got(asked).answered),
    'consultation named': share(required, asked => got(asked).hq === asked.hq),
    'consultation false alarm': share(notRequired, asked => got(asked).hq !== null),
    'median ms': at(0.5),
    'p95 ms': at(0.95),
  };
  const wrong = questions
    .filter(asked => (asked.answerable ? !sectionWithin(1)(asked) : got(asked).answered))
    .map(asked => {
      const want = asked.sections.join(',') || 'not covered';
      const given = got(asked).answered ? got(asked).sections.join(',') : 'not covered';
      return `${asked.id} ${asked.question}  want ${want}  got ${given}`;
    });
  return { figures, wrong };
}

function share(questions: readonly Question[], right: (asked: Question) => boolean): number | null {
  return questions.length === 0 ? null : questions.filter(right).length / questions.length;
}

/** Whether a text holds some words, whatever its quotation marks, blanks and capitals. */
export function holds(text: string, words: string): boolean {
  return flat(text).includes(flat(words));
}

function flat(text: string): string {
  return text.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').toLowerCase();
}
