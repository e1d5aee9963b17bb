import { type Kysely, sql } from 'kysely';
import { genesis } from '../../record/chain.ts';

/** The audit record, which is only ever added to, and the proof that the keys of the data are the right ones. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_entry')
    .addColumn('seq', 'bigint', column => column.primaryKey())
    .addColumn('at', 'timestamptz', column => column.notNull())
    .addColumn('actor', 'text', column => column.notNull())
    .addColumn('subject_kind', 'text', column => column.notNull())
    .addColumn('subject_id', 'text', column => column.notNull())
    .addColumn('event', 'text', column => column.notNull())
    // Text, not jsonb, which would change what was hashed.
    .addColumn('facts', 'text', column => column.notNull())
    .addColumn('digests', 'text', column => column.notNull())
    .addColumn('link', 'text', column => column.notNull().unique())
    .execute();
  await db.schema
    .createIndex('audit_entry_by_subject')
    .on('audit_entry')
    .columns(['subject_kind', 'subject_id', 'seq'])
    .execute();
  await db.schema
    .createTable('audit_text')
    .addColumn('seq', 'bigint', column => column.notNull().references('audit_entry.seq'))
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('ciphertext', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('audit_text_pk', ['seq', 'name'])
    .execute();
  await db.schema
    .createTable('audit_head')
    .addColumn('id', 'integer', column => column.primaryKey().check(sql`id = 1`))
    .addColumn('seq', 'bigint', column => column.notNull())
    .addColumn('link', 'text', column => column.notNull())
    .addColumn('seal', 'text', column => column.notNull())
    .execute();
  await sql`insert into audit_head values (1, 0, ${genesis.link}, '')`.execute(db);
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = '42501';
    end $$`.execute(db);
  await sql`
    create trigger append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change()`.execute(db);
  await sql`
    create trigger never_removed before delete or truncate on audit_head
    for each statement execute function refuse_change()`.execute(db);
  await db.schema
    .createTable('key_check')
    .addColumn('key_id', 'text', column => column.primaryKey())
    .addColumn('ciphertext', 'text', column => column.notNull())
    .execute();
}
