import { z } from 'zod';
import type { AnswerCardContent, ChoiceOfSection } from '../cards/answer-card.ts';
import { unasked } from '../cards/asked.ts';
import type { Citation, Citations } from '../guidelines/answers.ts';
import { type Edition, passageOf, sectionOf } from '../guidelines/edition.ts';
import type { Guidelines, OpenEdition } from '../guidelines/open.ts';
import { type Language, languages } from '../i18n/language.ts';
import type { Beside } from './inquiries/guidance-beside.ts';

/** The passages of a section, and the consultation by its kind and the passage that asks for it. */
const passages = String.raw`[\d.]+#\d+(?:,[\d.]+#\d+){0,2} (?:-|[a-z-]+:[\d.]+#\d+)`;

/** What every button of an answer's card carries: ids, from which the answer is made anew. */
const carried = z.object({
  language: z.enum(languages),
  without: z.enum(languages).optional().catch(undefined),
  /** The edition, the passages shown, and the consultation, as the card writes it. */
  shown: z
    .string()
    .max(200)
    .regex(new RegExp(`^[a-z0-9-]+ ${passages}$`)),
  /** The passages of both sections that there is a choice between; empty where there is none. */
  choice: z
    .string()
    .max(200)
    .regex(new RegExp(String.raw`^(?:${passages}\|${passages})?$`))
    .default(''),
  /** Finds the question again, for whoever asked it. */
  asked: z.guid().default(unasked),
  guidance: z
    .string()
    .regex(/^(?:HQG-\d{4}-\d{4,6})?$/)
    .default(''),
});

/** The answer that a card shows. */
export interface ShownAnswer {
  readonly content: AnswerCardContent;
  /** The language of the card, which whoever presses need not read. */
  readonly language: Language;
}

/**
 * Reads which answer a card shows from what its button carried; undefined for what no card of ours carries. Guidance that
 * was revoked since is left out.
 */
export async function readShownAnswer(
  data: unknown,
  { inUse }: Pick<Guidelines, 'inUse'>,
  beside: Pick<Beside, 'named'>,
): Promise<ShownAnswer | undefined> {
  const parsed = carried.safeParse(data);
  if (!parsed.success) return undefined;
  const { language, without, shown, choice, asked, guidance } = parsed.data;
  const [editionId = '', ...rest] = shown.split(' ');
  const open = inUse.find(({ edition }) => edition.id === editionId);
  const own = open && passagesOf(open, rest.join(' '));
  if (!own) return undefined;
  const [first, second] = choice === '' ? [] : choice.split('|').map(part => passagesOf(open, part));
  if (choice !== '' && !(first && second)) return undefined;
  return {
    language,
    content: {
      edition: open.edition,
      ...own,
      listMissing: false,
      without,
      choice: first && second && [first, second],
      asked,
      guidance: guidance === '' ? undefined : await beside.named(guidance, language),
      feedbackGiven: false,
    },
  };
}

function passagesOf({ edition, consultations }: OpenEdition, written: string): ChoiceOfSection | undefined {
  const [list = '', consulted = ''] = written.split(' ');
  const [kind = '', passage = ''] = consulted.split(':');
  const citations = citationsOf(edition, list);
  return citations && { citations, consultation: consultations.named(kind, passage) };
}

function citationsOf(edition: Edition, list: string): Citations | undefined {
  const [first, ...more] = list.split(',').map(id => citationOf(edition, id));
  if (!first || more.includes(undefined)) return undefined;
  return [first, ...more.filter(citation => citation !== undefined)];
}

function citationOf(edition: Edition, id: string): Citation | undefined {
  const passage = passageOf(edition, id);
  const section = passage && sectionOf(edition, passage.section);
  return passage && section ? { passage, section } : undefined;
}
