import { type Kysely, sql } from 'kysely';

/** What Vigil keeps between turns: choices, welcomes, feedback, deliveries already seen, and where to write to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('preference')
    .addColumn('person_id', 'text', column => column.primaryKey())
    .addColumn('language', 'text', column => column.notNull().check(sql`language in ('en', 'fr')`))
    .execute();
  await db.schema
    .createTable('welcome')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('claimed_at', 'timestamptz', column => column.notNull().defaultTo(sql`now()`))
    .execute();
  await db.schema
    .createTable('feedback')
    .addColumn('id', 'bigint', column => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('verdict', 'text', column => column.notNull().check(sql`verdict in ('up', 'down')`))
    .addColumn('edition', 'text', column => column.notNull())
    .addColumn('passage_ids', sql`text[]`, column => column.notNull())
    .addColumn('language', 'text', column => column.notNull())
    .addColumn('at', 'timestamptz', column => column.notNull())
    .execute();
  await db.schema
    .createTable('seen_activity')
    .addColumn('key', 'text', column => column.primaryKey())
    .addColumn('seen_at', 'timestamptz', column => column.notNull())
    .execute();
  await db.schema.createIndex('seen_activity_by_age').on('seen_activity').column('seen_at').execute();
  await db.schema
    .createTable('conversation')
    .addColumn('kind', 'text', column =>
      column.notNull().check(sql`kind in ('person', 'channel', 'thread', 'groupChat')`),
    )
    .addColumn('id', 'text', column => column.notNull())
    .addColumn('conversation_id', 'text', column => column.notNull())
    .addColumn('tenant_id', 'text', column => column.notNull())
    .addColumn('service_url', 'text', column => column.notNull())
    .addColumn('locale', 'text')
    .addColumn('updated_at', 'timestamptz', column => column.notNull())
    .addPrimaryKeyConstraint('conversation_pk', ['kind', 'id'])
    .execute();
}
