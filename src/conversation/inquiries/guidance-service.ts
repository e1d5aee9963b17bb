import type { Guidance } from '../../guidelines/guidance.ts';
import type { Publication } from '../../inquiries/commands.ts';
import { evolve } from '../../inquiries/evolve.ts';
import { publish, revoke } from '../../inquiries/publish.ts';
import { publicationOf, revocationOf } from '../../inquiries/record-of.ts';
import { isRefusal, type Refusal } from '../../inquiries/refusals.ts';
import type { By } from '../sign-off/ports.ts';
import { tellRevoked } from './post.ts';
import { conclude, createLookUp, guest, isRepeated, notFound, type ServiceParts } from './service.ts';

/** HQ guidance as the conversation uses it: each command is one commit of state, record and messages. */
export interface GuidanceService {
  publish(
    inquiry: string,
    command: Publication & { readonly progress: number },
    by: By,
  ): Promise<Guidance | Refusal>;
  revoke(reference: string, by: By): Promise<Guidance | Refusal>;
  find(reference: string): Promise<Guidance | undefined>;
  /** Newest first. */
  inForce(): Promise<readonly Guidance[]>;
  /** Whether the person acts for the desk that published it. */
  mayRevoke(guidance: Guidance, by: By): Promise<boolean>;
}

/** @param changed called after something was published or revoked */
export function createGuidanceService(parts: ServiceParts, changed: () => void): GuidanceService {
  const { store, notices } = parts;
  const lookUp = createLookUp(parts);

  /** Only what was committed counts. */
  async function afterwards(outcome: Guidance | Refusal): Promise<Guidance | Refusal> {
    if (!isRefusal(outcome)) changed();
    return outcome;
  }

  return {
    publish: async (reference, command, by) => {
      if (!by.fromHomeTenant) return guest;
      const context = await lookUp(by);
      const outcome = await store.transaction(async (ledgers): Promise<Guidance | Refusal> => {
        const taken = await ledgers.inquiries.take(reference);
        if (!taken) return notFound;
        const published = publish(taken.state, { type: 'publish', ...command }, context);
        if (isRefusal(published)) return published;
        if (await isRepeated(ledgers, by, context.now)) return { refusal: 'repeated-delivery' };
        const number = await ledgers.guidance.nextReference(context.now.getUTCFullYear());
        const guidance = { ...published.guidance, reference: number };
        await ledgers.guidance.add(guidance);
        await ledgers.audit.append(publicationOf(guidance));
        const at = context.now.toISOString();
        const event = { type: 'AnswerPublished', by: by.actor, at, guidance: number } as const;
        const kept = await ledgers.inquiries.save(taken, evolve(taken.state, event), at);
        await conclude(ledgers, event, kept, context, notices);
        return guidance;
      });
      return afterwards(outcome);
    },
    revoke: async (reference, by) => {
      if (!by.fromHomeTenant) return guest;
      const context = await lookUp(by);
      const outcome = await store.transaction(async (ledgers): Promise<Guidance | Refusal> => {
        const taken = await ledgers.guidance.take(reference);
        if (!taken) return notFound;
        const guidance = revoke(taken, context);
        if (isRefusal(guidance)) return guidance;
        if (await isRepeated(ledgers, by, context.now)) return { refusal: 'repeated-delivery' };
        await ledgers.guidance.save(guidance);
        await ledgers.audit.append(revocationOf(guidance));
        await tellRevoked(guidance, { ledgers, directory: context.offices, notices, now: context.now });
        return guidance;
      });
      return afterwards(outcome);
    },
    find: reference => store.guidance.find(reference),
    inForce: () => store.guidance.inForce(),
    mayRevoke: async (guidance, by) => {
      if (!by.fromHomeTenant) return false;
      return !isRefusal(revoke(guidance, await lookUp(by)));
    },
  };
}
