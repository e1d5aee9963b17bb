import type { Directory } from '../../directory/directory.ts';
import type { DirectoryNow } from '../../directory/open.ts';
import { mayRead } from '../../escalations/authority.ts';
import type { Context } from '../../escalations/context.ts';
import { decide } from '../../escalations/decide.ts';
import type { Escalation } from '../../escalations/escalation.ts';
import type { EscalationEvent } from '../../escalations/events.ts';
import { evolve } from '../../escalations/evolve.ts';
import { followUps } from '../../escalations/follow-ups.ts';
import { openRequest } from '../../escalations/open-request.ts';
import type { Policy } from '../../escalations/policy.ts';
import type { Kept, SignOffLedgers, SignOffStore } from '../../escalations/ports.ts';
import { recordOf, subjectOf } from '../../escalations/record-of.ts';
import { isRefusal, type Refusal } from '../../escalations/refusals.ts';
import type { By, Notices, SignOff } from './ports.ts';
import { postFollowUps } from './post.ts';

export interface SignOffParts {
  readonly store: SignOffStore;
  readonly directory: DirectoryNow;
  readonly policy: Policy;
  readonly hasPassage: (id: string) => boolean;
  readonly notices: Notices;
  readonly now: () => Date;
}

const guest = { refusal: 'guest' } as const;
const notFound = { refusal: 'not-found' } as const;

/**
 * Sign-off: looks people up, then decides, keeps, records and tells in one commit. Nothing here uses the network; what is
 * told waits in the outbox.
 */
export function createSignOff({ store, directory, policy, hasPassage, notices, now }: SignOffParts): SignOff {
  /** The directory is read before the transaction, in which only its own ledgers may be used. */
  async function lookUp({ actor }: By): Promise<Context & { readonly offices: Directory }> {
    return { actor, now: now(), policy, hasPassage, offices: await directory() };
  }

  /** Everything that an accepted command leads to, after its state was kept. */
  async function conclude(
    ledgers: SignOffLedgers,
    before: Escalation | undefined,
    events: readonly EscalationEvent[],
    kept: Kept,
    context: Context & { readonly offices: Directory },
  ): Promise<Kept> {
    const { reference, kind } = kept.state;
    await ledgers.audit.append(...events.map(event => recordOf(event, reference, kind, policy)));
    await postFollowUps(followUps(before, events, kept.state), kept, {
      ledgers,
      directory: context.offices,
      notices,
      policy,
      now: context.now,
    });
    return kept;
  }

  /** Only what was accepted is remembered: a press that was refused may come again and be right. */
  async function isRepeated({ seenActivities }: SignOffLedgers, by: By, at: Date): Promise<boolean> {
    return by.press !== undefined && !(await seenActivities.claim(`sign-off ${by.press}`, at));
  }

  async function becomeOf(
    draft: string,
    { escalations }: Pick<SignOffStore, 'escalations'>,
  ): Promise<Refusal> {
    const reference = await escalations.sentAs(draft);
    return reference === undefined ? { refusal: 'draft-gone' } : { refusal: 'already-sent', reference };
  }

  async function readable(reference: string, by: By, context: Context): Promise<Kept | Refusal> {
    if (!by.fromHomeTenant) return guest;
    const kept = await store.escalations.find(reference);
    return kept && mayRead(kept.state, context) ? kept : notFound;
  }

  return {
    checkOpening: async (command, by) => {
      if (!by.fromHomeTenant) return guest;
      const outcome = openRequest(command, await lookUp(by));
      return isRefusal(outcome) ? outcome : undefined;
    },
    checkChange: async (reference, command, by) => {
      if (!by.fromHomeTenant) return guest;
      const context = await lookUp(by);
      const kept = await store.escalations.find(reference);
      const outcome = kept ? decide(kept.state, command, context) : notFound;
      return isRefusal(outcome) ? outcome : undefined;
    },
    open: async (command, draft, by) => {
      if (!by.fromHomeTenant) return guest;
      const context = await lookUp(by);
      const outcome = openRequest(command, context);
      if (isRefusal(outcome)) return outcome;
      return store.transaction(async (ledgers): Promise<Kept | Refusal> => {
        if (draft !== undefined && !(await ledgers.drafts.drop(draft, by.actor))) {
          return becomeOf(draft, ledgers);
        }
        if (await isRepeated(ledgers, by, context.now)) return { refusal: 'repeated-delivery' };
        const reference = await ledgers.escalations.nextReference(context.now.getUTCFullYear());
        const opened = { ...outcome.opened, reference };
        const kept = await ledgers.escalations.add(evolve(undefined, opened), draft);
        return conclude(ledgers, undefined, [opened], kept, context);
      });
    },
    change: async (reference, command, by) => {
      if (!by.fromHomeTenant) return guest;
      const context = await lookUp(by);
      return store.transaction(async (ledgers): Promise<Kept | Refusal> => {
        const taken = await ledgers.escalations.take(reference);
        if (!taken) return notFound;
        const outcome = decide(taken.state, command, context);
        if (isRefusal(outcome)) return outcome;
        if (await isRepeated(ledgers, by, context.now)) return { refusal: 'repeated-delivery' };
        const state = outcome.events.reduce<Escalation>(evolve, taken.state);
        const kept = await ledgers.escalations.save(taken, state, context.now.toISOString());
        return conclude(ledgers, taken.state, outcome.events, kept, context);
      });
    },
    read: async (reference, by) => readable(reference, by, await lookUp(by)),
    readDetails: async (reference, by) => {
      const context = await lookUp(by);
      const found = await readable(reference, by, context);
      if (isRefusal(found)) return found;
      await store.transaction(({ audit }) =>
        audit.append({
          at: context.now,
          actor: by.actor,
          subject: subjectOf(reference),
          event: 'DetailsShown',
          facts: { revision: found.state.revision },
        }),
      );
      return found;
    },
    list: async (query, by) => {
      const { offices, now: at } = await lookUp(by);
      const mine = by.fromHomeTenant ? by.actor : '';
      return store.escalations.list({
        ...query,
        within: {
          missions: offices.missions.filter(({ id }) => offices.servesAt(id, mine)).map(({ id }) => id),
          desks: offices.desks.filter(({ id }) => offices.actsFor(id, mine, at)).map(({ id }) => id),
        },
      });
    },
    keepDraft: (id, body, by) => store.drafts.keep({ id, owner: by.actor, body }, now()),
    sentDraft: id => becomeOf(id, store),
    findDraft: (id, by) => store.drafts.find(id, by.actor, now()),
    dropDraft: async (id, by) => {
      await store.drafts.drop(id, by.actor);
    },
  };
}
