import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { longestAsked } from '../jobs/after-failure.ts';
import type { ClaimedMessage, DeliveryResult } from '../jobs/deliver.ts';
import type { Destination, Target } from '../jobs/messenger.ts';
import type { Json } from '../record/canonical-json.ts';
import type { KeyRing } from './encryption.ts';
import { presenceLock } from './engine.ts';
import { bodyCell } from './outbox.ts';
import type { Tables } from './tables.ts';

/**
 * How long a claim holds: three times a send's deadline, by the database's clock, for those of two machines differ. A
 * worker whose death the database notices loses its messages to the others at once.
 */
const claimEnd = sql`clock_timestamp() + interval '30 seconds'`;

/**
 * Notes results and marks what begins now, in one statement. Both count only while their claims do: what came after the
 * claim ran out is somebody else's to say, and to send.
 *
 * @returns the claims of what begins
 */
export async function noteAndBegin(
  tx: Transaction<Tables>,
  results: readonly DeliveryResult[],
  beginning: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (results.length + beginning.length === 0) return new Set();
  const noted = results.map(result => ({
    claim: result.claim,
    state: result.outcome === 'retry' ? 'pending' : result.outcome,
    due: result.outcome === 'retry' ? result.at.toISOString() : null,
    activity: result.outcome === 'sent' ? result.activityId : null,
    conversation: result.outcome === 'sent' ? result.conversationId : null,
    error: result.outcome === 'sent' ? null : result.error,
    repeated: result.outcome !== 'sent' && result.mayBeRepeated,
  }));
  const begun = beginning.map(claim => ({ claim, state: 'sending', repeated: false }));
  const { rows } = await sql<{ claim: string | null }>`
    update outbox set
      state = step.state,
      started = step.state = 'sending',
      attempts = attempts + (not started)::integer,
      due_at = coalesce(step.due, due_at),
      activity_id = step.activity,
      conversation_id = step.conversation,
      error = step.error,
      may_be_repeated = may_be_repeated or step.repeated,
      body = case when step.state = 'sent' then null else body end,
      finished_at = case when step.state in ('pending', 'sending') then null else ${now}::timestamptz end,
      claim = case when step.state = 'sending' then outbox.claim end,
      claimed_until = case when step.state = 'sending' then ${claimEnd} end,
      claimed_by = case when step.state = 'sending' then claimed_by end
    from json_to_recordset(${JSON.stringify([...noted, ...begun])}::json)
      as step (
        claim text, state text, due timestamptz, activity text, conversation text, error text, repeated boolean
      )
    where outbox.seq = split_part(step.claim, '/', 2)::bigint
      and outbox.claim = step.claim and outbox.state = 'sending'
    returning outbox.claim`.execute(tx);
  return new Set(rows.flatMap(({ claim }) => claim ?? []));
}

/** One wake-up per second is enough for any number of retries. */
export function retryTimes(results: readonly DeliveryResult[]): Date[] {
  const seconds = results.flatMap(result =>
    result.outcome === 'retry' ? [Math.ceil(result.at.getTime() / 1_000)] : [],
  );
  return [...new Set(seconds)].map(second => new Date(second * 1_000));
}

export interface ClaimRequest {
  readonly take: number;
  /** How many of them are marked as begun in the same commit. */
  readonly begin: number;
  /** The number of this process's presence. */
  readonly worker: number;
  /**
   * The claims that this worker has in hand, which stay there, whatever the time; another one of its is of a commit whose
   * answer was lost. Where it does not say, its claims end like those of others.
   */
  readonly inHand?: readonly string[];
}

/** What was claimed, in the order of putting. */
export interface Claimed {
  readonly begun: readonly ClaimedMessage[];
  readonly waiting: readonly ClaimedMessage[];
}

/**
 * Takes the first waiting message of each lane, when it is due and nobody alive has it. It steps through the index from
 * lane to lane, so that a long backlog in one costs nothing. A row that another worker is just taking is passed over;
 * one that it has taken meanwhile has had another attempt, which PostgreSQL checks again when it locks a row.
 *
 * A first try waits for no time, and no pause is longer than the longest: what is due later still was put in, or tried,
 * before the clock was set back.
 */
export async function claim(
  tx: Transaction<Tables>,
  { take, begin, worker, inHand }: ClaimRequest,
  now: Date,
  keys: KeyRing,
): Promise<Claimed> {
  const batch = randomUUID();
  const { rows } = await sql<ClaimedRow>`
    with recursive alive as materialized (
      select objid::bigint as worker from pg_locks
      where locktype = 'advisory' and classid = ${presenceLock}::oid and objsubid = 2 and granted
        and database = (select oid from pg_database where datname = current_database())
      union all select ${worker}
    ), lanes as (
      (select lane from outbox where state in ('pending', 'sending') order by lane limit 1)
      union all
      select (
        select lane from outbox where state in ('pending', 'sending') and lane > lanes.lane order by lane limit 1
      ) from lanes where lanes.lane is not null
    ), first as (
      select head.seq, head.state, head.claim, head.attempts from lanes cross join lateral (
        select * from outbox
        where lane = lanes.lane and state in ('pending', 'sending') order by seq limit 1
      ) as head
      where head.state = 'pending'
          and (head.attempts = 0 or head.due_at <= ${now} or head.due_at > ${new Date(now.getTime() + longestAsked)})
        or head.state = 'sending' and case when head.claimed_by = ${inHand ? worker : null}
          then head.claim <> all (${inHand ?? []}::text[])
          else head.claimed_until <= clock_timestamp()
            or not exists (select from alive where alive.worker = head.claimed_by)
        end
      order by head.seq limit ${take}
    ), taken as (
      select outbox.seq, outbox.state = 'sending' and outbox.started as may_have_come
      from first join outbox using (seq)
      where outbox.state = first.state and outbox.claim is not distinct from first.claim
        and outbox.attempts = first.attempts
        -- What a newer key encrypted is for the bots that have it; what shows no key opens nowhere.
        and split_part(outbox.body, '.', 2) = any (${[...keys.keyIds, '']}::text[])
      for update of outbox skip locked
    ), ordered as (
      select seq, may_have_come, row_number() over (order by seq) <= ${begin} as begins from taken
    )
    update outbox set
      state = 'sending',
      started = ordered.begins,
      attempts = attempts + ordered.begins::integer,
      may_be_repeated = may_be_repeated or ordered.may_have_come,
      claim = ${batch}::text || '/' || outbox.seq,
      claimed_until = ${claimEnd},
      claimed_by = ${worker}
    from ordered where outbox.seq = ordered.seq
    returning outbox.seq, outbox.claim, outbox.key, to_kind, to_id, body, attempts, started, may_be_repeated, target_as,
      (select activity_id from outbox as target where target.key = outbox.target_key) as target_activity,
      (select conversation_id from outbox as target where target.key = outbox.target_key) as target_conversation
  `.execute(tx);
  const begun: ClaimedMessage[] = [];
  const waiting: ClaimedMessage[] = [];
  const unreadable: DeliveryResult[] = [];
  for (const row of rows.toSorted((one, other) => Number(one.seq) - Number(other.seq))) {
    const { claim, started, may_be_repeated: mayBeRepeated } = row;
    const body = bodyOf(row, keys);
    if (body !== undefined) (started ? begun : waiting).push(read(row, body));
    else unreadable.push({ claim, outcome: 'dead', error: 'what it says does not open', mayBeRepeated });
  }
  await noteAndBegin(tx, unreadable, [], now);
  return { begun, waiting };
}

function read(row: ClaimedRow, body: Json): ClaimedMessage {
  return {
    claim: row.claim,
    key: row.key,
    to: { kind: row.to_kind, id: row.to_id },
    body,
    attempt: row.started ? row.attempts : row.attempts + 1,
    mayBeRepeated: row.may_be_repeated,
    ...(row.target_as ? { target: targetOf(row.target_as, row) } : {}),
  };
}

/** What a message says; undefined when it is damaged: one such must not hold up all the others. */
function bodyOf({ key, body }: ClaimedRow, keys: KeyRing): Json | undefined {
  try {
    // Only we could have encrypted it; the messenger checks what it says.
    return JSON.parse(keys.decrypt(body, bodyCell(key))) as Json;
  } catch {
    return undefined;
  }
}

/** A message goes out only when those before it in its lane are settled: by then its target stands somewhere, or never will. */
function targetOf(as: Target['as'], { target_activity, target_conversation }: ClaimedRow): Target {
  return target_activity && target_conversation
    ? { as, posted: { activityId: target_activity, conversationId: target_conversation } }
    : { as };
}

interface ClaimedRow {
  readonly seq: string | number;
  readonly claim: string;
  readonly key: string;
  readonly to_kind: Destination['kind'];
  readonly to_id: string;
  readonly body: string;
  readonly attempts: number;
  readonly started: boolean;
  readonly may_be_repeated: boolean;
  readonly target_as: Target['as'] | null;
  readonly target_activity: string | null;
  readonly target_conversation: string | null;
}
