import { type RawBuilder, sql } from 'kysely';
import { renewSeal } from './audit-ledger.ts';
import type { Database } from './database.ts';
import { draftsBoundTo } from './drafts.ts';
import type { KeyRing } from './encryption.ts';
import { forgetOldKeys } from './key-check.ts';

/** A column that holds ciphertexts; `row` is the SQL for what stands as the row in their associated data. */
interface EncryptedColumn {
  readonly table: string;
  /** The table in their associated data, where that is another. */
  readonly boundTo?: string;
  readonly column: string;
  readonly row: RawBuilder<string>;
}

/** Every encrypted column of the schema. */
const encryptedColumns: readonly EncryptedColumn[] = [
  { table: 'audit_text', column: 'ciphertext', row: sql`seq || '/' || name` },
  { table: 'outbox', column: 'body', row: sql`key` },
  { table: 'hearing', column: 'notes', row: sql`id` },
  { table: 'escalation', column: 'state', row: sql`reference` },
  { table: 'draft', boundTo: draftsBoundTo, column: 'body', row: sql`id` },
  { table: 'inquiry', column: 'state', row: sql`reference` },
  { table: 'guidance', column: 'state', row: sql`reference` },
];

const rowsPerBatch = 200;

/**
 * Encrypts again, with the ring's current key, everything that has an older one, in small transactions beside the
 * running work; then the older keys are needed no more. Can be stopped and started again.
 *
 * @returns how many values were encrypted again
 * @throws MissingKeyError or WrongKeyError when the ring does not open one of them
 */
export async function rotateKeys(database: Database, keys: KeyRing): Promise<number> {
  let count = 0;
  for (const place of encryptedColumns) {
    for (let done = rowsPerBatch; done === rowsPerBatch; count += done) {
      done = await rotateBatch(database, keys, place);
    }
  }
  await database.transaction(tx => renewSeal(tx, keys));
  await forgetOldKeys(database.db, keys);
  return count;
}

async function rotateBatch(database: Database, keys: KeyRing, place: EncryptedColumn): Promise<number> {
  const { table, boundTo = table, column, row } = place;
  const [tableName, columnName] = [sql.table(table), sql.ref(column)];
  return database.transaction(async tx => {
    const { rows } = await sql<{ row: string; ciphertext: string }>`
      select ${row} as "row", ${columnName} as ciphertext from ${tableName}
      where ${columnName} is not null and split_part(${columnName}, '.', 2) <> ${keys.current}
      limit ${sql.lit(rowsPerBatch)} for update`.execute(tx);
    const renewed = rows.map(old => {
      const cell = { table: boundTo, column, row: old.row };
      return { row: old.row, ciphertext: keys.encrypt(keys.decrypt(old.ciphertext, cell), cell) };
    });
    await sql`
      update ${tableName} set ${columnName} = renewed.ciphertext
      from json_to_recordset(${JSON.stringify(renewed)}::json) as renewed ("row" text, ciphertext text)
      where ${row} = renewed."row"`.execute(tx);
    return rows.length;
  });
}
