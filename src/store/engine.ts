import type { Dialect } from 'kysely';
import type { BackendProfile, Db } from 'pg-boss';
import type { Health } from './health.ts';

/** What differs between the two sizes of the store; everything above it is one code path. */
export interface Engine {
  readonly kind: 'pglite' | 'postgres';
  readonly dialect: Dialect;
  /** The way of the job queue to the same database. */
  readonly jobs: { readonly backend: BackendProfile; readonly db: Db };
  readonly health: Health;
  close(): Promise<void>;
}
