import type { Executor } from './database.ts';
import { type KeyRing, MissingKeyError, WrongKeyError } from './encryption.ts';

const proof = 'this key opens the data of Vigil';
const cellOf = (keyId: string) => ({ table: 'key_check', column: 'ciphertext', row: keyId });

/**
 * Refuses a ring that does not open the data: each key in use has left a proof beside them.
 *
 * @throws MissingKeyError or WrongKeyError
 */
export async function checkKeys(db: Executor, keys: KeyRing): Promise<void> {
  const rows = await db.selectFrom('key_check').selectAll().execute();
  for (const { key_id: keyId, ciphertext } of rows) {
    if (!keys.keyIds.includes(keyId)) throw new MissingKeyError(keyId);
    if (keys.decrypt(ciphertext, cellOf(keyId)) !== proof) throw new WrongKeyError(keyId);
  }
  if (rows.some(row => row.key_id === keys.current)) return;
  await db
    .insertInto('key_check')
    .values({ key_id: keys.current, ciphertext: keys.encrypt(proof, cellOf(keys.current)) })
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

/** Says that nothing is encrypted any more with a key other than the current one: the others may leave the ring. */
export async function forgetOldKeys(db: Executor, keys: KeyRing): Promise<void> {
  await db.deleteFrom('key_check').where('key_id', '!=', keys.current).execute();
}
