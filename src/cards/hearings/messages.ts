import type { Hearing } from '../../hearings/hearing.ts';
import type { PostedCard } from '../../hearings/ports.ts';
import type { Language } from '../../i18n/language.ts';
import { cardWithRoom } from '../room.ts';
import type { Card } from '../template.ts';
import { hearingCard, type Occasion } from './hearing-card.ts';
import { listCard } from './list-card.ts';
import { outcomeCard } from './outcome-card.ts';
import { type HearingWording, isWithoutObserver, leadOf, missionName } from './words.ts';

/** A message with a card; its summary is what a notification says: code names only. */
export interface CardMessage {
  readonly language: Language;
  readonly card: Card;
  readonly summary: string;
}

/** The hearing as it stands. */
export function hearingMessage(
  hearing: Hearing,
  wording: HearingWording,
  occasion: Occasion = {},
): CardMessage {
  const { language } = wording;
  return { language, card: hearingCard(hearing, wording, occasion), summary: leadOf(hearing, wording) };
}

/** The same where a card stands already, which goes on asking what it asked while the answer is still wanted. */
export function renewedMessage(
  hearing: Hearing,
  wording: HearingWording,
  { to, asks }: Pick<PostedCard, 'to' | 'asks'>,
): CardMessage {
  const own = hearing.roster.officials.find(({ person }) => person === to.id);
  if (asks === 'confirm' && own?.confirmed === false && isToCome(hearing, wording)) {
    return confirmationMessage(hearing, wording);
  }
  if (asks === 'observer' && isWithoutObserver(hearing, wording)) {
    return seekObserverMessage(hearing, wording, 'in time');
  }
  return hearingMessage(hearing, wording);
}

function isToCome({ schedule }: Hearing, { zones, now }: HearingWording): boolean {
  return schedule.state === 'scheduled' && zones.momentOf(schedule.time).at > now;
}

/** @param late people would have expected it earlier: its first words say so */
export function reminderMessage(hearing: Hearing, wording: HearingWording, late: boolean): CardMessage {
  if (!late) return hearingMessage(hearing, wording);
  const { t } = wording;
  const message = hearingMessage(hearing, wording, { notes: [t('reminder.late')] });
  return { ...message, summary: t('reminder.lateSummary', { text: message.summary }) };
}

/** To the duty officer: nobody attends yet, or nobody attends any more. */
export function seekObserverMessage(
  hearing: Hearing,
  wording: HearingWording,
  occasion: 'in time' | 'late' | 'again',
): CardMessage {
  const { t } = wording;
  const mission = missionName(hearing.mission, wording);
  const ask = t(occasion === 'again' ? 'reminder.ask.observerAgain' : 'reminder.ask.observer', { mission });
  return hearingMessage(hearing, wording, {
    notes: [ask, ...(occasion === 'late' ? [t('reminder.late')] : [])],
  });
}

/** To somebody on the roster: do they still come? */
export function confirmationMessage(hearing: Hearing, wording: HearingWording): CardMessage {
  return hearingMessage(hearing, wording, { notes: [wording.t('reminder.ask.confirm')], confirm: true });
}

/** To the lead, to the lead again, to the head of mission: what did it come to? */
export function askOutcomeMessage(hearing: Hearing, wording: HearingWording, step: 1 | 2 | 3): CardMessage {
  const { t, language } = wording;
  const { id, caseName } = hearing;
  const card = outcomeCard(hearing, wording, { intro: t(`reminder.ask.outcome.${step}`) });
  return { language, card, summary: t('reminder.ask.outcomeSummary', { id, caseName }) };
}

/** The hearings of the coming week, for a channel or a group: the soonest, as many as one card has room for. */
export function digestMessage(hearings: readonly Hearing[], wording: HearingWording): CardMessage {
  const { t, language, zones } = wording;
  const title = t('reminder.digest', { count: hearings.length });
  const card = cardWithRoom(hearings, shown => {
    const leftOut = hearings.length - shown.length;
    const more = leftOut > 0 ? t('reminder.digest.more', { count: leftOut }) : '';
    return listCard({ title, intro: '', hearings: shown, more }, language, zones);
  });
  return { language, card, summary: title };
}
