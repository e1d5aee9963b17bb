import type { Directory } from '../../directory/directory.ts';
import type { Edition } from '../../guidelines/edition.ts';
import { countdownTo } from '../../hearings/countdown.ts';
import type { CourtTime, Zones } from '../../hearings/court-time.ts';
import type { Hearing } from '../../hearings/hearing.ts';
import { isUnattended, type Roster } from '../../hearings/roster.ts';
import { clockWordsIn } from '../../i18n/clock-words.ts';
import type { Language } from '../../i18n/language.ts';
import { type Translator, translatorFor } from '../../i18n/translator.ts';
import type { LinkTo } from '../links.ts';
import { cardWithRoom } from '../room.ts';
import type { Card } from '../template.ts';

/** What the words about hearings are taken from. */
export interface HearingWording {
  readonly language: Language;
  readonly t: Translator;
  readonly directory: Directory;
  readonly zones: Zones;
  /** The text that is quoted where permission was refused. */
  readonly edition: Edition;
  readonly linkTo: LinkTo;
  readonly now: Date;
}

/** @param language that of whoever reads */
export function hearingWording(
  parts: Omit<HearingWording, 'language' | 't'>,
  language: Language,
): HearingWording {
  return { ...parts, language, t: translatorFor(language) };
}

/**
 * What the buttons of a card carry so that a press is known from one on an earlier state of it: people take back what
 * they said, and say it again.
 */
export function shownAt({ now }: Pick<HearingWording, 'now'>): string {
  return String(now.getTime());
}

/** `HERON, trial: in 7 days`; from a week before on, the first words say so where nobody attends. */
export function leadOf(hearing: Hearing, wording: HearingWording): string {
  const { t } = wording;
  const values = {
    caseName: hearing.caseName,
    kind: t(`hearing.kind.${hearing.kind}`),
    when: whenInWords(hearing, wording),
  };
  return t(isWithoutObserver(hearing, wording) ? 'reminder.leadUnattended' : 'reminder.lead', values);
}

/** Whether the hearing is near and nobody is down for it. */
export function isWithoutObserver({ schedule, roster }: Hearing, { now, zones }: HearingWording): boolean {
  if (schedule.state !== 'scheduled' || !isUnattended(roster)) return false;
  const countdown = countdownTo(schedule.time, now, zones);
  return countdown.unit !== 'begun' && (countdown.unit !== 'days' || countdown.count <= 7);
}

function whenInWords({ schedule }: Hearing, { t, now, zones }: HearingWording): string {
  if (schedule.state !== 'scheduled') return t(`reminder.state.${schedule.state}`);
  const countdown = countdownTo(schedule.time, now, zones);
  return t(`reminder.countdown.${countdown.unit}`, 'count' in countdown ? { count: countdown.count } : {});
}

/** `Saturday, March 14, 2026, 9:30 a.m.` */
export function timeInWords({ date, time }: Pick<CourtTime, 'date' | 'time'>, language: Language): string {
  const words = clockWordsIn(language);
  return `${words.day(date)}, ${words.time(time)}`;
}

/** The court's time with its zone, as a text message says it. */
export function courtTimeInWords(time: CourtTime, { t, language }: Pick<HearingWording, 't' | 'language'>) {
  return t('reminder.courtTime', { time: timeInWords(time, language), zone: time.zone });
}

export function missionName(id: string, { directory, language }: HearingWording): string {
  return directory.mission(id)?.name[language] ?? id;
}

export function officialName(person: string, { directory, t }: HearingWording): string {
  return directory.nameOf(person) ?? t('reminder.roster.somebody');
}

/**
 * A card that shows a roster, with as many of those who attend as it has room for: one line for each, the lead observer
 * first; partners by organisation only.
 *
 * @param cardOf the card with these lines
 */
export function cardWithRoster(
  { officials, partners, lead, interpreterNeeded }: Roster,
  wording: HearingWording,
  cardOf: (lines: { text: string }[]) => Card,
): Card {
  const { t } = wording;
  const leadFirst = officials.toSorted((a, b) => Number(b.person === lead) - Number(a.person === lead));
  const attending = [
    ...leadFirst.map(({ person, mission, confirmed }) =>
      t('reminder.roster.official', {
        name: officialName(person, wording),
        mission: mission === undefined ? 'none' : missionName(mission, wording),
        lead: person === lead ? 'yes' : 'no',
        confirmed: confirmed ? 'yes' : 'no',
      }),
    ),
    ...partners.map(({ kind, organisation }) => t(`reminder.roster.partner.${kind}`, { organisation })),
  ];
  return cardWithRoom(attending, some => {
    const leftOut = attending.length - some.length;
    const lines = [
      ...(attending.length > 0 ? some : [t('reminder.roster.nobody')]),
      ...(leftOut > 0 ? [t('reminder.roster.more', { count: leftOut })] : []),
      ...(interpreterNeeded ? [t('reminder.roster.interpreter')] : []),
    ];
    return cardOf(lines.map(text => ({ text })));
  });
}
