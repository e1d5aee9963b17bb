import type { Directory } from '../../directory/directory.ts';
import type { DirectoryNow } from '../../directory/open.ts';
import type { Unit } from '../../directory/unit.ts';
import { digestDay } from '../../escalations/digest.ts';
import type { Policy } from '../../escalations/policy.ts';
import type { EscalationQuery, SignOffStore } from '../../escalations/ports.ts';
import { toJson } from '../reply.ts';
import type { Notices } from './ports.ts';
import { unitAddress } from './post.ts';

export interface DigestParts {
  readonly store: SignOffStore;
  readonly directory: DirectoryNow;
  readonly policy: Policy;
  readonly notices: Pick<Notices, 'digest'>;
  readonly now: () => Date;
}

/** Requests in one digest at most: more would not fit a card, and nobody would read them. Those that are due first are shown. */
const longest = 30;

/**
 * Tells each desk and each mission once a day what waits, in its own morning; nothing where nothing waits. To be called
 * every few minutes.
 */
export function createSendDigests({ store, directory, policy, notices, now }: DigestParts) {
  return async (): Promise<void> => {
    const at = now();
    const people = await directory();
    for (const desk of people.desks)
      await send(`desk ${desk.id}`, desk, { waitingFor: [desk.id] }, people, at);
    for (const mission of people.missions) {
      await send(`mission ${mission.id}`, mission, { mission: mission.id, open: true }, people, at);
    }
  };

  async function send(
    name: string,
    unit: Unit,
    query: Omit<EscalationQuery, 'most'>,
    people: Directory,
    at: Date,
  ): Promise<void> {
    const day = digestDay(at, unit.timeZone, policy.digestAt, policy.quietHours);
    if (day === undefined) return;
    const key = `sign-off digest ${name} ${day}`;
    await store.transaction(async ledgers => {
      // Also where nothing waits: what comes later in the morning is told by its own card.
      if (!(await ledgers.seenActivities.claim(key, at))) return;
      const { found, count } = await ledgers.escalations.list({ ...query, byDue: true, most: longest });
      if (found.length === 0) return;
      const waiting = found.map(({ state }) => ({ request: state, overdue: new Date(state.due) <= at }));
      const { to, language } = await unitAddress(unit, ledgers);
      const message = notices.digest({ waiting, count }, people, language);
      await ledgers.outbox.put({ key, to, body: toJson(message), at });
    });
  }
}
