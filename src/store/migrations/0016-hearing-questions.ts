import type { Kysely } from 'kysely';

/** What a card of a hearing asks of its reader, so that it still does after it was put right. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('hearing_card').addColumn('asks', 'text').execute();
}
