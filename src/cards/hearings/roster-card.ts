import { z } from 'zod';
import type { Turn } from '../../hearings/fair-turns.ts';
import { type Hearing, timeOf } from '../../hearings/hearing.ts';
import { clockWordsIn } from '../../i18n/clock-words.ts';
import { type Card, cardTemplate } from '../template.ts';
import {
  cardWithRoster,
  courtTimeInWords,
  type HearingWording,
  leadOf,
  missionName,
  officialName,
  shownAt,
} from './words.ts';

const line = z.strictObject({ text: z.string() });
const option = z.strictObject({ title: z.string(), value: z.string() });
const fill = cardTemplate(
  'hearing-roster',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    time: z.string(),
    hearing: z.string(),
    shown: z.string(),
    revision: z.string(),
    needed: z.string(),
    roster: z.strictObject({ title: z.string(), lines: z.array(line) }),
    turns: z.strictObject({ title: z.string(), lines: z.array(line) }),
    hasPeople: z.boolean(),
    hasUnconfirmed: z.boolean(),
    people: z.array(option),
    partnerKinds: z.array(option),
    labels: z.record(z.string(), z.string()),
  }),
);

/**
 * Who attends a hearing, with everything that can be done about it.
 *
 * @param turns whose turn it is, where that was asked, next one first
 */
export function rosterCard(hearing: Hearing, wording: HearingWording, turns?: readonly Turn[]): Card {
  const { t, language } = wording;
  const { roster } = hearing;
  const time = timeOf(hearing);
  const content = {
    language,
    title: leadOf(hearing, wording),
    time: time
      ? courtTimeInWords(time, wording)
      : t('reminder.reference', { id: hearing.id, mission: missionName(hearing.mission, wording) }),
    hearing: hearing.id,
    shown: shownAt(wording),
    revision: String(hearing.revision),
    needed: roster.interpreterNeeded ? 'no' : 'yes',
    turns: {
      title: turns ? t('reminder.turns') : '',
      lines:
        (turns ?? []).length > 0
          ? (turns ?? []).map(turn => ({ text: turnInWords(turn, wording) }))
          : [{ text: t('reminder.turns.none') }],
    },
    hasPeople: roster.officials.length > 0,
    hasUnconfirmed: roster.officials.some(({ confirmed }) => !confirmed),
    people: roster.officials.map(({ person }) => ({ title: officialName(person, wording), value: person })),
    partnerKinds: (['mission', 'ngo'] as const).map(value => ({
      title: t(`reminder.partner.${value}`),
      value,
    })),
    labels: {
      lead: t('reminder.manage.lead'),
      confirm: t('reminder.confirm'),
      interpreter: t(
        roster.interpreterNeeded ? 'reminder.manage.noInterpreter' : 'reminder.manage.interpreter',
      ),
      suggest: t('reminder.manage.suggest'),
      change: t('reminder.manage.change'),
      person: t('reminder.manage.person'),
      chooseOne: t('signOff.chooseOne'),
      takeOver: t('reminder.manage.takeOver'),
      nameLead: t('reminder.manage.nameLead'),
      handOver: t('reminder.manage.handOver'),
      to: t('reminder.manage.to'),
      writeName: t('reminder.manage.writeName'),
      partner: t('reminder.manage.partner'),
      organisation: t('reminder.manage.organisation'),
      writeOrganisation: t('reminder.manage.writeOrganisation'),
      partnerKind: t('reminder.manage.partnerKind'),
      addPartner: t('reminder.manage.addPartner'),
      removePartner: t('reminder.manage.removePartner'),
      back: t('reminder.back'),
    },
  };
  return cardWithRoster(roster, wording, lines =>
    fill({ ...content, roster: { title: t('reminder.roster'), lines } }),
  );
}

/** The mission and why it is its turn. */
function turnInWords({ mission, attended, last }: Turn, wording: HearingWording): string {
  const { t, language } = wording;
  const values = { mission: missionName(mission, wording), count: attended };
  return last === undefined
    ? t('reminder.turn.never', values)
    : t('reminder.turn', { ...values, last: clockWordsIn(language).day(last) });
}
