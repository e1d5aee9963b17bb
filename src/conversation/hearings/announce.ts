import { randomUUID } from 'node:crypto';
import { hearingMessage, renewedMessage, seekObserverMessage } from '../../cards/hearings/messages.ts';
import { tidingsOf } from '../../cards/hearings/tidings.ts';
import {
  type HearingWording,
  hearingWording,
  isWithoutObserver,
  officialName,
} from '../../cards/hearings/words.ts';
import type { Directory } from '../../directory/directory.ts';
import type { HearingEvent } from '../../hearings/events.ts';
import type { Follower, FollowerWithSettings } from '../../hearings/follow.ts';
import type { Hearing } from '../../hearings/hearing.ts';
import { mayHear } from '../../hearings/may-read-notes.ts';
import type { CalendarLedgers, PostedCard } from '../../hearings/ports.ts';
import { reminderTime } from '../../hearings/schedule.ts';
import type { Language } from '../../i18n/language.ts';
import { type OutgoingMessage, toJson } from '../reply.ts';
import type { Announce, HearingChange } from './change-hearing.ts';

/**
 * Tells followers of a change in the thread of the hearing's last card in their channel, puts every card right that shows
 * the hearing, and writes to the people whom the change concerns in person. A roster is seen on the cards alone.
 *
 * @param directory as it is before the commit
 */
export function createAnnounce(
  parts: Pick<HearingWording, 'edition' | 'linkTo' | 'zones'>,
  directory: Directory,
): Announce {
  return async (ledgers, change, all) => {
    const followers = all.filter(follower => mayHear(follower, directory));
    const { hearing, before, next, events, at } = change;
    const wordingIn = (language: Language) => hearingWording({ ...parts, directory, now: at }, language);
    const seekIfNear = (one: Hearing) =>
      seekObserver(one, createShow(ledgers, one, directory, wordingIn, at), change, directory, wordingIn);
    if (!before) {
      await welcome(ledgers, hearing, followers, wordingIn, at);
      return seekIfNear(hearing);
    }
    const cards = await ledgers.hearingCards.of(hearing.id);
    await renew(ledgers, hearing, cards, wordingIn, at);
    const told = await tellFollowers(ledgers, change, cards, followers, wordingIn);
    await tellPeople(ledgers, change, events, told, directory, wordingIn);
    if (events.some(movesHearing)) await seekIfNear(hearing);
    if (!next) return;
    await welcome(ledgers, next, followers, wordingIn, at);
    await seekIfNear(next);
  };
}

type WordingIn = (language: Language) => HearingWording;

/** A hearing that is new to the calendar: its card begins a thread with each follower. */
async function welcome(
  ledgers: CalendarLedgers,
  hearing: Hearing,
  followers: readonly FollowerWithSettings[],
  wordingIn: WordingIn,
  at: Date,
): Promise<void> {
  for (const follower of followers) {
    const wording = wordingIn(follower.language);
    const notes = [wording.t('reminder.told.added')];
    await showCard(ledgers, hearing, follower, hearingMessage(hearing, wording, { notes }), at);
  }
}

/** Every card in the place where it stands. */
async function renew(
  ledgers: CalendarLedgers,
  hearing: Hearing,
  cards: readonly PostedCard[],
  wordingIn: WordingIn,
  at: Date,
): Promise<void> {
  for (const card of cards) {
    const { key, to, language } = card;
    const body = toJson(renewedMessage(hearing, wordingIn(language), card));
    await ledgers.outbox.put({ key: newKey(hearing), to, body, at, target: { key, as: 'change' } });
  }
}

/** @returns the people among those who were told */
async function tellFollowers(
  ledgers: CalendarLedgers,
  { hearing, before, events, at }: HearingChange,
  cards: readonly PostedCard[],
  followers: readonly FollowerWithSettings[],
  wordingIn: WordingIn,
): Promise<ReadonlySet<string>> {
  const told = new Set<string>();
  for (const follower of followers) {
    const wording = wordingIn(follower.language);
    const own = events.filter(event => event.event !== 'HearingAdded');
    const words = own.flatMap(event => tidingsOf(event, hearing, before, follower.zone, wording) ?? []);
    if (words.length === 0) continue;
    if (follower.kind === 'person') told.add(follower.id);
    const last = cards.findLast(({ to }) => to.kind === follower.kind && to.id === follower.id);
    if (!last) {
      await showCard(ledgers, hearing, follower, hearingMessage(hearing, wording, { notes: words }), at);
      continue;
    }
    const body = toJson({ language: follower.language, text: words.join('\n\n') });
    const to = { kind: follower.kind, id: follower.id };
    await ledgers.outbox.put({ key: newKey(hearing), to, body, at, target: { key: last.key, as: 'reply' } });
  }
  return told;
}

/** Whoever is on the roster must not go to court on a day that is no more; whoever is swapped hears of it. */
async function tellPeople(
  ledgers: CalendarLedgers,
  { hearing, before, actor, at }: HearingChange,
  events: readonly HearingEvent[],
  told: ReadonlySet<string>,
  directory: Directory,
  wordingIn: WordingIn,
): Promise<void> {
  const mission = directory.mission(hearing.mission);
  const show = createShow(ledgers, hearing, directory, wordingIn, at);
  const { id, caseName } = hearing;

  for (const event of events) {
    if (movesHearing(event)) {
      const zone = mission?.timeZone ?? hearing.zone;
      for (const { person } of hearing.roster.officials) {
        if (person === actor || told.has(person)) continue;
        await show(
          person,
          wording => {
            const words = tidingsOf(event, hearing, before, zone, wording) ?? '';
            const isToCome = hearing.schedule.state === 'scheduled';
            const notes = isToCome ? [words, wording.t('reminder.told.moved')] : [words];
            return hearingMessage(hearing, wording, { notes, confirm: isToCome });
          },
          'confirm',
        );
      }
    }
    if (event.event === 'AttendanceSwapped') {
      const { from, to } = event;
      if (from !== actor) {
        const words = (wording: HearingWording) =>
          wording.t('reminder.told.replaced', { id, caseName, name: officialName(to.person, wording) });
        await show(from, wording => hearingMessage(hearing, wording, { notes: [words(wording)] }));
      }
      if (to.person !== actor) {
        await show(
          to.person,
          wording => {
            const name = officialName(from, wording);
            return hearingMessage(hearing, wording, {
              notes: [wording.t('reminder.ask.named', { name })],
              confirm: true,
            });
          },
          'confirm',
        );
      }
    }
    if (event.event === 'LeadNamed' && event.person !== actor) {
      await show(event.person, wording => {
        const name = officialName(actor, wording);
        return hearingMessage(hearing, wording, {
          notes: [wording.t('reminder.told.lead', { id, caseName, name })],
        });
      });
    }
    const { lead } = hearing.roster;
    if (event.event === 'AttendanceWithdrawn' && lead !== undefined && lead !== before?.roster.lead) {
      await show(lead, wording => {
        const name = officialName(event.person, wording);
        return hearingMessage(hearing, wording, {
          notes: [wording.t('reminder.told.leadPassed', { id, caseName, name })],
        });
      });
    }
    const officer = mission?.dutyOfficer;
    if (event.event === 'AttendanceWithdrawn' && officer !== undefined) {
      // The usual question to the duty officer may lie behind: it would not come again.
      if (isWithoutObserver(hearing, wordingIn('en'))) {
        await show(officer, wording => seekObserverMessage(hearing, wording, 'again'), 'observer');
      }
    }
  }
}

function movesHearing({ event }: HearingEvent): boolean {
  return (
    event === 'HearingTimeCorrected' ||
    event === 'HearingAdjourned' ||
    event === 'HearingDateAnnounced' ||
    event === 'HearingCancelled'
  );
}

/** A hearing that comes to a date within the week has the usual question to the duty officer behind it already. */
async function seekObserver(
  hearing: Hearing,
  show: Show,
  { actor, at }: HearingChange,
  directory: Directory,
  wordingIn: WordingIn,
): Promise<void> {
  const officer = directory.mission(hearing.mission)?.dutyOfficer;
  const wording = wordingIn('en');
  const { schedule } = hearing;
  if (officer === undefined || officer === actor || schedule.state !== 'scheduled') return;
  if (reminderTime(schedule.time, '7d', wording.zones) > at || !isWithoutObserver(hearing, wording)) return;
  await show(officer, words => seekObserverMessage(hearing, words, 'in time'), 'observer');
}

/** Writes to somebody in their own chat, in their language. */
type Show = (
  person: string,
  message: (wording: HearingWording) => OutgoingMessage,
  asks?: PostedCard['asks'],
) => Promise<void>;

function createShow(
  ledgers: CalendarLedgers,
  hearing: Hearing,
  directory: Directory,
  wordingIn: WordingIn,
  at: Date,
): Show {
  return async (person, message, asks) => {
    const known = await ledgers.preferences.knownLanguageOf(person);
    const language = known ?? directory.mission(hearing.mission)?.language ?? 'en';
    const to = { kind: 'person', id: person, language } as const;
    await showCard(ledgers, hearing, to, message(wordingIn(language)), at, asks);
  };
}

/** A card that later changes of the hearing reach. */
async function showCard(
  { outbox, hearingCards }: CalendarLedgers,
  hearing: Hearing,
  { kind, id, language }: Follower & { readonly language: Language },
  message: OutgoingMessage,
  at: Date,
  asks?: PostedCard['asks'],
): Promise<void> {
  const key = newKey(hearing);
  const to = { kind, id };
  await outbox.put({ key, to, body: toJson(message), at });
  await hearingCards.note([{ key, hearing: hearing.id, to, language, ...(asks ? { asks } : {}) }]);
}

/** A change happens once: its messages need no name by which they would be known again. */
const newKey = ({ id }: Hearing) => `hearing:${id}:${randomUUID()}`;
