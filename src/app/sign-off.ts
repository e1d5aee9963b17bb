import type { LinkTo } from '../cards/links.ts';
import { createNotices } from '../conversation/sign-off/notices.ts';
import { createRemindDesk } from '../conversation/sign-off/remind-desk.ts';
import { createSendDigests } from '../conversation/sign-off/send-digests.ts';
import { createSignOff } from '../conversation/sign-off/service.ts';
import { createSignOffConversation, type SignOffConversation } from '../conversation/sign-off/sign-off.ts';
import type { DirectoryNow } from '../directory/open.ts';
import type { Policy } from '../escalations/policy.ts';
import { type Edition, passageOf } from '../guidelines/edition.ts';
import { remindDeskJob, withReminders } from '../jobs/remind-desk.ts';
import type { Store } from '../store/store.ts';
import { createTell } from './tell.ts';

/** What sign-off keeps, queues and sends through. */
export type SignOffMemory = Pick<
  Store,
  'escalations' | 'drafts' | 'transaction' | 'conversations' | 'directoryNotes' | 'runner'
>;

export interface SignOffParts {
  readonly store: SignOffMemory;
  readonly directory: DirectoryNow;
  readonly policy: Policy;
  readonly edition: Edition;
  readonly linkTo: LinkTo;
  readonly now: () => Date;
}

/** Sign-off, put together: what people say and press, and what is done by the clock. */
export interface SignOffApp {
  readonly conversation: SignOffConversation;
  /** Takes up reminders of desks, until the store is closed. */
  start(): Promise<void>;
  /** Sends the digests that are due; to be called every few minutes. */
  lookRound(): Promise<void>;
}

export function assembleSignOff({
  store,
  directory,
  policy,
  edition,
  linkTo,
  now,
}: SignOffParts): SignOffApp {
  const notices = createNotices(policy, edition, linkTo);
  const kept = withReminders(store);
  const hasPassage = (id: string) => passageOf(edition, id) !== undefined;
  const signOff = createSignOff({ store: kept, directory, policy, hasPassage, notices, now });

  const { tell, canTell } = createTell(store, now);

  const conversation = createSignOffConversation(
    { signOff, directory, policy, edition, linkTo, now, canTell, tell },
    {
      link: (link, by, at) =>
        store.transaction(async ({ directoryNotes, audit }) => {
          await directoryNotes.link(link, by, at);
          const { kind, id } = link.unit;
          const subject = { kind, id };
          await audit.append({
            at,
            actor: by,
            subject,
            event: 'ChannelLinked',
            facts: { channel: link.channel },
          });
        }),
      delegate: (delegation, at) =>
        store.transaction(async ({ directoryNotes, audit }) => {
          await directoryNotes.delegate(delegation);
          const { desk, from, to, until } = delegation;
          const subject = { kind: 'desk', id: desk };
          const facts = { to, until: until.toISOString() };
          await audit.append({ at, actor: from, subject, event: 'DecisionsDelegated', facts });
        }),
      endDelegation: (desk, from, at) =>
        store.transaction(async ({ directoryNotes, audit }) => {
          const ended = await directoryNotes.endDelegation(desk, from);
          const subject = { kind: 'desk', id: desk };
          if (ended) await audit.append({ at, actor: from, subject, event: 'DelegationEnded', facts: {} });
          return ended;
        }),
    },
  );

  return {
    conversation,
    start: () =>
      store.runner.handle(remindDeskJob, createRemindDesk({ store: kept, directory, notices, now })),
    lookRound: createSendDigests({ store: kept, directory, policy, notices, now }),
  };
}
