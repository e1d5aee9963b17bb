import type { DirectoryNow } from '../../directory/open.ts';
import { waitingDesks } from '../../escalations/escalation.ts';
import type { Place } from '../../escalations/follow-ups.ts';
import type { SignOffStore } from '../../escalations/ports.ts';
import { subjectOf } from '../../escalations/record-of.ts';
import { isStillWanted, type Reminder } from '../../escalations/reminders.ts';
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
 * stage on to them or the head as well. However often it is called, each reminder is given once.
 */
export function createRemindDesk({ store, directory, notices, now }: ReminderParts) {
  return async (reminder: Reminder): Promise<void> => {
    const at = now();
    const people = await directory();
    await store.transaction(async ledgers => {
      const kept = await ledgers.escalations.take(reminder.reference);
      if (!kept || !isStillWanted(reminder, kept.state, at)) return;
      const { state } = kept;
      const desk = people.desk(reminder.desk);
      const place: Place = { at: 'desk', desk: reminder.desk };
      const address = await addressOf(place, state, people, ledgers);
      if (!desk || !address) return;
      const { stage, revision } = reminder;
      const key = `${state.reference} desk ${desk.id} r${revision} ${stage}${reminder.before ?? ''}`;
      const isFirst = await ledgers.outbox.put({
        key,
        to: address.to,
        lane: laneOf(state, place),
        target: { key: openingKey(state, place), as: 'reply' },
        body: toJson(notices.reminder(state, stage, people, address.language)),
        at,
      });
      if (!isFirst) return;
      const person = {
        'duty-officer': desk.dutyOfficer,
        head: desk.head,
        'due-soon': undefined,
        due: undefined,
      }[stage];
      // A desk without a channel is its duty officer's chat, where it has just been said.
      if (person !== undefined && person !== address.to.id) {
        const own = await personAddress(person, desk, ledgers);
        const body = toJson(notices.reminder(state, stage, people, own.language));
        await ledgers.outbox.put({ key: `${key} in person`, to: own.to, body, at });
      }
      await ledgers.audit.append({
        at,
        actor: 'vigil',
        subject: subjectOf(state.reference),
        event: 'ReminderGiven',
        facts: { desk: desk.id, stage, revision, waiting: [...waitingDesks(state)] },
      });
    });
  };
}
