import { sql, type Transaction } from 'kysely';
import { sealNewRecord } from './audit-ledger.ts';
import { BackupError, type BackupLine, readBackup } from './backup.ts';
import type { Database } from './database.ts';
import type { KeyRing } from './encryption.ts';
import { checkKeys } from './key-check.ts';
import type { Queue } from './queue.ts';
import { resumeNumbering, stepsOf, tablesInOrder } from './schema.ts';
import type { Tables } from './tables.ts';
import { hearingReminders } from './troubled-jobs.ts';

/** What a restore brought back. */
export interface Restored {
  readonly rows: number;
  /** Jobs that are due later and will run. */
  readonly jobs: number;
  /** Messages and jobs that may have been sent or run after the backup: an operator decides on each. */
  readonly heldMessages: number;
  readonly heldJobs: number;
}

type Row = Extract<BackupLine, { kind: 'row' }>;
type QueuedJob = Extract<BackupLine, { kind: 'job' }>;

const rowsPerInsert = 500;

/**
 * Puts a backup into an empty store, whole or not at all. Nothing is sent because of it: what waited when the backup was
 * taken may have gone out since, and is held.
 *
 * @throws BackupError when the store is not empty, or the backup is damaged or of another schema; MissingKeyError or
 *   WrongKeyError when the ring does not open what is in it
 */
export async function restore(
  database: Database,
  queue: Queue,
  keys: KeyRing,
  file: string,
  now: Date,
): Promise<Restored> {
  await queue.admit(await jobNamesIn(file));
  return database.transaction(async tx => {
    await refuseUsed(tx);
    const tables = await tablesInOrder(tx);
    await sql`delete from key_check`.execute(tx);
    let [rows, jobs, heldJobs] = [0, 0, 0];
    let batch: Row[] = [];
    const flush = async () => {
      await insertRows(tx, batch);
      rows += batch.length;
      batch = [];
    };
    let sawHeader = false;
    for await (const line of readBackup(file)) {
      if (line.kind === 'header') await refuseOtherSchema(tx, line.steps);
      else if (!sawHeader) throw new BackupError(`${file} does not begin as a backup does`);
      sawHeader = true;
      if (line.kind === 'row') {
        if (!tables.includes(line.table)) throw new BackupError(`${file} has rows of an unknown table`);
        if (batch.length === rowsPerInsert || (batch[0] && batch[0].table !== line.table)) await flush();
        batch.push(line);
      } else if (line.kind === 'job') {
        await flush();
        if (await restoreJob(tx, queue, line, now)) jobs += 1;
        else heldJobs += 1;
      }
    }
    await flush();
    heldJobs += await holdDues(tx, now);
    await checkKeys(tx, keys);
    await sealNewRecord(tx, keys);
    await resumeNumbering(tx);
    const held = await tx
      .updateTable('outbox')
      .set({
        state: 'held',
        error: 'restored from a backup: it may have been sent since',
        may_be_repeated: true,
        claim: null,
        claimed_until: null,
        claimed_by: null,
      })
      .where('state', 'in', ['pending', 'sending'])
      .executeTakeFirst();
    return { rows, jobs, heldJobs, heldMessages: Number(held.numUpdatedRows) };
  });
}

/** Reads all of the backup once, so that a damaged one is found before anything is changed. */
async function jobNamesIn(file: string): Promise<string[]> {
  const names = new Set<string>();
  for await (const line of readBackup(file)) if (line.kind === 'job') names.add(line.name);
  return [...names];
}

async function refuseUsed(tx: Transaction<Tables>): Promise<void> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from audit_entry) or exists (select from outbox) or exists (select from preference)
      or exists (select from conversation) as used`.execute(tx);
  if (rows[0]?.used) {
    throw new BackupError(
      'the store has data: a backup is restored into a new DATA_DIR or an empty database',
    );
  }
}

async function refuseOtherSchema(tx: Transaction<Tables>, steps: readonly string[]): Promise<void> {
  const own = await stepsOf(tx);
  if (own.join() === steps.join()) return;
  const newer = steps.some(step => !own.includes(step));
  throw new BackupError(
    newer
      ? 'the backup was made by a newer version of Vigil: restore it with that version'
      : 'the backup was made by an older version of Vigil: restore it with that version, then start this one on it',
  );
}

async function insertRows(tx: Transaction<Tables>, lines: readonly Row[]): Promise<void> {
  const [first] = lines;
  if (!first) return;
  const table = sql.table(first.table);
  const rows = JSON.stringify(lines.map(({ row }) => row));
  // The head of the record is there from the beginning, and is never removed.
  if (first.table === 'audit_head') {
    await sql`
      update audit_head set seq = given.seq, link = given.link, seal = given.seal
      from json_populate_recordset(null::audit_head, ${rows}::json) given`.execute(tx);
    return;
  }
  await sql`
    insert into ${table} overriding system value
    select * from json_populate_recordset(null::${table}, ${rows}::json)`.execute(tx);
}

/** A job whose time has come since may have run. True when it is queued, false when it is held. */
async function restoreJob(
  tx: Transaction<Tables>,
  queue: Queue,
  { id, name, data, dueAt }: QueuedJob,
  now: Date,
): Promise<boolean> {
  if (dueAt > now) {
    await queue.requeue(tx, { id, name, data, at: dueAt });
    return true;
  }
  await tx
    .insertInto('held_job')
    .values({ id, name, data: sql`${JSON.stringify(data)}::json`, due_at: dueAt })
    .execute();
  return false;
}

/** Reminders and questions whose time has come since may have been sent. Gives how many hearings they are about. */
async function holdDues(tx: Transaction<Tables>, now: Date): Promise<number> {
  const { rows } = await sql`
    with overdue as (
      update hearing_due set settled_at = ${now} where settled_at is null and due_at <= ${now}
      returning hearing_id, revision, key, due_at
    )
    insert into held_job (id, name, data, due_at)
    select gen_random_uuid(), ${hearingReminders}::text, json_build_object('hearing', hearing_id, 'dues',
      json_agg(json_build_object('revision', revision, 'key', key))), min(due_at)
    from overdue group by hearing_id
    returning id`.execute(tx);
  return rows.length;
}
