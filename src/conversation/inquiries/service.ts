import type { Directory } from '../../directory/directory.ts';
import type { DirectoryNow } from '../../directory/open.ts';
import type { Context } from '../../inquiries/context.ts';
import { ask, decide, mayRead } from '../../inquiries/decide.ts';
import type { InquiryEvent } from '../../inquiries/events.ts';
import { evolve } from '../../inquiries/evolve.ts';
import type { Inquiry } from '../../inquiries/inquiry.ts';
import type { InquiryLedgers, InquiryStore, Kept } from '../../inquiries/ports.ts';
import { recordOf } from '../../inquiries/record-of.ts';
import { isRefusal, type Refusal } from '../../inquiries/refusals.ts';
import type { By } from '../sign-off/ports.ts';
import type { InquiryNotices, InquiryService } from './ports.ts';
import { postFollowUps } from './post.ts';

export interface ServiceParts {
  readonly store: InquiryStore;
  readonly directory: DirectoryNow;
  readonly hasSection: Context['hasSection'];
  readonly notices: InquiryNotices;
  readonly now: () => Date;
}

export const guest = { refusal: 'guest' } as const;
export const notFound = { refusal: 'not-found' } as const;

/** What an accepted event leads to, in its own commit: it goes on record, and those who wait for it are told. */
export async function conclude(
  ledgers: InquiryLedgers,
  event: InquiryEvent,
  kept: Kept,
  context: Context & { readonly offices: Directory },
  notices: InquiryNotices,
): Promise<void> {
  await ledgers.audit.append(recordOf(event, kept.state.reference));
  await postFollowUps(event, kept, { ledgers, directory: context.offices, notices, now: context.now });
}

/** Only what was accepted is remembered: a press that was refused may come again and be right. */
export async function isRepeated({ seenActivities }: InquiryLedgers, by: By, at: Date): Promise<boolean> {
  return by.press !== undefined && !(await seenActivities.claim(`inquiry ${by.press}`, at));
}

/** Looks people up before a transaction, in which only its own ledgers may be used. */
export function createLookUp({ directory, hasSection, now }: Omit<ServiceParts, 'store' | 'notices'>) {
  return async ({ actor }: By): Promise<Context & { readonly offices: Directory }> => {
    return { actor, now: now(), hasSection, offices: await directory() };
  };
}

/**
 * Questions to Headquarters: looks people up, then decides, keeps, records and tells in one commit. Nothing here uses
 * the network; what is told waits in the outbox.
 */
export function createInquiryService(parts: ServiceParts): InquiryService {
  const { store, notices } = parts;
  const lookUp = createLookUp(parts);
  return {
    deskFor: async by => {
      if (!by.fromHomeTenant) return guest;
      const { offices } = await lookUp(by);
      const desk = offices.deskFor('human-rights', offices.official(by.actor)?.mission ?? '');
      return desk ? { desk: desk.id } : { refusal: 'no-desk' };
    },
    ask: async (command, form, by) => {
      if (!by.fromHomeTenant) return guest;
      const context = await lookUp(by);
      const outcome = ask(command, context);
      if (isRefusal(outcome)) return outcome;
      return store.transaction(async (ledgers): Promise<Inquiry | Refusal> => {
        // Of two who send one form at the same time, the second waits here until the first has.
        const isFirst = await ledgers.seenActivities.claim(`inquiry form ${form}`, context.now);
        const sent = await ledgers.inquiries.sentAs(form);
        if (sent !== undefined) return { refusal: 'already-sent', reference: sent };
        if (!isFirst || (await isRepeated(ledgers, by, context.now))) {
          return { refusal: 'repeated-delivery' };
        }
        const reference = await ledgers.inquiries.nextReference(context.now.getUTCFullYear());
        const event = { ...outcome.asked, reference };
        const kept = await ledgers.inquiries.add(evolve(undefined, event), form, event.at);
        await conclude(ledgers, event, kept, context, notices);
        return kept.state;
      });
    },
    change: async (reference, command, by) => {
      if (!by.fromHomeTenant) return guest;
      const context = await lookUp(by);
      return store.transaction(async (ledgers): Promise<Inquiry | Refusal> => {
        const taken = await ledgers.inquiries.take(reference);
        if (!taken) return notFound;
        const event = decide(taken.state, command, context);
        if (isRefusal(event)) return event;
        if (await isRepeated(ledgers, by, context.now)) return { refusal: 'repeated-delivery' };
        const kept = await ledgers.inquiries.save(taken, evolve(taken.state, event), event.at);
        await conclude(ledgers, event, kept, context, notices);
        return kept.state;
      });
    },
    read: async (reference, by) => {
      if (!by.fromHomeTenant) return guest;
      const kept = await store.inquiries.find(reference);
      return kept && mayRead(kept.state, await lookUp(by)) ? kept.state : notFound;
    },
    list: async (by, most, after) => {
      if (!by.fromHomeTenant) return { found: [], count: 0 };
      const { actor, offices, now } = await lookUp(by);
      const desks = offices.desks.filter(({ id }) => offices.actsFor(id, actor, now)).map(({ id }) => id);
      return store.inquiries.list({ asker: actor, openAt: desks, most, after });
    },
  };
}
