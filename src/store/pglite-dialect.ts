import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PGliteAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Db } from 'pg-boss';
import type { PGliteThread, Rows } from './pglite-thread.ts';

/** The ways to PGlite's only session. */
export interface PGliteAccess {
  readonly dialect: Dialect;
  readonly jobs: Db;
  /** Puts another engine in the place of one that failed, while nobody has the session. */
  replace(open: () => Promise<PGliteThread>): Promise<void>;
}

/**
 * Kysely's way to PGlite. Its own dialect waits for ever when BEGIN fails, and lets the job queue's rollbacks reach into
 * another's transaction; here everybody takes turns at the one session.
 */
export function createPGliteDialect(thread: PGliteThread): PGliteAccess {
  const session = new Session(thread);
  const takeTurns = createTurns();
  let endTurn = () => {};
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => {
      endTurn = await takeTurns();
      return session;
    },
    releaseConnection: async () => {
      endTurn();
    },
    beginTransaction: () => session.begin(),
    commitTransaction: () => session.commit(),
    rollbackTransaction: () => session.rollback(),
    destroy: async () => {},
  };
  const dialect: Dialect = {
    createAdapter: () => new PGliteAdapter(),
    createDriver: () => driver,
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  const jobs: Db = {
    executeSql: async (text, values) => {
      const done = await takeTurns();
      try {
        return await session.run(text, values ?? []);
      } finally {
        done();
      }
    },
  };
  return {
    dialect,
    jobs,
    replace: async open => {
      const done = await takeTurns();
      try {
        session.use(await open());
      } finally {
        done();
      }
    },
  };
}

/** PGlite's only session. */
class Session implements DatabaseConnection {
  #thread: PGliteThread;
  #transaction: 'none' | 'open' | 'broken' = 'none';

  constructor(thread: PGliteThread) {
    this.#thread = thread;
  }

  use(thread: PGliteThread): void {
    this.#thread = thread;
    this.#transaction = 'none';
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, affected } = await this.run(sql, parameters);
    return { rows: rows as Row[], ...(affected === undefined ? {} : { numAffectedRows: BigInt(affected) }) };
  }

  /** Without parameters the text may hold several statements, and the rows of all come back. */
  async run(text: string, values: readonly unknown[]): Promise<Rows> {
    try {
      return await this.#thread.run(text, values);
    } catch (error) {
      if (this.#transaction === 'open') this.#transaction = 'broken';
      // A block of statements with its own BEGIN failed half-way.
      else if (this.#transaction === 'none') await this.#thread.run('rollback', []).catch(() => {});
      throw error;
    }
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('PGlite gives all rows at once');
  }

  async begin(): Promise<void> {
    await this.run('begin', []);
    this.#transaction = 'open';
  }

  /** PostgreSQL answers a COMMIT after an error with a rollback and no error of its own. */
  async commit(): Promise<void> {
    if (this.#transaction === 'broken')
      throw new Error('the transaction met an error and cannot be committed');
    await this.run('commit', []);
    this.#transaction = 'none';
  }

  async rollback(): Promise<void> {
    this.#transaction = 'none';
    // When even this fails the engine has failed, and the first error says more.
    await this.#thread.run('rollback', []).catch(() => {});
  }
}

/** Gives turns in the order of asking; each must be ended by the function it gets. */
function createTurns(): () => Promise<() => void> {
  let last = Promise.resolve();
  return async () => {
    const before = last;
    let end = () => {};
    last = new Promise(resolve => {
      end = resolve;
    });
    await before;
    return end;
  };
}
