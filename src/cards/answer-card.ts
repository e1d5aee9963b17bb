import { z } from 'zod';
import type { Citation, Citations } from '../guidelines/answers.ts';
import type { Consultation } from '../guidelines/consultations.ts';
import type { Edition, Section } from '../guidelines/edition.ts';
import type { Language } from '../i18n/language.ts';
import { type Translator, translatorFor } from '../i18n/translator.ts';
import { unasked } from './asked.ts';
import { type GuidanceBeside, guidanceBlock } from './inquiries/guidance-words.ts';
import type { LinkTo } from './links.ts';
import { type Card, cardTemplate } from './template.ts';

const quoted = z.strictObject({ heading: z.string(), text: z.string(), note: z.string(), url: z.string() });
const fill = cardTemplate(
  'answer',
  z.strictObject({
    language: z.string(),
    summary: z.string(),
    notice: z.string(),
    first: quoted,
    more: z.array(quoted).max(2),
    consultation: z.strictObject({
      title: z.string(),
      words: z.string(),
      desks: z.string(),
      ask: z.string(),
      kind: z.string(),
      passage: z.string(),
    }),
    guidance: z.strictObject({ title: z.string(), text: z.string(), source: z.string() }),
    choice: z.strictObject({
      title: z.string(),
      sections: z.array(z.strictObject({ heading: z.string(), label: z.string(), show: z.string() })),
    }),
    labels: z.strictObject({ read: z.string(), more: z.string(), show: z.string(), askHq: z.string() }),
    edition: z.string(),
    languageNote: z.string(),
    feedback: z.strictObject({
      question: z.string(),
      up: z.string(),
      down: z.string(),
      upLabel: z.string(),
      downLabel: z.string(),
      thanks: z.string(),
    }),
    carried: z.strictObject({
      shown: z.string(),
      language: z.string(),
      without: z.string(),
      choice: z.string(),
      asked: z.string(),
      guidance: z.string(),
      passage: z.string(),
    }),
  }),
);

/** One of two sections that fit, with the consultation that goes with it. */
export type ChoiceOfSection = Pick<AnswerCardContent, 'citations' | 'consultation'>;

export interface AnswerCardContent {
  readonly edition: Edition;
  readonly citations: Citations;
  readonly consultation: Consultation | undefined;
  /** The passage is shown because a list is missing after it, not because it answers. */
  readonly listMissing: boolean;
  /** A language that was asked for and has no edition: the card says so in it. */
  readonly without?: Language | undefined;
  /** The two sections that the person may choose between; what is shown is one of them. */
  readonly choice?: readonly [ChoiceOfSection, ChoiceOfSection] | undefined;
  /** What Headquarters has said to a question like this one. */
  readonly guidance?: GuidanceBeside | undefined;
  /** Id by which the question is found again for a while, for whoever asked it. */
  readonly asked?: string | undefined;
  /** After thumbs up or down the buttons give way to thanks. */
  readonly feedbackGiven: boolean;
}

/** The card that quotes passages, best first, with the consultation that the guidelines require. */
export function answerCard(content: AnswerCardContent, language: Language, linkTo: LinkTo): Card {
  const t = translatorFor(language);
  const [first, ...more] = content.citations;
  const { consultation, feedbackGiven, edition, without, choice } = content;
  const quote = (citation: Citation) => quotation(edition, citation, t, linkTo);
  const asking = !feedbackGiven && !content.listMissing;
  return fill({
    language,
    summary: headingOf(first.section, t),
    notice: content.listMissing ? t('answer.listMissing') : '',
    first: { ...quote(first), ...(content.listMissing ? { note: '' } : {}) },
    more: more.map(quote),
    consultation: {
      title: consultation ? consultationTitle(consultation, t) : '',
      words: consultation ? t('consultation.words', { words: consultation.words }) : '',
      desks: consultation
        ? t('consultation.desks', { desks: consultation.desks.map(desk => t(`desk.${desk}`)).join(' + ') })
        : '',
      ask: t('signOff.ask'),
      kind: consultation?.kind ?? '',
      passage: consultation ? passageIn(edition, consultation.passage) : '',
    },
    guidance: guidanceBlock(content.guidance, language),
    choice: {
      title: choice ? t('answer.choice') : '',
      sections: (choice ?? []).map(({ citations: [{ section }] }, index) => ({
        heading: headingOf(section, t),
        label: t('answer.choose', { heading: headingOf(section, t) }),
        show: index === 0 ? 'first' : 'second',
      })),
    },
    labels: {
      read: t('answer.read'),
      more: more.length > 0 ? t('answer.more', { count: more.length }) : '',
      show: t('answer.show'),
      askHq: t('inquiry.ask'),
    },
    edition: editionLine(edition, t),
    languageNote: without
      ? translatorFor(without)('answer.onlyOtherLanguage', { language: edition.language })
      : '',
    feedback: {
      question: asking ? t('feedback.question') : '',
      up: t('feedback.up'),
      down: t('feedback.down'),
      upLabel: t('feedback.upLabel'),
      downLabel: t('feedback.downLabel'),
      thanks: feedbackGiven ? t('feedback.thanks') : '',
    },
    carried: {
      shown: shownPassages(content),
      language,
      without: without ?? '',
      choice: (choice ?? []).map(passagesOf).join('|'),
      asked: content.asked ?? unasked,
      guidance: content.guidance?.guidance.reference ?? '',
      passage: passageIn(edition, first.passage.id),
    },
  });
}

/** "3.8 Attending trials …"; the unnumbered introduction goes by its title alone. */
export function headingOf(section: Section, t: Translator): string {
  const { number, title } = section;
  return number === '0'
    ? t('answer.headingIntroduction', { title })
    : t('answer.heading', { section: number, title });
}

/** Says, for instance, "Consult Headquarters before action: 3.8". */
export function consultationTitle({ strength, passage }: Consultation, t: Translator): string {
  return t(`consultation.${strength}`, { section: passage.split('#')[0] ?? passage });
}

/** A passage with its edition, such as `fr-2019 3.8#2`: another edition may have other words at that place. */
export function passageIn({ id }: Edition, passage: string): string {
  return `${id} ${passage}`;
}

/** The edition and its source, as every quotation names them. */
export function editionLine({ title, label, publisher }: Edition, t: Translator): string {
  return t('answer.edition', { title, label, publisher });
}

export function quotation(edition: Edition, { passage, section }: Citation, t: Translator, linkTo: LinkTo) {
  return {
    heading: headingOf(section, t),
    text: passage.text,
    note: passage.listMissing ? t('answer.listMissing') : '',
    url: linkTo(section.number, passage.ordinal, edition.id),
  };
}

/**
 * What the buttons carry: the edition, the ids of the passages shown, and the consultation by its kind and the passage that
 * asks for it, such as `en 3.9#1,3.9#4 public-intervention:3.9#4`.
 */
export function shownPassages(content: AnswerCardContent): string {
  return `${content.edition.id} ${passagesOf(content)}`;
}

function passagesOf({ citations, consultation }: ChoiceOfSection): string {
  const consulted = consultation ? `${consultation.kind}:${consultation.passage}` : '-';
  return `${citations.map(({ passage }) => passage.id).join(',')} ${consulted}`;
}
