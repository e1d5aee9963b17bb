import type { Transaction } from 'kysely';
import type { ClaimedMessage, DeliveryResult, OutboxTurns } from '../jobs/deliver.ts';
import type { Database } from './database.ts';
import type { KeyRing } from './encryption.ts';
import { createJournaledTurns } from './journaled-turns.ts';
import { claim, noteAndBegin, retryTimes } from './outbox-claims.ts';
import { holdPace } from './sending-pace.ts';
import type { Tables } from './tables.ts';

export interface TurnsOptions {
  readonly database: Database;
  readonly keys: KeyRing;
  /** Queues the job that looks at the outbox again at the time of a retry. */
  readonly wakeAt: (tx: Transaction<Tables>, at: Date) => Promise<void>;
  /** Messages that may start in a second, in all bots together. */
  readonly perSecond?: number | undefined;
  /** Milliseconds from any moment on; on a server its own clock counts, for those of two machines differ. */
  readonly clock?: () => number;
}

/** Messages claimed at once for each that begins: others should find some too. */
const aheadBy = 8;

/**
 * One worker's turns at the outbox. What begins is marked as begun before it is sent, and what was answered is noted
 * before anything else begins in its place. So after a kill no more messages may have arrived unnoted than were under
 * way; only these are marked as possible repetitions.
 */
export function createOutboxTurns(options: TurnsOptions): OutboxTurns {
  const { journal } = options.database.engine;
  return journal ? createJournaledTurns(options, journal) : createSharedTurns(options);
}

/** Turns of bots that share a server: everything is in the database. */
function createSharedTurns({
  database,
  keys,
  wakeAt,
  perSecond = Number.POSITIVE_INFINITY,
}: TurnsOptions): OutboxTurns {
  const worker = database.engine.presence.id;
  /** Claimed, and not begun. */
  let inHand: readonly ClaimedMessage[] = [];

  async function advance(
    tx: Transaction<Tables>,
    results: readonly DeliveryResult[],
    most: number,
    now: Date,
  ) {
    const first = inHand.slice(0, most);
    const held = await noteAndBegin(
      tx,
      results,
      first.map(({ claim }) => claim),
      now,
    );
    for (const at of retryTimes(results)) await wakeAt(tx, at);
    // One that took too long to get here may be in other hands.
    const begun = first.filter(({ claim }) => held.has(claim));
    const room = most - begun.length;
    if (room === 0) return { begun, left: inHand.slice(first.length) };
    const more = await claim(tx, { take: room * aheadBy, begin: room, worker }, now, keys);
    return { begun: [...begun, ...more.begun], left: more.waiting };
  }

  return {
    turn: async (results, most, now) => {
      if (results.length === 0 && most === 0) return { begun: [], wait: 0 };
      const { left, ...turn } = await database.transaction(async tx => {
        if (most === 0 || perSecond === Number.POSITIVE_INFINITY)
          return { ...(await advance(tx, results, most, now)), wait: 0 };
        const pace = await holdPace(tx, perSecond);
        const { begun, left } = await advance(tx, results, Math.min(most, pace.free), now);
        return { begun, left, wait: await pace.start(begun.length) };
      });
      inHand = left;
      return turn;
    },
  };
}
