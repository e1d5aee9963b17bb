import { type Kysely, sql } from 'kysely';

/** Questions to Headquarters, the guidance published from their answers, and counts of what was not answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('inquiry')
    .addColumn('seq', 'bigint', column => column.primaryKey().generatedByDefaultAsIdentity())
    .addColumn('reference', 'text', column => column.notNull().unique())
    .addColumn('version', 'integer', column => column.notNull())
    .addColumn('status', 'text', column =>
      column.notNull().check(sql`status in ('open', 'answered', 'withdrawn')`),
    )
    .addColumn('asker', 'text', column => column.notNull())
    .addColumn('desk', 'text', column => column.notNull())
    // The form that it was sent from: a second sending finds the first by it.
    .addColumn('form', 'text', column => column.notNull().unique())
    .addColumn('updated_at', 'timestamptz', column => column.notNull())
    // Everything, encrypted.
    .addColumn('state', 'text', column => column.notNull())
    .execute();
  await sql`create index inquiry_asker on inquiry (asker, seq)`.execute(db);
  await sql`create index inquiry_open on inquiry (desk, seq) where status = 'open'`.execute(db);
  await db.schema
    .createTable('guidance')
    .addColumn('seq', 'bigint', column => column.primaryKey().generatedByDefaultAsIdentity())
    .addColumn('reference', 'text', column => column.notNull().unique())
    .addColumn('revoked_at', 'timestamptz')
    // Everything, encrypted.
    .addColumn('state', 'text', column => column.notNull())
    .execute();
  await sql`create index guidance_in_force on guidance (seq) where revoked_at is null`.execute(db);
  // The last number of each kind of reference in a year.
  await db.schema
    .createTable('inquiry_number')
    .addColumn('kind', 'text', column => column.notNull().check(sql`kind in ('inquiry', 'guidance')`))
    .addColumn('year', 'integer', column => column.notNull())
    .addColumn('last', 'integer', column => column.notNull())
    .addPrimaryKeyConstraint('inquiry_number_pk', ['kind', 'year'])
    .execute();
  await db.schema
    .createTable('unanswered')
    .addColumn('month', 'text', column => column.notNull())
    .addColumn('subject', 'text', column => column.notNull())
    .addColumn('language', 'text', column => column.notNull())
    .addColumn('count', 'integer', column => column.notNull())
    .addPrimaryKeyConstraint('unanswered_pk', ['month', 'subject', 'language'])
    .execute();
}
