import type { Kysely } from 'kysely';

/** Jobs that came due between a backup and its restore: they may have run, so an operator decides. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('held_job')
    .addColumn('id', 'uuid', column => column.primaryKey())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('data', 'json', column => column.notNull())
    .addColumn('due_at', 'timestamptz', column => column.notNull())
    .execute();
}
