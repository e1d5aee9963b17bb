import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { ClaimedMessage, DeliveryResult, OutboxTurns } from '../jobs/deliver.ts';
import type { Destination, Target } from '../jobs/messenger.ts';
import type { Database } from './database.ts';
import type { KeyRing } from './encryption.ts';
import { presenceLock } from './engine.ts';
import { bodyCell } from './outbox.ts';
import { holdPace } from './sending-pace.ts';
import type { Tables } from './tables.ts';

/**
 * How long a claim holds, in milliseconds: three times a send's deadline. A worker whose death the database notices
 * loses its messages to the others at once.
 */
const claimLasts = 30_000;

/**
 * @param wakeAt queues the job that looks at the outbox again at the time of a retry
 * @param perSecond messages that may start in a second, in all bots together
 */
export function createOutboxTurns(
  database: Database,
  keys: KeyRing,
  wakeAt: (tx: Transaction<Tables>, at: Date) => Promise<void>,
  perSecond = Number.POSITIVE_INFINITY,
): OutboxTurns {
  const self = database.engine.presence.id;
  return {
    turn: async (results, take, now) => {
      if (results.length === 0 && take === 0) return { claimed: [], wait: 0 };
      return database.transaction(async tx => {
        await note(tx, results, now);
        for (const at of retryTimes(results)) await wakeAt(tx, at);
        if (take === 0) return { claimed: [], wait: 0 };
        if (perSecond === Number.POSITIVE_INFINITY)
          return { claimed: await claim(tx, take, now, self, keys), wait: 0 };
        const pace = await holdPace(tx, perSecond);
        if (pace.free === 0) return { claimed: [], wait: pace.wait };
        const claimed = await claim(tx, Math.min(take, pace.free), now, self, keys);
        return { claimed, wait: await pace.start(claimed.length) };
      });
    },
  };
}

/** A result counts only while its claim does: what came after the claim ran out is somebody else's to say. */
async function note(tx: Transaction<Tables>, results: readonly DeliveryResult[], now: Date): Promise<void> {
  if (results.length === 0) return;
  const rows = results.map(result => ({
    claim: result.claim,
    state: result.outcome === 'retry' ? 'pending' : result.outcome,
    due: result.outcome === 'retry' ? result.at.toISOString() : null,
    activity: result.outcome === 'sent' ? result.activityId : null,
    conversation: result.outcome === 'sent' ? result.conversationId : null,
    error: result.outcome === 'sent' ? null : result.error,
    repeated: result.outcome !== 'sent' && result.mayBeRepeated,
  }));
  await sql`
    update outbox set
      state = result.state,
      due_at = coalesce(result.due, due_at),
      activity_id = result.activity,
      conversation_id = result.conversation,
      error = result.error,
      may_be_repeated = may_be_repeated or result.repeated,
      body = case when result.state = 'sent' then null else body end,
      finished_at = case when result.state = 'pending' then null else ${now}::timestamptz end,
      claim = null,
      claimed_until = null,
      claimed_by = null
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as result (
        claim text, state text, due timestamptz, activity text, conversation text, error text, repeated boolean
      )
    where outbox.seq = split_part(result.claim, '/', 2)::bigint
      and outbox.claim = result.claim and outbox.state = 'sending'`.execute(tx);
}

/** One wake-up per second is enough for any number of retries. */
function retryTimes(results: readonly DeliveryResult[]): Date[] {
  const seconds = results.flatMap(result =>
    result.outcome === 'retry' ? [Math.ceil(result.at.getTime() / 1_000)] : [],
  );
  return [...new Set(seconds)].map(second => new Date(second * 1_000));
}

/**
 * Takes the first waiting message of each lane, when it is due and nobody alive has it. It steps through the index from
 * lane to lane, so that a long backlog in one costs nothing. A row that another worker is just taking is passed over;
 * one that it has taken meanwhile has had another attempt, which PostgreSQL checks again when it locks a row.
 */
async function claim(
  tx: Transaction<Tables>,
  take: number,
  now: Date,
  self: number,
  keys: KeyRing,
): Promise<ClaimedMessage[]> {
  const batch = randomUUID();
  const until = new Date(now.getTime() + claimLasts);
  const { rows } = await sql<ClaimedRow>`
    with recursive alive as materialized (
      select objid::bigint as worker from pg_locks
      where locktype = 'advisory' and classid = ${presenceLock}::oid and objsubid = 2 and granted
        and database = (select oid from pg_database where datname = current_database())
      union all select ${self}
    ), lanes as (
      (select lane from outbox where state in ('pending', 'sending') order by lane limit 1)
      union all
      select (
        select lane from outbox where state in ('pending', 'sending') and lane > lanes.lane order by lane limit 1
      ) from lanes where lanes.lane is not null
    ), first as (
      select head.seq, head.state, head.attempts from lanes cross join lateral (
        select * from outbox
        where lane = lanes.lane and state in ('pending', 'sending') order by seq limit 1
      ) as head
      where head.state = 'pending' and head.due_at <= ${now}
        or head.state = 'sending' and (head.claimed_until <= ${now} or not exists (
          select from alive where worker = head.claimed_by
        ))
      order by head.seq limit ${take}
    ), taken as (
      select outbox.seq, outbox.state from first join outbox using (seq)
      where outbox.state = first.state and outbox.attempts = first.attempts
      for update of outbox skip locked
    )
    update outbox set
      state = 'sending',
      attempts = attempts + 1,
      may_be_repeated = may_be_repeated or taken.state = 'sending',
      claim = ${batch}::text || '/' || outbox.seq,
      claimed_until = ${until},
      claimed_by = ${self}
    from taken where outbox.seq = taken.seq
    returning outbox.claim, outbox.key, to_kind, to_id, body, attempts, may_be_repeated, target_as,
      (select activity_id from outbox as target where target.key = outbox.target_key) as target_activity,
      (select conversation_id from outbox as target where target.key = outbox.target_key) as target_conversation
  `.execute(tx);
  return rows.map(row => ({
    claim: row.claim,
    key: row.key,
    to: { kind: row.to_kind, id: row.to_id },
    body: z.json().parse(JSON.parse(keys.decrypt(row.body, bodyCell(row.key)))),
    attempt: row.attempts,
    mayBeRepeated: row.may_be_repeated,
    ...(row.target_as ? { target: targetOf(row.target_as, row) } : {}),
  }));
}

/** A message goes out only when those before it in its lane are settled: by then its target stands somewhere, or never will. */
function targetOf(as: Target['as'], { target_activity, target_conversation }: ClaimedRow): Target {
  return target_activity && target_conversation
    ? { as, posted: { activityId: target_activity, conversationId: target_conversation } }
    : { as };
}

interface ClaimedRow {
  readonly claim: string;
  readonly key: string;
  readonly to_kind: Destination['kind'];
  readonly to_id: string;
  readonly body: string;
  readonly attempts: number;
  readonly may_be_repeated: boolean;
  readonly target_as: Target['as'] | null;
  readonly target_activity: string | null;
  readonly target_conversation: string | null;
}
