import { type Kysely, sql } from 'kysely';

/** When a hearing was held or called off, and whether its notes have had their time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('hearing')
    .addColumn('closed_at', 'timestamptz')
    .addColumn('purged', 'boolean', column => column.notNull().defaultTo(false))
    .execute();
  await sql`update hearing set closed_at = now() where state in ('held', 'cancelled')`.execute(db);
}
