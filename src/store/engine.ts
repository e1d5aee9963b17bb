import type { Dialect } from 'kysely';
import type { BackendProfile, Db } from 'pg-boss';
import type { Health } from './health.ts';

/** What differs between the two sizes of the store; everything above it is one code path. */
export interface Engine {
  readonly kind: 'pglite' | 'postgres';
  readonly dialect: Dialect;
  /** The way of the job queue to the same database. */
  readonly jobs: { readonly backend: BackendProfile; readonly db: Db };
  /** Runs one bot's work at a time, of all that share the database; for what must be set up once. */
  exclusively<Result>(work: () => Promise<Result>): Promise<Result>;
  readonly health: Health;
  close(): Promise<void>;
}
