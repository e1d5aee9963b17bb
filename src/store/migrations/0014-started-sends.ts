import { type Kysely, sql } from 'kysely';

/** Of the messages that a worker has in hand, which ones it began to send: only these may have arrived if it dies. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table outbox add column started boolean not null default false`.execute(db);
  await sql`update outbox set started = true where state = 'sending'`.execute(db);
}
