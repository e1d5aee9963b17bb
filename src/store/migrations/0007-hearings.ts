import { type Kysely, sql } from 'kysely';

/** The calendar of hearings, who follows what, and what is to be done for hearings at a time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('hearing')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('case_name', 'text', column => column.notNull())
    .addColumn('mission', 'text', column => column.notNull())
    .addColumn('state', 'text', column =>
      column.notNull().check(sql`state in ('scheduled', 'to-be-announced', 'cancelled', 'held')`),
    )
    .addColumn('starts_at', 'timestamptz')
    .addColumn('zone_data', 'text', column => column.notNull())
    .addColumn('attended_by', sql`text[]`, column => column.notNull())
    .addColumn('hearing', 'text', column => column.notNull())
    // Encrypted.
    .addColumn('notes', 'text')
    .execute();
  await db.schema
    .createIndex('hearing_by_case')
    .on('hearing')
    .columns(['case_name', 'starts_at', 'id'])
    .execute();
  await db.schema
    .createIndex('hearing_by_mission')
    .on('hearing')
    .columns(['mission', 'starts_at', 'id'])
    .execute();
  await db.schema.createIndex('hearing_by_time').on('hearing').columns(['starts_at', 'id']).execute();
  await sql`create index hearing_by_attendee on hearing using gin (attended_by)`.execute(db);
  await db.schema
    .createTable('hearing_number')
    .addColumn('year', 'integer', column => column.primaryKey())
    .addColumn('last', 'integer', column => column.notNull())
    .execute();
  await db.schema
    .createTable('follower')
    .addColumn('kind', 'text', column =>
      column.notNull().check(sql`kind in ('channel', 'groupChat', 'person')`),
    )
    .addColumn('id', 'text', column => column.notNull())
    .addColumn('offsets', sql`text[]`, column => column.notNull())
    .addColumn('language', 'text', column => column.notNull())
    .addColumn('zone', 'text', column => column.notNull())
    .addColumn('digest_at', 'timestamptz')
    // SHA-256 of the secret in the feed's address.
    .addColumn('feed_digest', 'text', column => column.unique())
    .addPrimaryKeyConstraint('follower_pk', ['kind', 'id'])
    .execute();
  await sql`create index follower_digest on follower (digest_at) where digest_at is not null`.execute(db);
  await db.schema
    .createTable('follow')
    .addColumn('follower_kind', 'text', column => column.notNull())
    .addColumn('follower_id', 'text', column => column.notNull())
    .addColumn('target_kind', 'text', column =>
      column.notNull().check(sql`target_kind in ('case', 'mission')`),
    )
    .addColumn('target_id', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('follow_pk', ['follower_kind', 'follower_id', 'target_kind', 'target_id'])
    .addForeignKeyConstraint('follow_by_follower', ['follower_kind', 'follower_id'], 'follower', [
      'kind',
      'id',
    ])
    .execute();
  await db.schema
    .createIndex('follow_by_target')
    .on('follow')
    .columns(['target_kind', 'target_id'])
    .execute();
  await db.schema
    .createTable('hearing_due')
    .addColumn('hearing_id', 'text', column => column.notNull().references('hearing.id'))
    .addColumn('revision', 'integer', column => column.notNull())
    .addColumn('key', 'text', column => column.notNull())
    .addColumn('errand', 'text', column => column.notNull())
    .addColumn('due_at', 'timestamptz', column => column.notNull())
    .addColumn('settled_at', 'timestamptz')
    .addPrimaryKeyConstraint('hearing_due_pk', ['hearing_id', 'revision', 'key'])
    .execute();
  await sql`create index hearing_due_open on hearing_due (due_at) where settled_at is null`.execute(db);
}
