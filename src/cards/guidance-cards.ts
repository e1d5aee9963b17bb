import { z } from 'zod';
import type { Citation } from '../guidelines/answers.ts';
import type { Edition, Section } from '../guidelines/edition.ts';
import type { Language } from '../i18n/language.ts';
import { translatorFor } from '../i18n/translator.ts';
import { editionLine, headingOf, quotation } from './answer-card.ts';
import { unasked } from './asked.ts';
import { type GuidanceBeside, guidanceBlock } from './inquiries/guidance-words.ts';
import type { LinkTo } from './links.ts';
import { type Card, cardTemplate } from './template.ts';

const fillNotCovered = cardTemplate(
  'not-covered',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    guidance: z.strictObject({ title: z.string(), text: z.string(), source: z.string() }),
    rephrase: z.string(),
    nearestTitle: z.string(),
    nearest: z.array(z.strictObject({ heading: z.string(), url: z.string() })).max(3),
    askHq: z.string(),
    askHqButton: z.string(),
    asked: z.string(),
    edition: z.string(),
  }),
);

/** That the guidelines do not cover a question, and what is near to it. */
export interface NotCoveredContent {
  readonly edition: Edition;
  readonly nearest: readonly Section[];
  /** What Headquarters has said to a question like this one. */
  readonly guidance?: GuidanceBeside | undefined;
  /** Id by which the question is found again for a while, for whoever asked it. */
  readonly asked?: string;
}

/** The card that says the guidelines do not cover a question, with the sections nearest to it as no more than that. */
export function notCoveredCard(
  { edition, nearest, guidance, asked = unasked }: NotCoveredContent,
  language: Language,
  linkTo: LinkTo,
): Card {
  const t = translatorFor(language);
  return fillNotCovered({
    language,
    title: t('notCovered.title'),
    guidance: guidanceBlock(guidance, language),
    rephrase: t('notCovered.rephrase'),
    nearestTitle: nearest.length > 0 ? t('notCovered.nearest') : '',
    nearest: nearest.map(section => ({
      heading: headingOf(section, t),
      url: linkTo(section.number, undefined, edition.id),
    })),
    askHq: t('notCovered.askHq'),
    askHqButton: t('inquiry.ask'),
    asked,
    edition: editionLine(edition, t),
  });
}

const fillPassage = cardTemplate(
  'passage',
  z.strictObject({
    language: z.string(),
    heading: z.string(),
    text: z.string(),
    note: z.string(),
    url: z.string(),
    read: z.string(),
    edition: z.string(),
  }),
);

/** The card with one passage that the message extension puts into a message. */
export function passageCard(edition: Edition, citation: Citation, language: Language, linkTo: LinkTo): Card {
  const t = translatorFor(language);
  return fillPassage({
    language,
    ...quotation(edition, citation, t, linkTo),
    read: t('answer.read'),
    edition: editionLine(edition, t),
  });
}

const fillHelp = cardTemplate(
  'help',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    intro: z.string(),
    examplesTitle: z.string(),
    examples: z.array(z.strictObject({ key: z.string(), question: z.string() })),
    notes: z.array(z.strictObject({ text: z.string() })),
    page: z.strictObject({ title: z.string(), url: z.string() }),
  }),
);

export const exampleKeys = ['example.1', 'example.2', 'example.3'] as const;

/** What Vigil can do, with example questions to press; on welcome under another title. */
export function helpCard(occasion: 'help' | 'welcome', language: Language, guidelinesUrl: string): Card {
  const t = translatorFor(language);
  return fillHelp({
    language,
    title: t(`${occasion}.title`),
    intro: occasion === 'help' ? t('help.intro') : `${t('welcome.intro')} ${t('help.privacy')}`,
    examplesTitle: t('help.examples'),
    examples: exampleKeys.map(key => ({ key, question: t(key) })),
    notes: (occasion === 'help'
      ? ([
          'help.signOff',
          'help.hearings',
          'help.language',
          'help.askHq',
          'help.extension',
          'help.channel',
          'help.privacy',
        ] as const)
      : (['help.language'] as const)
    ).map(key => ({ text: t(key) })),
    page: { title: t('help.page'), url: guidelinesUrl },
  });
}
