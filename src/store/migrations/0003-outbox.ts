import { type Kysely, sql } from 'kysely';

/** Messages on their way out, and for ever the keys of those that went. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('seq', 'bigint', column => column.primaryKey().generatedByDefaultAsIdentity())
    .addColumn('key', 'text', column => column.notNull().unique())
    // Messages of one lane go in their order.
    .addColumn('lane', 'text', column => column.notNull())
    .addColumn('to_kind', 'text', column => column.notNull())
    .addColumn('to_id', 'text', column => column.notNull())
    // Encrypted; gone when the message is sent or dropped.
    .addColumn('body', 'text')
    .addColumn('state', 'text', column =>
      column.notNull().check(sql`state in ('pending', 'sending', 'sent', 'dead', 'held', 'dropped')`),
    )
    .addColumn('attempts', 'integer', column => column.notNull().defaultTo(0))
    .addColumn('may_be_repeated', 'boolean', column => column.notNull().defaultTo(false))
    .addColumn('due_at', 'timestamptz', column => column.notNull())
    .addColumn('claim', 'text')
    .addColumn('claimed_until', 'timestamptz')
    .addColumn('activity_id', 'text')
    .addColumn('error', 'text')
    .addColumn('created_at', 'timestamptz', column => column.notNull())
    .addColumn('finished_at', 'timestamptz')
    .execute();
  await sql`create index outbox_waiting on outbox (lane, seq) where state in ('pending', 'sending')`.execute(
    db,
  );
  await sql`create index outbox_trouble on outbox (seq) where state in ('dead', 'held')`.execute(db);
}
