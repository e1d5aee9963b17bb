import { type Kysely, sql } from 'kysely';

/** Requests for sign-off, their numbers, and forms that people have begun. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('escalation')
    .addColumn('seq', 'bigint', column => column.primaryKey().generatedByDefaultAsIdentity())
    .addColumn('reference', 'text', column => column.notNull().unique())
    .addColumn('version', 'integer', column => column.notNull())
    .addColumn('status', 'text', column => column.notNull())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('mission', 'text', column => column.notNull())
    .addColumn('requester', 'text', column => column.notNull())
    .addColumn('code_name', 'text', column => column.notNull())
    // Every desk that was ever asked, and those that have still to decide.
    .addColumn('desks', sql`text[]`, column => column.notNull())
    .addColumn('waiting', sql`text[]`, column => column.notNull())
    .addColumn('due_at', 'timestamptz', column => column.notNull())
    .addColumn('updated_at', 'timestamptz', column => column.notNull())
    .addColumn('closed_at', 'timestamptz')
    // The draft that it was sent from: a second sending finds the first by it.
    .addColumn('draft', 'text', column => column.unique())
    // Everything, encrypted.
    .addColumn('state', 'text', column => column.notNull())
    .execute();
  await sql`create index escalation_requester on escalation (requester, seq)`.execute(db);
  await sql`create index escalation_mission on escalation (mission, seq)`.execute(db);
  await sql`create index escalation_waiting on escalation using gin (waiting)`.execute(db);
  await sql`create index escalation_closed on escalation (closed_at) where closed_at is not null`.execute(db);
  await db.schema
    .createTable('escalation_number')
    .addColumn('year', 'integer', column => column.primaryKey())
    .addColumn('last', 'integer', column => column.notNull())
    .execute();
  await db.schema
    .createTable('escalation_draft')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('owner', 'text', column => column.notNull())
    .addColumn('body', 'text', column => column.notNull())
    .addColumn('expires_at', 'timestamptz', column => column.notNull())
    .execute();
}
