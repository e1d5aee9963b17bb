import { type Kysely, sql } from 'kysely';

/** Who has a message in hand: the number of a living process, or of one that died with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table outbox add column claimed_by integer`.execute(db);
}
