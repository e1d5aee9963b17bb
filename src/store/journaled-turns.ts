import type { ClaimedMessage, DeliveryResult, OutboxTurns } from '../jobs/deliver.ts';
import { paceAt } from '../jobs/pace.ts';
import { claim, noteAndBegin, retryTimes } from './outbox-claims.ts';
import type { TurnsOptions } from './outbox-turns.ts';
import type { SendingJournal, SendingStep } from './sending-journal.ts';

/** Messages claimed at once: to look for them costs more than to begin one. */
const atOnce = 64;
/** How long the database may lag behind the journal, in milliseconds: the next message of a lane waits for it. */
const lag = 100;
/** Bytes of the journal that call for a fresh one. */
const fullAt = 256 * 1024;

type Sent = Extract<DeliveryResult, { outcome: 'sent' }>;

/**
 * Turns of the one bot that has a folder. Its database takes several milliseconds for a commit and does one at a time,
 * so what begins and what was accepted goes to the journal message by message, and to the database ten times a second.
 * A folder has one process: the pace is kept in its memory.
 */
export function createJournaledTurns(
  {
    database,
    keys,
    wakeAt,
    perSecond = Number.POSITIVE_INFINITY,
    clock = () => performance.now(),
  }: TurnsOptions,
  journal: SendingJournal,
): OutboxTurns {
  const worker = database.engine.presence.id;
  /** Claimed, and not begun. */
  let inHand: readonly ClaimedMessage[] = [];
  /** Accepted, on the journal, not in the database. */
  let unnoted: readonly Sent[] = [];
  const underWay = new Set<string>();
  let starts: readonly number[] = [];
  let committed = Number.NEGATIVE_INFINITY;
  let recovered: Promise<void> | undefined;

  /** Brings the database up to what an earlier process had on its journal. */
  async function recover(): Promise<void> {
    if (journal.size() === 0) return;
    const steps = await journal.read();
    const sent = steps.flatMap(step => ('sent' in step ? resultOf(step) : []));
    const accepted = new Set(sent.map(({ claim }) => claim));
    const begun = steps.flatMap(step => ('begun' in step && !accepted.has(step.begun) ? step.begun : []));
    await database.transaction(tx => noteAndBegin(tx, sent, begun, new Date()));
    await journal.keep([]);
  }

  /** Notes in the database what became of messages, and claims more when too few are in hand. */
  async function commit(results: readonly DeliveryResult[], room: number, now: Date): Promise<void> {
    const all = [...unnoted, ...results];
    inHand = await database.transaction(async tx => {
      await noteAndBegin(tx, all, [], now);
      for (const at of retryTimes(results)) await wakeAt(tx, at);
      if (inHand.length >= room) return inHand;
      const take = Math.max(atOnce, room);
      const mine = [...underWay, ...inHand.map(one => one.claim)];
      const { waiting } = await claim(tx, { take, begin: 0, worker, inHand: mine }, now, keys);
      return [...inHand, ...waiting];
    });
    unnoted = [];
    committed = clock();
    for (const { claim } of results) underWay.delete(claim);
    if (journal.size() > fullAt) await journal.keep([...underWay].map(begun => ({ begun })));
  }

  return {
    turn: async (results, most, now) => {
      recovered ??= recover().catch(error => {
        // The database may be there again at the next turn.
        recovered = undefined;
        throw error;
      });
      await recovered;
      if (results.length === 0 && most === 0) return { begun: [], wait: 0 };
      const pace = paceAt(clock(), perSecond, starts);
      const room = Math.min(most, pace.free);
      const sent = results.filter(result => result.outcome === 'sent');
      const isDue = clock() - committed >= lag;
      const isJournaled = sent.length === results.length && room > 0 && inHand.length >= room && !isDue;
      if (!isJournaled) await commit(results, room, now);
      const begun = inHand.slice(0, room);
      const steps = [
        ...(isJournaled ? sent.map(stepOf) : []),
        ...begun.map(({ claim }) => ({ begun: claim })),
      ];
      if (steps.length > 0) await journal.append(steps);
      if (isJournaled) {
        unnoted = [...unnoted, ...sent];
        for (const { claim } of sent) underWay.delete(claim);
      }
      for (const { claim } of begun) underWay.add(claim);
      inHand = inHand.slice(begun.length);
      starts = [...pace.recent, ...begun.map(clock)];
      return { begun, wait: paceAt(clock(), perSecond, starts).wait };
    },
  };
}

function stepOf({ claim: sent, activityId, conversationId }: Sent): SendingStep {
  return { sent, activityId, conversationId };
}

function resultOf({ sent: claim, activityId, conversationId }: Extract<SendingStep, { sent: string }>): Sent {
  return { claim, outcome: 'sent', activityId, conversationId };
}
