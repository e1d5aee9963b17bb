import type { Directory } from '../../directory/directory.ts';
import type { Unit } from '../../directory/unit.ts';
import type { Escalation } from '../../escalations/escalation.ts';
import { type FollowUp, type Place, placeName } from '../../escalations/follow-ups.ts';
import { deadlineOf, kindOf, type Policy } from '../../escalations/policy.ts';
import type { Kept, SignOffLedgers, SignOffMessage } from '../../escalations/ports.ts';
import { planReminders } from '../../escalations/reminders.ts';
import type { Language } from '../../i18n/language.ts';
import { toJson } from '../reply.ts';
import type { Notices } from './ports.ts';

/** Where messages of a place go, and in which language. */
export interface Address {
  readonly to: SignOffMessage['to'];
  readonly language: Language;
}

/** What posting needs beside the request. */
export interface Posting {
  readonly ledgers: SignOffLedgers;
  readonly directory: Directory;
  readonly notices: Notices;
  readonly policy: Policy;
  readonly now: Date;
}

/** Puts everything that follows from a change in the outbox and the queue, within the change's own commit. */
export async function postFollowUps(
  followUps: readonly FollowUp[],
  kept: Kept,
  posting: Posting,
): Promise<void> {
  for (const [index, followUp] of followUps.entries()) {
    if (followUp.do === 'plan-reminders') await plan(followUp.desk, kept.state, posting);
    else await post(followUp, `v${kept.version} ${index}`, kept.state, posting);
  }
}

async function post(
  followUp: Exclude<FollowUp, { do: 'plan-reminders' }>,
  suffix: string,
  state: Escalation,
  { ledgers, directory, notices, now }: Posting,
): Promise<void> {
  const { place } = followUp;
  const address = await addressOf(place, state, directory, ledgers);
  // A desk that has left the directory has nowhere to be told.
  if (!address) return;
  const { to, language } = address;
  const message =
    followUp.do === 'tell'
      ? (place.at === 'desk' ? notices.threadReply : notices.missionNotice)(
          followUp.event,
          state,
          directory,
          language,
        )
      : place.at === 'desk'
        ? notices.deskCard(state, place.desk, directory, language)
        : notices.missionCard(state, directory, language);
  if (!message) return;
  const opening = openingKey(state, place);
  await ledgers.outbox.put({
    to,
    body: toJson(message),
    at: now,
    lane: laneOf(state, place),
    ...(followUp.do === 'post-card'
      ? { key: opening }
      : {
          key: `${state.reference} ${placeName(place)} ${suffix}`,
          target: { key: opening, as: followUp.do === 'tell' ? 'reply' : 'change' },
        }),
  });
}

async function plan(desk: string, state: Escalation, posting: Posting): Promise<void> {
  const { ledgers, directory, policy, now } = posting;
  const kind = kindOf(policy, state.kind);
  const timeZone = directory.desk(desk)?.timeZone;
  if (!kind || !timeZone) return;
  const deadline = deadlineOf(policy, kind, state.urgency);
  for (const reminder of planReminders(state, desk, deadline, policy.quietHours, timeZone, now)) {
    await ledgers.reminders.plan(reminder);
  }
}

/** The key of the message that begins a thread: there is one for each place, for ever. */
export function openingKey({ reference }: Escalation, place: Place): string {
  return `${reference} ${placeName(place)} card`;
}

/** Messages of one thread go one after the other. */
export function laneOf({ reference }: Escalation, place: Place): string {
  return `${reference} ${placeName(place)}`;
}

/** Where a place is now; undefined when the directory knows it no more. */
export async function addressOf(
  place: Place,
  state: Escalation,
  directory: Directory,
  ledgers: Pick<SignOffLedgers, 'preferences'>,
): Promise<Address | undefined> {
  if (place.at === 'requester') {
    return personAddress(place.person, directory.mission(state.mission), ledgers);
  }
  const desk = directory.desk(place.desk);
  return desk && unitAddress(desk, ledgers);
}

/** A unit without a channel is spoken to through its duty officer. */
export async function unitAddress(
  unit: Unit,
  ledgers: Pick<SignOffLedgers, 'preferences'>,
): Promise<Address> {
  const { channel, language } = unit;
  return channel === undefined
    ? personAddress(unit.dutyOfficer, unit, ledgers)
    : { to: { kind: isGroupChat(channel) ? 'groupChat' : 'channel', id: channel }, language };
}

/** A person in their own language, or in that of their unit. */
export async function personAddress(
  person: string,
  unit: Unit | undefined,
  { preferences }: Pick<SignOffLedgers, 'preferences'>,
): Promise<Address> {
  const language = (await preferences.languageOf(person)) ?? unit?.language ?? 'en';
  return { to: { kind: 'person', id: person }, language };
}

/** Teams ends the ids of group chats so, and those of channels with `@thread.tacv2` or `@thread.skype`. */
function isGroupChat(id: string): boolean {
  return id.endsWith('@thread.v2');
}
