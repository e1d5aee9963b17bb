import { type Kysely, sql } from 'kysely';

/** Messages that answer or change earlier ones; and what people say of the directory beside its file. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('outbox')
    // The message that this one answers or changes.
    .addColumn('target_key', 'text')
    .addColumn('target_as', 'text', column => column.check(sql`target_as in ('reply', 'change')`))
    // Where a message was posted: a new thread has its id from Teams.
    .addColumn('conversation_id', 'text')
    .execute();
  await db.schema
    .createTable('channel_link')
    .addColumn('channel_id', 'text', column => column.primaryKey())
    .addColumn('unit_kind', 'text', column => column.notNull().check(sql`unit_kind in ('desk', 'mission')`))
    .addColumn('unit_id', 'text', column => column.notNull())
    .addColumn('linked_by', 'text', column => column.notNull())
    .addColumn('linked_at', 'timestamptz', column => column.notNull())
    .execute();
  await db.schema
    .createTable('delegation')
    .addColumn('desk_id', 'text', column => column.notNull())
    .addColumn('from_person', 'text', column => column.notNull())
    .addColumn('to_person', 'text', column => column.notNull())
    .addColumn('until_at', 'timestamptz', column => column.notNull())
    .addPrimaryKeyConstraint('delegation_pk', ['desk_id', 'from_person'])
    .execute();
}
