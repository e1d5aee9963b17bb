import { z } from 'zod';
import { type Card, cardTemplate } from '../template.ts';
import { deskName, linkOfPassage, type Wording } from './wording.ts';

const fill = cardTemplate(
  'inquiry-form',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    intro: z.string(),
    warning: z.string(),
    forgotten: z.string(),
    question: z.string(),
    about: z.string(),
    form: z.string(),
    passage: z.string(),
    labels: z.strictObject({
      question: z.string(),
      writeSomething: z.string(),
      send: z.string(),
      cancel: z.string(),
    }),
  }),
);

/** What is about to go to Headquarters. */
export interface AskContent {
  /** Id of this form, by which a second sending is known. */
  readonly form: string;
  /** What was asked, to be edited; empty where it is not remembered any more. */
  readonly question: string;
  /** The passage that was shown, by its edition and id, where one was. */
  readonly passage?: string | undefined;
  /** Id of the desk that it goes to. */
  readonly desk: string;
}

/** The question once more, to be edited, before it goes to the channel of a desk. */
export function askCard({ form, question, passage, desk }: AskContent, wording: Wording): Card {
  const { t, language } = wording;
  return fill({
    language,
    title: t('inquiry.ask'),
    intro: t('inquiry.form.intro', { desk: deskName(desk, wording) }),
    warning: t('inquiry.form.warning'),
    forgotten: question === '' ? t('inquiry.form.forgotten') : '',
    question,
    about: linkOfPassage(passage, wording).heading,
    form,
    passage: passage ?? '',
    labels: {
      question: t('inquiry.form.question'),
      writeSomething: t('signOff.writeSomething'),
      send: t('inquiry.form.send'),
      cancel: t('inquiry.form.cancel'),
    },
  });
}
