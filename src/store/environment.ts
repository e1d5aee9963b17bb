import { z } from 'zod';
import { retentionDays } from '../shared/retention.ts';
import { type KeyRing, readKeyRing } from './encryption.ts';
import { StoreError } from './errors.ts';
import type { Place } from './open-engine.ts';

const environment = z.object({
  DATA_DIR: z.string().default('.vigil'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be an address such as postgres://vigil@db.example.org/vigil',
    })
    .optional(),
  DATA_KEYS: z.string().optional(),
  RETENTION_DAYS: retentionDays,
});

/**
 * Where the store is and what opens it, as the environment says: `DATABASE_URL` for PostgreSQL, else the folder
 * `DATA_DIR`; `DATA_KEYS` encrypts; `RETENTION_DAYS` is for purging.
 *
 * @throws StoreError or KeyRingError, worded for the operator and without any secret
 */
export function readStorePlace(
  env: Readonly<Record<string, string | undefined>>,
): Place & { readonly keys?: KeyRing; readonly retentionDays: number } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new StoreError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'),
    );
  }
  const { DATA_DIR, DATABASE_URL, DATA_KEYS, RETENTION_DAYS } = parsed.data;
  const place = DATABASE_URL === undefined ? { dataDir: DATA_DIR } : { databaseUrl: DATABASE_URL };
  const keys = DATA_KEYS === undefined ? {} : { keys: readKeyRing(DATA_KEYS) };
  return { ...place, ...keys, retentionDays: RETENTION_DAYS };
}
