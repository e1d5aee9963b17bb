import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { deliverJob } from '../jobs/deliver.ts';
import type { Database } from './database.ts';
import { StoreError } from './errors.ts';
import { jobSchema } from './queue.ts';
import { stepsOf, tablesInOrder } from './schema.ts';
import type { Tables } from './tables.ts';

/** A backup is gzipped lines of JSON: a header, one line per row, and an end without which it is not whole. */
export const backupLine = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('header'),
    format: z.literal('vigil-backup-1'),
    takenAt: z.iso.datetime(),
    steps: z.array(z.string()),
  }),
  z.object({ kind: z.literal('row'), table: z.string(), row: z.record(z.string(), z.json()) }),
  z.object({
    kind: z.literal('job'),
    // Turns of the look round have ids that are digests: z.uuid() would take one in eight.
    id: z.guid(),
    name: z.string(),
    data: z.record(z.string(), z.json()),
    dueAt: z.coerce.date(),
  }),
  z.object({ kind: z.literal('end'), lines: z.number() }),
]);
export type BackupLine = z.infer<typeof backupLine>;

export class BackupError extends StoreError {}

/**
 * Writes everything that is in the store, as it is at one moment, to a file that both engines can restore. What is
 * encrypted stays so: without the keys a backup tells no name. Gives the number of rows and jobs.
 */
export async function backUp(database: Database, file: string, now: Date): Promise<number> {
  // A name of its own: what another backup writes, or left when it was killed, is not in the way.
  const draft = `${file}.${randomUUID()}.part`;
  let count = 0;
  try {
    await database.transaction(async tx => {
      await sql`set transaction isolation level repeatable read`.execute(tx);
      const counted = async function* () {
        for await (const line of linesOf(tx, now)) {
          if (line.kind !== 'header') count += 1;
          yield `${JSON.stringify(line)}\n`;
        }
        yield `${JSON.stringify({ kind: 'end', lines: count } satisfies BackupLine)}\n`;
      };
      await pipeline(
        Readable.from(counted()),
        createGzip(),
        createWriteStream(draft, { flags: 'wx', mode: 0o600 }),
      );
    });
    const written = await open(draft, 'r');
    await written.sync();
    await written.close();
    renameSync(draft, file);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw new BackupError(`the backup could not be written to ${file}: ${(cause as Error).message}`, {
      cause,
    });
  }
  clearLeftovers(file, now);
  return count;
}

/** As `draft` is called, behind the name of the backup. */
const draftEnding = /^\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part$/;
/** A backup that is still being written is written to all the time. */
const leftAfter = 24 * 3_600_000;

/** Removes what killed backups to the same file left. Nothing depends on it: the backup is there already. */
function clearLeftovers(file: string, now: Date): void {
  const [folder, name] = [dirname(file), basename(file)];
  try {
    for (const entry of readdirSync(folder)) {
      if (!entry.startsWith(name) || !draftEnding.test(entry.slice(name.length))) continue;
      const path = join(folder, entry);
      if (now.getTime() - statSync(path).mtimeMs >= leftAfter) rmSync(path, { force: true });
    }
  } catch {
    // They stay for the next one.
  }
}

async function* linesOf(
  tx: Transaction<Tables>,
  now: Date,
): AsyncGenerator<Exclude<BackupLine, { kind: 'end' }>> {
  yield {
    kind: 'header',
    format: 'vigil-backup-1',
    takenAt: now.toISOString(),
    steps: await stepsOf(tx),
  };
  for (const table of await tablesInOrder(tx)) {
    const query = sql`select to_json(t)::text as line from ${sql.table(table)} t`;
    for await (const row of rowsOf(tx, query)) yield { kind: 'row', table, row: JSON.parse(row) };
  }
  const jobs = sql`
    select json_build_object('id', id, 'name', coalesce(source_name, name), 'data', data, 'dueAt', start_after)::text as line
    from ${sql.table(`${jobSchema}.job`)}
    where state in ('created', 'retry', 'active') and name <> ${deliverJob.name} and name not like '\\_\\_pgboss%'`;
  for await (const job of rowsOf(tx, jobs)) yield { kind: 'job', ...JSON.parse(job) };
}

const rowsPerFetch = 500;

async function* rowsOf(tx: Transaction<Tables>, query: ReturnType<typeof sql>): AsyncGenerator<string> {
  await sql`declare everything no scroll cursor for ${query}`.execute(tx);
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(rowsPerFetch)} from everything`.execute(tx);
    for (const { line } of rows) yield line;
    if (rows.length < rowsPerFetch) break;
  }
  await sql`close everything`.execute(tx);
}

/** Reads a backup line by line. @throws BackupError when it is not one, or not whole */
export async function* readBackup(file: string): AsyncGenerator<Exclude<BackupLine, { kind: 'end' }>> {
  let count = 0;
  let ended = false;
  try {
    const input = createReadStream(file).on('error', error => unzipped.destroy(error));
    const unzipped = createGunzip();
    for await (const text of createInterface({
      input: input.pipe(unzipped),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      const line = backupLine.parse(JSON.parse(text));
      if (line.kind === 'end') {
        ended = line.lines === count;
        continue;
      }
      if (line.kind !== 'header') count += 1;
      yield line;
    }
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw new BackupError(`${file} cannot be read as a backup: ${(cause as Error).message.slice(0, 200)}`, {
      cause,
    });
  }
  if (!ended) throw new BackupError(`${file} is not a whole backup: its end is missing`);
}
