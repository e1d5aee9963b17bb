import { z } from 'zod';
import type { Guidance } from '../../guidelines/guidance.ts';
import { languages } from '../../i18n/language.ts';
import { type Inquiry, lastSaid, progressOf } from '../../inquiries/inquiry.ts';
import { longestPhrasing, mostPhrasings } from '../../inquiries/publish.ts';
import { shorten } from '../../shared/shorten.ts';
import { headingOf } from '../answer-card.ts';
import { type Card, cardTemplate } from '../template.ts';
import { dayOf, placeLink, sourceLine } from './guidance-words.ts';
import { deskName, personName, placeOf, type Wording } from './wording.ts';

const option = z.strictObject({ title: z.string(), value: z.string() });
const fillForm = cardTemplate(
  'guidance-form',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    intro: z.string(),
    warning: z.string(),
    text: z.string(),
    textLanguage: z.string(),
    languages: z.array(option),
    phrasings: z.string(),
    place: z.string(),
    places: z.array(option),
    reference: z.string(),
    progress: z.string(),
    labels: z.record(z.string(), z.string()),
  }),
);

/** The value of the choice that means no section. */
export const nowhere = '-';
const longestOption = 80;

/**
 * The form in which an officer edits an answer for everybody.
 *
 * @param textLanguage the language that the answer seems to be in
 */
export function guidanceFormCard(
  inquiry: Inquiry,
  textLanguage: (typeof languages)[number],
  wording: Wording,
): Card {
  const { t, language, editions } = wording;
  const asked = inquiry.said.filter(({ kind }) => kind === 'question');
  const { section: shown } = placeOf(inquiry.passage, wording);
  const places = editions.flatMap(edition =>
    edition.sections.map(section => ({
      title: shorten(headingOf(section, t), longestOption),
      value: `${edition.id} ${section.number}`,
      isShown: section === shown,
    })),
  );
  return fillForm({
    language,
    title: t('inquiry.publish'),
    intro: t('guidance.form.intro'),
    warning: t('guidance.form.warning'),
    text: lastSaid(inquiry).text,
    textLanguage,
    languages: languages.map(value => ({ title: t('guidance.language', { language: value }), value })),
    phrasings: asked
      .slice(0, mostPhrasings)
      .map(({ text }) => shorten(text.replace(/\s+/gu, ' '), longestPhrasing))
      .join('\n'),
    place: places.find(({ isShown }) => isShown)?.value ?? nowhere,
    places: [
      { title: t('guidance.form.nowhere'), value: nowhere },
      ...places.map(({ title, value }) => ({ title, value })),
    ],
    reference: inquiry.reference,
    progress: String(progressOf(inquiry)),
    labels: {
      text: t('guidance.form.text'),
      language: t('guidance.form.language'),
      phrasings: t('guidance.form.phrasings'),
      place: t('guidance.form.place'),
      publish: t('guidance.form.publish'),
      back: t('guidance.form.back'),
      writeSomething: t('signOff.writeSomething'),
      chooseOne: t('signOff.chooseOne'),
    },
  });
}

const fillGuidance = cardTemplate(
  'guidance',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    note: z.string(),
    style: z.string(),
    text: z.string(),
    source: z.string(),
    ended: z.string(),
    about: z.strictObject({ heading: z.string(), url: z.string() }),
    phrasingsTitle: z.string(),
    phrasings: z.array(z.strictObject({ text: z.string() })),
    mayRevoke: z.boolean(),
    reference: z.string(),
    labels: z.strictObject({ revoke: z.string(), sure: z.string() }),
  }),
);

/** One piece of guidance in full. @param mayRevoke whether its reader acts for the desk that published it */
export function guidanceCard(guidance: Guidance, mayRevoke: boolean, wording: Wording): Card {
  const { t, language } = wording;
  const { reference, text, phrasings, revoked } = guidance;
  return fillGuidance({
    language,
    title: t('guidance.title', { reference }),
    note: t('guidance.apart'),
    style: revoked ? 'emphasis' : 'accent',
    text,
    source: sourceLine(guidance, deskName(guidance.desk, wording), language, t),
    ended: revoked
      ? t('guidance.revoked', { name: personName(revoked.by, wording), when: dayOf(revoked.at) })
      : '',
    about: placeLink(guidance, wording),
    phrasingsTitle: t('guidance.answers'),
    phrasings: phrasings.map(phrasing => ({ text: phrasing })),
    mayRevoke: mayRevoke && !revoked,
    reference,
    labels: { revoke: t('guidance.revoke'), sure: t('guidance.sure') },
  });
}

const fillList = cardTemplate(
  'guidance-list',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    intro: z.string(),
    rows: z.array(
      z.strictObject({
        heading: z.string(),
        text: z.string(),
        source: z.string(),
        open: z.string(),
        openLabel: z.string(),
        reference: z.string(),
      }),
    ),
    next: z.strictObject({ title: z.string(), after: z.string() }),
  }),
);

/** Characters of guidance that a list shows. */
const longestExcerpt = 150;

/** A page of the guidance in force, newest first. */
export function guidanceListCard(
  page: readonly Guidance[],
  count: number,
  next: string,
  wording: Wording,
): Card {
  const { t, language } = wording;
  return fillList({
    language,
    title: t('guidance.list.title'),
    intro: t('guidance.list.count', { count }),
    rows: page.map(guidance => ({
      heading: shorten(guidance.phrasings[0] ?? '', longestExcerpt),
      text: shorten(guidance.text, longestExcerpt),
      source: sourceLine(guidance, deskName(guidance.desk, wording), language, t),
      open: t('signOff.open'),
      openLabel: t('signOff.openOne', { reference: guidance.reference }),
      reference: guidance.reference,
    })),
    next: { title: t('signOff.list.more'), after: next },
  });
}
