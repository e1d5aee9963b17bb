import type { Dialect } from 'kysely';
import type { BackendProfile, Db } from 'pg-boss';
import type { Health } from './health.ts';
import type { SendingJournal } from './sending-journal.ts';

/**
 * Shows the others that this process lives: a lock of the database's, `presenceLock` and `id`, that ends with the
 * process, however it ends.
 */
export interface Presence {
  /** Chosen at random: no two processes have the same. */
  readonly id: number;
  /** Takes the lock, and takes it again whenever the connection that has it breaks, until the engine is closed. */
  begin(): Promise<void>;
}

/** Any number, the same in every process. */
export const presenceLock = 8_444_502;

/** What differs between the two sizes of the store; everything above it is one code path. */
export interface Engine {
  readonly kind: 'pglite' | 'postgres';
  readonly dialect: Dialect;
  /** The way of the job queue to the same database. */
  readonly jobs: { readonly backend: BackendProfile; readonly db: Db };
  /** Runs one bot's work at a time, of all that share the database; for what must be set up once. */
  exclusively<Result>(work: () => Promise<Result>): Promise<Result>;
  /** This process among all that share the database. */
  readonly presence: Presence;
  /** For messages on their way, where a commit costs more than a message. */
  readonly journal?: SendingJournal;
  readonly health: Health;
  close(): Promise<void>;
}
