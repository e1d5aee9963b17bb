import { type Kysely, sql } from 'kysely';

/** Which messages show a hearing, so that a change reaches them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('hearing_card')
    // The message's key in the outbox.
    .addColumn('key', 'text', column => column.primaryKey())
    .addColumn('hearing_id', 'text', column => column.notNull().references('hearing.id'))
    .addColumn('seq', 'bigint', column => column.notNull().generatedByDefaultAsIdentity())
    .addColumn('to_kind', 'text', column =>
      column.notNull().check(sql`to_kind in ('channel', 'groupChat', 'person')`),
    )
    .addColumn('to_id', 'text', column => column.notNull())
    .addColumn('language', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createIndex('hearing_card_of_hearing')
    .on('hearing_card')
    .columns(['hearing_id', 'seq'])
    .execute();
}
