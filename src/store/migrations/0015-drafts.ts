import { type Kysely, sql } from 'kysely';

/** Forms of every kind are drafts, not only those of requests for sign-off. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table escalation_draft rename to draft`.execute(db);
}
