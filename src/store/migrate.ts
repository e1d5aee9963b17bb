import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { NewerSchemaError } from './errors.ts';

/**
 * Brings the schema up to date, one process at a time: the others wait for the lock and find it done. All steps are one
 * transaction, so a kill in the middle leaves the schema as it was, and the next start does it again.
 *
 * @throws NewerSchemaError when the database has steps that this version does not know
 */
export async function migrate<Schema>(
  db: Kysely<Schema>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const done = await knownSteps(db, migrations);
  // The usual start: the migrator would ask the catalog a good deal for nothing.
  if (done === Object.keys(migrations).length) return;
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  // A newer version may have come first while this one waited for the lock.
  await knownSteps(db, migrations);
  throw error;
}

/** How many steps the database has. @throws NewerSchemaError when one of them is unknown */
async function knownSteps<Schema>(
  db: Kysely<Schema>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<number> {
  const { rows } = await sql<{ found: string | null }>`
    select to_regclass('kysely_migration')::text as found`.execute(db);
  if (!rows[0]?.found) return 0;
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const unknown = done.rows.map(({ name }) => name).filter(name => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) throw new NewerSchemaError(unknown);
  return done.rows.length;
}
