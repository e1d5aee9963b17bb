import { z } from 'zod';
import type { Place } from './database.ts';
import { type KeyRing, readKeyRing } from './encryption.ts';
import { StoreError } from './errors.ts';

const environment = z.object({
  DATA_DIR: z.string().default('.vigil'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_KEYS: z.string().optional(),
});

/**
 * Where the store is and what opens it, as the environment says: `DATABASE_URL` for PostgreSQL, else the folder
 * `DATA_DIR`; `DATA_KEYS` encrypts.
 *
 * @throws StoreError or KeyRingError, worded for the operator and without any secret
 */
export function readStorePlace(
  env: Readonly<Record<string, string | undefined>>,
): Place & { readonly keys?: KeyRing } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new StoreError('DATABASE_URL must be an address such as postgres://vigil@db.example.org/vigil');
  }
  const { DATA_DIR, DATABASE_URL, DATA_KEYS } = parsed.data;
  const keys = DATA_KEYS === undefined ? {} : { keys: readKeyRing(DATA_KEYS) };
  return DATABASE_URL === undefined ? { dataDir: DATA_DIR, ...keys } : { databaseUrl: DATABASE_URL, ...keys };
}
