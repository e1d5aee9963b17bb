import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, sql, type Transaction } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from './engine.ts';
import { StoreError, withoutValues } from './errors.ts';
import type { StoreState } from './health.ts';
import { migrate } from './migrate.ts';
import { migrations as allMigrations } from './migrations/all.ts';
import { beginToOpen, type Opening, type Place } from './open-engine.ts';
import type { DiskModule } from './pglite-thread.ts';
import type { Tables } from './tables.ts';

/** What ledgers write through: the database itself, or a transaction in it. */
export type Executor = Kysely<Tables>;

export interface Database {
  readonly engine: Engine;
  /** Statements outside any transaction. Refused inside `transaction`, where they would wait for ever. */
  readonly db: Executor;
  /** Runs everything in `work` as one commit; rolls back when it throws. No network call belongs in it. */
  transaction<Result>(work: (tx: Transaction<Tables>) => Promise<Result>): Promise<Result>;
  state(): StoreState;
  /** Asks the database for a sign of life. Never throws: what is wrong is in the answer. */
  check(): Promise<StoreState>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Of the engine of this place, when it has begun already. */
  readonly opening?: Opening;
  /** Only tests give one. */
  readonly disk?: DiskModule;
  /** Only tests give others. */
  readonly migrations?: Readonly<Record<string, Migration>>;
}

/**
 * Opens the database and brings its schema up to date.
 *
 * @throws FolderInUseError, NewerSchemaError or UnusableDatabaseError; StoreError when the server cannot be reached
 */
export async function openDatabase(place: Place, options: DatabaseOptions = {}): Promise<Database> {
  const engine = await (options.opening ?? (await beginToOpen(place, options.disk))).engine;
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  const kysely = new Kysely<Tables>({ dialect: engine.dialect });
  const db = refusingInside(kysely, inside);
  try {
    if (engine.kind === 'postgres') await reach(kysely);
    await migrate(kysely, options.migrations ?? allMigrations);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return {
    engine,
    db,
    transaction: work => {
      refuse(inside);
      return kysely.transaction().execute(async tx => {
        const scope = { open: true };
        try {
          return await inside.run(scope, () => work(tx));
        } finally {
          scope.open = false;
        }
      });
    },
    state: engine.health.state,
    check: () => check(engine, kysely),
    close: () => engine.close(),
  };
}

/** PGlite has one connection: a statement beside the open transaction waits for it, and it for the statement. */
function refuse(inside: AsyncLocalStorage<{ open: boolean }>): void {
  if (inside.getStore()?.open) throw new Error('inside a transaction, use the ledgers that it was given');
}

function refusingInside(kysely: Kysely<Tables>, inside: AsyncLocalStorage<{ open: boolean }>): Executor {
  return kysely.withPlugin({
    transformQuery: ({ node }) => {
      refuse(inside);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
}

/** Finds out whether there is a server, and whether it lets us in: what its driver says of that has no password in it. */
async function reach(db: Kysely<Tables>): Promise<void> {
  try {
    await sql`select 1`.execute(db);
  } catch (cause) {
    const { message } = withoutValues(cause);
    throw new StoreError(`the PostgreSQL server of DATABASE_URL cannot be used: ${message}`, { cause });
  }
}

/** How long the server may take for a sign of life, in milliseconds. */
const patience = 2_000;

async function check(engine: Engine, db: Kysely<Tables>): Promise<StoreState> {
  const state = engine.health.state();
  // PGlite lives in this process: it has no connection to lose, and a long transaction is no illness.
  if (state !== 'ready' || engine.kind === 'pglite') return state;
  try {
    // Not by the signal that kysely takes: what fails after that it would write past the log.
    const tooLong = wait(patience, undefined, { ref: false }).then(() =>
      Promise.reject(new Error('too long')),
    );
    await Promise.race([sql`select 1`.execute(db), tooLong]);
    return engine.health.state();
  } catch {
    return { failed: 'the database does not answer' };
  }
}
