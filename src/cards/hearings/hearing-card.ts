import { z } from 'zod';
import { passageOf, sectionOf } from '../../guidelines/edition.ts';
import { type Hearing, timeOf } from '../../hearings/hearing.ts';
import { whyAsk } from '../../hearings/permission.ts';
import { clockWordsIn } from '../../i18n/clock-words.ts';
import { headingOf } from '../answer-card.ts';
import { localTime } from '../local-time.ts';
import { type Card, cardTemplate } from '../template.ts';
import {
  cardWithRoster,
  courtTimeInWords,
  type HearingWording,
  isWithoutObserver,
  leadOf,
  missionName,
  shownAt,
  timeInWords,
} from './words.ts';

const line = z.strictObject({ text: z.string() });
const fill = cardTemplate(
  'hearing',
  z.strictObject({
    language: z.string(),
    hearing: z.string(),
    shown: z.string(),
    revision: z.string(),
    lead: z.strictObject({ text: z.string(), style: z.string(), notes: z.array(line) }),
    times: z.array(z.strictObject({ text: z.string(), weight: z.string() })),
    facts: z.array(line),
    quotation: z.strictObject({
      title: z.string(),
      text: z.string(),
      heading: z.string(),
      url: z.string(),
    }),
    roster: z.strictObject({ title: z.string(), lines: z.array(line) }),
    offers: z.record(z.string(), z.boolean()),
    labels: z.record(z.string(), z.string()),
  }),
);

/** Why the card comes now, beside what it shows. */
export interface Occasion {
  /** Lines under the first one: that it is late, what the reader is asked. */
  readonly notes?: readonly string[];
  /** The reader attends and is asked whether they still do. */
  readonly confirm?: boolean;
}

/**
 * The card of a hearing as it stands: what everybody may know of it. Its notes are sensitive and never on it, for it
 * stands in channels; officials are on its roster by name, everybody else by organisation.
 */
export function hearingCard(hearing: Hearing, wording: HearingWording, occasion: Occasion = {}): Card {
  const { t, language, now, zones } = wording;
  const isOpen = hearing.schedule.state === 'scheduled' || hearing.schedule.state === 'to-be-announced';
  const time = timeOf(hearing);
  const hasBegun = hearing.schedule.state === 'scheduled' && time && zones.momentOf(time).at <= now;
  const asks = occasion.confirm === true;
  const content = {
    language,
    hearing: hearing.id,
    shown: shownAt(wording),
    revision: String(hearing.revision),
    lead: {
      text: leadOf(hearing, wording),
      style: styleOf(hearing, wording),
      notes: (occasion.notes ?? []).map(text => ({ text })),
    },
    times: timesOf(hearing, wording),
    facts: factsOf(hearing, wording).map(text => ({ text })),
    quotation: quotationOf(hearing, wording),
    offers: {
      confirm: isOpen && asks,
      attend: isOpen && !hasBegun && !asks,
      cant: isOpen && !hasBegun,
      outcome: hasBegun === true,
      roster: isOpen,
      permission: isOpen,
      adjourn: isOpen,
    },
    labels: {
      confirm: t('reminder.confirm'),
      attend: t('reminder.attend'),
      cant: t('reminder.cant'),
      outcome: t('reminder.record'),
      roster: t('reminder.manage'),
      permission: t('reminder.permission'),
      askedOf: t('reminder.permission.askedOf'),
      on: t('reminder.permission.on'),
      requested: t('reminder.permission.press.requested'),
      granted: t('reminder.permission.press.granted'),
      refused: t('reminder.permission.press.refused'),
      adjourn: t('reminder.adjourned'),
      details: t('reminder.details'),
    },
  };
  return cardWithRoster(hearing.roster, wording, lines =>
    fill({ ...content, roster: { title: t('reminder.roster'), lines } }),
  );
}

/** The colour of the first line; its words say the same. */
function styleOf(hearing: Hearing, wording: HearingWording): string {
  if (isWithoutObserver(hearing, wording)) return 'attention';
  const styles = { scheduled: 'accent', 'to-be-announced': 'warning', cancelled: 'emphasis', held: 'good' };
  return styles[hearing.schedule.state];
}

/** When it is, by both clocks; when it was, where it was adjourned. */
function timesOf(hearing: Hearing, { t, language, zones }: HearingWording) {
  const { schedule } = hearing;
  const time = timeOf(hearing);
  const moment = time && zones.momentOf(time);
  const before = 'adjournedFrom' in schedule ? schedule.adjournedFrom : undefined;
  const lines = [
    time && { text: courtTimeInWords(time, { t, language }), weight: 'Bolder' },
    moment && {
      text: t('reminder.readerTime', { time: localTime(moment.at.toISOString()) }),
      weight: 'Default',
    },
    moment && moment.clock !== 'plain' && { text: t(`month.clock.${moment.clock}`), weight: 'Default' },
    before && {
      text: t('reminder.adjournedFrom', { time: timeInWords(before, language) }),
      weight: 'Default',
    },
  ];
  return lines.filter(one => typeof one === 'object');
}

function factsOf(hearing: Hearing, wording: HearingWording): string[] {
  const { t, language } = wording;
  const { schedule, permission, court, place } = hearing;
  const outcome =
    schedule.state === 'held'
      ? [
          t(`reminder.outcome.${schedule.outcome.attendance}`),
          t(`reminder.result.${schedule.outcome.result}`),
          ...(schedule.outcome.next ? [t('reminder.next', { id: schedule.outcome.next })] : []),
        ]
      : [];
  const day = (date: string | undefined) => (date === undefined ? '' : clockWordsIn(language).day(date));
  return [
    ...outcome,
    [court, place].filter(Boolean).join(', '),
    hearing.access === 'unknown'
      ? t('reminder.accessUnknown')
      : t('reminder.access', { access: t(`hearing.access.${hearing.access}`) }),
    t(`reminder.permission.${permission.state}`, {
      requestedOn: day('requestedOn' in permission ? permission.requestedOn : undefined),
      answeredOn: day('answeredOn' in permission ? permission.answeredOn : undefined),
    }),
    t('reminder.reference', { id: hearing.id, mission: missionName(hearing.mission, wording) }),
  ].filter(text => text !== '');
}

/** Where permission was refused: in the guidelines' own words, why asking mattered. */
function quotationOf({ permission }: Hearing, { t, edition, linkTo }: HearingWording) {
  const passage = permission.state === 'refused' ? passageOf(edition, whyAsk) : undefined;
  const section = passage && sectionOf(edition, passage.section);
  if (!passage || !section) return { title: '', text: '', heading: '', url: '' };
  return {
    title: t('reminder.whyAsk'),
    text: t('consultation.words', { words: passage.text }),
    heading: headingOf(section, t),
    url: linkTo(section.number, passage.ordinal, edition.id),
  };
}
