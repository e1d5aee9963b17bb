import { PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import type { Engine } from './engine.ts';
import { withoutValues } from './errors.ts';
import { goOnWhenPast } from './go-on.ts';
import { createHealth, type Health } from './health.ts';
import { createPresence, noticeLostPeer } from './postgres-presence.ts';

/** Connections that one bot holds at most; every handler needs one, and only while its transaction is open. */
const poolSize = 10;
const connectTimeout = 5_000;
/** Before the kernel asks a server that says nothing whether it is there, in milliseconds; after ten more seconds it is not. */
const keepAliveAfter = 10_000;
/** Any number, the same in every bot. */
const setUpLock = 8_444_501;

/** How long either side waits for the other, in milliseconds; tests wait less. */
export interface PostgresPatience {
  /** A bot at work for the answer to a statement. Its own take milliseconds; those of a start or an operator may take longer. */
  readonly statement: number;
  /** The server for the next statement of a transaction, before it takes back what that holds. */
  readonly transaction: number;
}

/**
 * Connects to PostgreSQL, lazily: the first statement finds out whether the server is there.
 *
 * A host that loses its power or its network closes no connection. Without limits this bot would wait a quarter of an hour for
 * a server that another has replaced, and the server two hours for a bot that is gone, with the rows that it had locked.
 *
 * @param url `postgres://user:password@host:port/database`, with `sslmode` and the like as libpq has them
 */
export function openPostgresEngine(
  url: string,
  patience: PostgresPatience = { statement: 30_000, transaction: 60_000 },
): Engine {
  const health = createHealth();
  const connection = {
    connectionString: url,
    connectionTimeoutMillis: connectTimeout,
    application_name: 'vigil',
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveAfter,
  };
  const pool = new pg.Pool({ ...connection, max: poolSize });
  const presence = createPresence(connection);
  let atWork = false;
  // The server itself is sound: the next write shows whether its disk has room again.
  const stopLooking = goOnWhenPast(health, async () => health.recover());
  // An idle connection that breaks is dropped and replaced; the next statement says if the server is gone for good.
  pool.on('error', () => {});
  pool.on('connect', client => {
    // One that breaks at work fails its statement; without a listener it would end the process as well.
    client.on('error', () => {});
    client
      .query(`${noticeLostPeer}; set idle_in_transaction_session_timeout = ${patience.transaction}`)
      .catch(() => {});
    guard(client, health, () => (atWork ? patience.statement : undefined));
  });
  return {
    kind: 'postgres',
    dialect: new PostgresDialect({ pool: pool as PostgresPool }),
    jobs: {
      backend: 'postgres',
      db: {
        executeSql: async (text, values) => {
          const client = await pool.connect();
          let failed = true;
          try {
            // Several statements in one text have one result each.
            const results: pg.QueryResult | pg.QueryResult[] = await client.query(text, values);
            failed = false;
            return { rows: [results].flat().flatMap(({ rows }) => rows) };
          } finally {
            // A block of statements with its own BEGIN that failed half-way leaves its transaction open: nobody may have that.
            client.release(failed);
          }
        },
      },
    },
    exclusively: async work => {
      const client = await pool.connect();
      try {
        await client.query('select pg_advisory_lock($1)', [setUpLock]);
        return await work();
      } finally {
        await client.query('select pg_advisory_unlock($1)', [setUpLock]).catch(() => {});
        client.release();
      }
    },
    presence: {
      id: presence.id,
      begin: async () => {
        await presence.begin();
        atWork = true;
      },
    },
    health,
    close: async () => {
      await stopLooking();
      await presence.end();
      await pool.end();
    },
  };
}

/** Ends a connection whose server does not answer in time, and so the statement: what it has done is then unknown. */
async function within<Answer>(
  patience: number | undefined,
  answer: Promise<Answer>,
  client: pg.PoolClient,
): Promise<Answer> {
  if (patience === undefined) return answer;
  const timer = setTimeout(() => void (client as unknown as pg.Client).end().catch(() => {}), patience);
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
  }
}

/** Reading goes on when the store has failed; writing does not. */
const harmless = /^\s*(select|rollback|show|with\s+set_timeout)\b/i;

type Query = (...request: unknown[]) => unknown;

/** @param patience how long a statement may take, if not as long as it likes */
function guard(client: pg.PoolClient, health: Health, patience: () => number | undefined): void {
  const query = client.query.bind(client) as Query;
  const guarded: Query = (...request) => {
    const [statement] = request as [string | { text: string }];
    if (!harmless.test(typeof statement === 'string' ? statement : statement.text)) health.assertSound();
    const answer = query(...request);
    if (!(answer instanceof Promise)) return answer;
    return within(patience(), answer, client).catch(error => {
      health.judge(error);
      if (!(error instanceof pg.DatabaseError)) throw error;
      const { message, code } = withoutValues(error);
      throw Object.assign(new Error(message), { code });
    });
  };
  client.query = guarded as typeof client.query;
}
