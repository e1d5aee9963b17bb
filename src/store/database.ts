import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, sql, type Transaction } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Disk } from './durable-fs.ts';
import type { Engine } from './engine.ts';
import type { StoreState } from './health.ts';
import { migrate } from './migrate.ts';
import { migrations as allMigrations } from './migrations/all.ts';
import type { Tables } from './tables.ts';

/** Where the data are: a folder of this machine, or a PostgreSQL server that several bots may share. */
export type Place = { readonly dataDir: string } | { readonly databaseUrl: string };

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

/** What only tests give. */
export interface DatabaseOptions {
  readonly disk?: Disk;
  readonly migrations?: Readonly<Record<string, Migration>>;
}

/**
 * Opens the database and brings its schema up to date.
 *
 * @throws FolderInUseError, NewerSchemaError or UnusableDatabaseError; the driver's own error when the server is away
 */
export async function openDatabase(place: Place, options: DatabaseOptions = {}): Promise<Database> {
  const engine = await openEngine(place, options.disk);
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  const kysely = new Kysely<Tables>({ dialect: engine.dialect });
  const db = refusingInside(kysely, inside);
  try {
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

/** Loads the engine that is asked for, and not the other. */
async function openEngine(place: Place, disk: Disk | undefined): Promise<Engine> {
  if ('dataDir' in place) {
    const { openPGliteEngine } = await import('./pglite-engine.ts');
    return openPGliteEngine(place.dataDir, disk);
  }
  const { openPostgresEngine } = await import('./postgres-engine.ts');
  return openPostgresEngine(place.databaseUrl);
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

/** How long the server may take for a sign of life, in milliseconds. */
const patience = 2_000;

async function check(engine: Engine, db: Kysely<Tables>): Promise<StoreState> {
  const state = engine.health.state();
  // PGlite lives in this process: it has no connection to lose, and a long transaction is no illness.
  if (state !== 'ready' || engine.kind === 'pglite') return state;
  try {
    await sql`select 1`.execute(db, { signal: AbortSignal.timeout(patience) });
    return engine.health.state();
  } catch {
    return { failed: 'the database does not answer' };
  }
}
