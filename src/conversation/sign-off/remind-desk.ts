import type { DirectoryNow } from '../../directory/open.ts';
import type { Desk } from '../../directory/unit.ts';
import { waitingDesks } from '../../escalations/escalation.ts';
import type { Place } from '../../escalations/follow-ups.ts';
import type { SignOffStore } from '../../escalations/ports.ts';
import { subjectOf } from '../../escalations/record-of.ts';
import { fateOf, type Reminder, type Stage } from '../../escalations/reminders.ts';
import type { Language } from '../../i18n/language.ts';
import { toJson } from '../reply.ts';
import type { Notices } from './ports.ts';
import { addressOf, laneOf, openingKey, personAddress } from './post.ts';

export interface ReminderParts {
  readonly store: SignOffStore;
  readonly directory: DirectoryNow;
  readonly notices: Pick<Notices, 'reminder'>;
  readonly now: () => Date;
}

/**
 * Gives a reminder whose time has come, if it is still wanted: in the thread of the desk, and from the duty officer's
 * stage on to them or the head as well. Where the next one is due too, the thread is told by that one alone. However often
 * it is called, each reminder is given once.
 */
export function createRemindDesk({ store, directory, notices, now }: ReminderParts) {
  return async (reminder: Reminder): Promise<void> => {
    const at = now();
    const people = await directory();
    await store.transaction(async ledgers => {
      const kept = await ledgers.escalations.take(reminder.reference);
      const fate = kept ? fateOf(reminder, kept.state, at) : 'dropped';
      if (!kept || fate === 'dropped') return;
      const { state } = kept;
      const desk = people.desk(reminder.desk);
      const place: Place = { at: 'desk', desk: reminder.desk };
      const address = await addressOf(place, state, people, ledgers);
      if (!desk || !address) return;
      const { stage, revision, since, before = '' } = reminder;
      const turn = since === undefined ? `r${revision}` : `r${revision} ${since}`;
      const key = `${state.reference} desk ${desk.id} ${turn} ${stage}${before}`;
      if (!(await ledgers.seenActivities.claim(`reminder ${key}`, at))) return;

      const say = (audience: 'desk' | 'person', language: Language) =>
        toJson(notices.reminder(state, { stage, desk, audience }, people, language));
      const person = toldInPerson(stage, desk);
      // A desk without a channel is its duty officer's chat, where it is said to them.
      const isTheirChat = person !== undefined && person === address.to.id;
      if (fate === 'given') {
        await ledgers.outbox.put({
          key,
          to: address.to,
          lane: laneOf(state, place),
          target: { key: openingKey(state, place), as: 'reply' },
          body: say(isTheirChat ? 'person' : 'desk', address.language),
          at,
        });
      }
      // The head, whom the next one tells, is not told twice.
      const isToldNext = fate === 'folded' && person === desk.head;
      if (person !== undefined && !isTheirChat && !isToldNext) {
        const own = await personAddress(person, desk, ledgers);
        await ledgers.outbox.put({
          key: `${key} in person`,
          to: own.to,
          body: say('person', own.language),
          at,
        });
      }
      await ledgers.audit.append({
        at,
        actor: 'vigil',
        subject: subjectOf(state.reference),
        event: fate === 'given' ? 'ReminderGiven' : 'ReminderFolded',
        facts: { desk: desk.id, stage, revision, waiting: [...waitingDesks(state)] },
      });
    });
  };
}

/** Who is told beside the thread. */
function toldInPerson(stage: Stage, { dutyOfficer, head }: Desk): string | undefined {
  switch (stage) {
    case 'due-soon':
    case 'due':
      return undefined;
    case 'duty-officer':
      return dutyOfficer;
    case 'head':
      return head;
  }
}
