import type { By, Notices } from '../../../src/conversation/sign-off/ports.ts';
import { createRemindDesk } from '../../../src/conversation/sign-off/remind-desk.ts';
import { createSendDigests } from '../../../src/conversation/sign-off/send-digests.ts';
import { createSignOff } from '../../../src/conversation/sign-off/service.ts';
import type { Delegation } from '../../../src/directory/directory.ts';
import type { Kept, SignOffStore } from '../../../src/escalations/ports.ts';
import { isRefusal, type Refusal } from '../../../src/escalations/refusals.ts';
import type { Reminder } from '../../../src/escalations/reminders.ts';
import type { Messenger } from '../../../src/jobs/messenger.ts';
import { withReminders } from '../../../src/jobs/remind-desk.ts';
import type { Store } from '../../../src/store/store.ts';
import { noon, officesWith, policy } from '../../escalations/world.ts';

/** Notices that say in a few plain words which one they are. */
export const plainNotices: Notices = {
  deskCard: (request, _desk, _, language) => ({
    language,
    text: `card ${request.status} r${request.revision}`,
  }),
  missionCard: (request, _, language) => ({ language, text: `card ${request.status} r${request.revision}` }),
  threadReply: (event, _request, _, language) => ({ language, text: `${event.type} by ${event.by}` }),
  missionNotice: (event, _request, _, language) => ({ language, text: `${event.type} by ${event.by}` }),
  reminder: (_request, { stage, audience }, _, language) => ({
    language,
    text: `reminder ${stage} for ${audience}`,
  }),
  digest: ({ waiting, count }, _, language) => ({
    language,
    text: `${waiting.map(({ request, overdue }) => `${request.reference}${overdue ? '!' : ''}`).join(' ')} of ${count}`,
  }),
};

/**
 * Sign-off on a store, with the small ministry of the rules' tests, a clock that stands until it is moved, and the reminders
 * that were planned.
 */
export function openOffice(store: Store, delegations: readonly Delegation[] = []) {
  const clock = { now: noon };
  const planned: Reminder[] = [];
  const parts = {
    store: noting(withReminders(store), planned),
    directory: async () => officesWith(delegations),
    policy,
    hasPassage: () => true,
    notices: plainNotices,
    now: () => clock.now,
  };
  return {
    clock,
    planned,
    signOff: createSignOff(parts),
    remindDesk: createRemindDesk(parts),
    sendDigests: createSendDigests(parts),
  };
}

/** The store, and a list of the reminders that are planned in it. */
function noting(store: SignOffStore, planned: Reminder[]): SignOffStore {
  return {
    ...store,
    transaction: work =>
      store.transaction(ledgers =>
        work({
          ...ledgers,
          reminders: {
            plan: async reminder => {
              const { at: _, ...data } = reminder;
              planned.push(data);
              await ledgers.reminders.plan(reminder);
            },
          },
        }),
      ),
  };
}

export const by = (actor: string, press?: string): By => ({
  actor,
  fromHomeTenant: true,
  ...(press === undefined ? {} : { press }),
});

/** What was accepted; a refusal fails the test. */
export function accepted(outcome: Kept | Refusal): Kept {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** A message that begins something, as Teams shows it now. */
export interface Thread {
  readonly to: string;
  now: string;
  readonly replies: string[];
}

/** Teams: threads by the key of their first message, in the order in which they began. */
export function createTeamsFake() {
  const threads = new Map<string, Thread>();
  const messenger: Messenger = {
    send: async ({ key, to, body, target }) => {
      const { language, text } = body as { language: string; text: string };
      const said = language === 'en' ? text : `[${language}] ${text}`;
      const posted = target?.posted;
      if (target && !posted) throw new Error(`${key} came before what it belongs to`);
      if (!posted) threads.set(key, { to: `${to.kind} ${to.id}`, now: said, replies: [] });
      const thread = threads.get(posted?.activityId ?? key);
      if (!thread) throw new Error(`there is no ${posted?.activityId}`);
      if (target?.as === 'reply') thread.replies.push(said);
      if (target?.as === 'change') thread.now = said;
      return { activityId: posted?.activityId ?? key, conversationId: to.id };
    },
  };
  return { threads, messenger };
}

/** Waits until everything in the outbox has gone. */
export async function settled(store: Store): Promise<void> {
  for (;;) {
    const { waiting, troubled } = await store.outboxTrouble.count();
    if (troubled > 0) throw new Error(`${troubled} messages could not be sent`);
    if (waiting === 0) return;
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
