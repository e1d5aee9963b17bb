import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { migrations } from '../../src/store/migrations/all.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { type Bot, startBot } from '../support/bot.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
const bin = findPostgres();

describe.skipIf(!bin)('two bots that start at once on a new PostgreSQL database', () => {
  let server: PostgresServer;
  let admin: pg.Client;
  let bots: readonly Bot[] = [];

  beforeAll(async () => {
    server = await startPostgres(bin as string);
    const databaseUrl = await server.createDatabase();
    admin = new pg.Client({ connectionString: databaseUrl });
    await admin.connect();
    // Each opens the store by itself, as in production.
    bots = await Promise.all(
      [1, 2].map(() => startBot({ memory: undefined }, { DATABASE_URL: databaseUrl })),
    );
  });
  afterAll(async () => {
    for (const bot of bots) await bot.stop();
    await admin?.end();
    await server?.stop();
  });

  const readiness = () =>
    Promise.all(bots.map(async ({ address }) => (await fetch(`${address}/readyz`)).status));
  const count = async (statement: string) =>
    Number((await admin.query(`select count(*) from ${statement}`)).rows[0]?.count);
  const languageOf = async (person: string) => {
    const { rows } = await admin.query('select language from preference where person_id = $1', [person]);
    return rows[0]?.language;
  };

  test('are both ready, on one set of tables', async () => {
    expect(await readiness()).toEqual([200, 200]);
    expect(await count('kysely_migration')).toBe(Object.keys(migrations).length);
    expect(await count('audit_head')).toBe(1);
    expect(await count("information_schema.tables where table_name = 'outbox'")).toBe(1);
    expect(await count("jobs.queue where name = 'deliver'")).toBe(1);
  });

  test('know what was said to either', async () => {
    const [first, second] = bots as [Bot, Bot];
    const ana = first.meet('Ana');
    await ana.says('language français');
    expect(await languageOf(ana.who.aadObjectId)).toBe('fr');
    expect((await second.meet(ana.who).says('help')).messages).toMatchObject([{ locale: 'fr' }]);
  });

  test('outlive the end of all their connections, at work and at rest, and go on', async () => {
    const [first] = bots as [Bot, Bot];
    const ben = first.meet('Ben');
    const working = Array.from({ length: 20 }, () => ben.says('language français'));
    await admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'vigil'",
    );
    // Whoever met the broken connection is told so; nobody is left without an answer.
    for (const { status, messages } of await Promise.all(working)) {
      expect(status).toBe(200);
      expect(messages.length).toBeGreaterThan(0);
    }
    await expect.poll(readiness, { timeout: 20_000 }).toEqual([200, 200]);
    for (const bot of bots) {
      const cleo = bot.meet('Cléo');
      await cleo.says('language français');
      expect(await languageOf(cleo.who.aadObjectId)).toBe('fr');
    }
  });
});
