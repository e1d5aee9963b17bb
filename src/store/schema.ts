import { sql } from 'kysely';
import type { Executor } from './database.ts';

/** The steps that have brought the schema where it is, in their order. */
export async function stepsOf(db: Executor): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** Vigil's own tables, each after those that it refers to; without those that may vanish in a crash. */
export async function tablesInOrder(db: Executor): Promise<string[]> {
  const { rows } = await sql<{ name: string; refers: string[] }>`
    select relname as name, array(
      select target.relname::text from pg_constraint join pg_class target on target.oid = confrelid
      where conrelid = pg_class.oid and contype = 'f' and confrelid <> conrelid
    ) as refers
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relpersistence = 'p' and relname not like 'kysely%'
    order by relname`.execute(db);
  const ordered: string[] = [];
  const visit = (name: string): void => {
    if (ordered.includes(name)) return;
    for (const target of rows.find(row => row.name === name)?.refers ?? []) visit(target);
    ordered.push(name);
  };
  for (const { name } of rows) visit(name);
  return ordered;
}

/** Lets numbered rows go on after the highest number that was put in by hand. */
export async function resumeNumbering(db: Executor): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES'`.execute(db);
  for (const { table, column } of rows) {
    await sql`
      select setval(pg_get_serial_sequence(${table}, ${column}), coalesce(max(${sql.ref(column)}), 0) + 1, false)
      from ${sql.table(table)}`.execute(db);
  }
}
