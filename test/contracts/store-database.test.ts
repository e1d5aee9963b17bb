import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../../src/store/database.ts';
import { NewerSchemaError } from '../../src/store/errors.ts';
import { migrations } from '../../src/store/migrations/all.ts';
import { openStore } from '../../src/store/store.ts';
import { onBothEngines } from '../store/engines.ts';

const addsTable = (name: string) => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema.createTable(name).addColumn('id', 'integer').execute();
  },
});

onBothEngines('the database', freshPlace => {
  test('what was committed is there after an orderly close', async () => {
    const place = await freshPlace();
    const first = await openDatabase(place);
    await first.db.insertInto('welcome').values({ id: 'ana' }).execute();
    await first.close();
    const second = await openDatabase(place);
    expect(await second.db.selectFrom('welcome').select('id').execute()).toEqual([{ id: 'ana' }]);
    await second.close();
  });

  test('a later version adds its steps, and an earlier one then refuses', async () => {
    const place = await freshPlace();
    await (await openDatabase(place)).close();
    const newer = { ...migrations, '9000-future': addsTable('future') };
    const later = await openDatabase(place, { migrations: newer });
    await sql`insert into future values (1)`.execute(later.db);
    await later.close();
    await expect(openDatabase(place)).rejects.toThrow(NewerSchemaError);
    await expect(openDatabase(place)).rejects.toThrow('9000-future');
    await (await openDatabase(place, { migrations: newer })).close();
  });

  test('a kind of job that a later version retries more often is retried so, and others are left alone', async () => {
    const place = await freshPlace();
    const open = async (retries: number) => {
      const kind = { name: 'recall', data: z.object({}), retries };
      await (await openStore({ ...place, jobs: [kind] })).close();
      const database = await openDatabase(place);
      const { rows } = await sql<{ name: string; limit: number; at: Date }>`
        select name, retry_limit as limit, updated_on as at from jobs.queue where name in ('recall', 'deliver')
        order by name`.execute(database.db);
      await database.close();
      return rows;
    };
    const [deliver, recall] = await open(1);
    expect(recall?.limit).toBe(1);
    expect(await open(1)).toEqual([deliver, recall]);
    expect(await open(3)).toEqual([deliver, expect.objectContaining({ name: 'recall', limit: 3 })]);
  });

  test('an error tells its kind, and never the values, which can be secret', async () => {
    const database = await openDatabase(await freshPlace());
    const greet = () => database.db.insertInto('welcome').values({ id: 'Ana Quintero' }).execute();
    await greet();
    const viaJobs = () =>
      database.engine.jobs.db.executeSql('insert into welcome (id) values ($1)', ['Ana Quintero']);
    for (const again of [greet, viaJobs]) {
      const error = await again().catch(cause => cause);
      expect(error).toMatchObject({ code: '23505', message: expect.stringContaining('welcome_pkey') });
      const { message, stack } = error as Error;
      expect(JSON.stringify({ ...(error as object), message, stack })).not.toContain('Quintero');
    }
    expect(await database.check()).toBe('ready');
    await database.close();
  });

  test('statements of the job queue that fail in a transaction of their own leave none to whoever comes next', async () => {
    const database = await openDatabase(await freshPlace());
    const block = database.engine.jobs.db.executeSql('begin; select 1 / 0; commit');
    await expect(block).rejects.toMatchObject({ code: '22012' });
    await database.db.insertInto('welcome').values({ id: 'ana' }).execute();
    await database.close();
  });

  test('a migration that fails half-way leaves the schema as it was, and runs again', async () => {
    const place = await freshPlace();
    const failing = {
      ...migrations,
      '9000-good': addsTable('good'),
      '9001-bad': { up: () => Promise.reject(new Error('power cut')) },
    };
    await expect(openDatabase(place, { migrations: failing })).rejects.toThrow('power cut');
    const mended = { ...failing, '9001-bad': addsTable('mended') };
    const database = await openDatabase(place, { migrations: mended });
    await sql`select * from good, mended`.execute(database.db);
    await database.close();
  });

  test('a migration that is killed in the middle leaves the schema as it was, and runs again', async () => {
    const { keys: _, ...place } = await freshPlace();
    await (await openDatabase(place)).close();
    const hanging = new URL('../store/hang-in-migration.ts', import.meta.url);
    const killed = fork(hanging, [JSON.stringify(place)], { stdio: 'ignore' });
    await once(killed, 'message');
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    await (await openDatabase(place)).close();
    const later = { ...migrations, '9000-good': addsTable('good') };
    const database = await openDatabase(place, { migrations: later });
    await sql`select * from good`.execute(database.db);
    await database.close();
  });

  test('two transactions at once both hold', async () => {
    const database = await openDatabase(await freshPlace());
    await Promise.all(
      ['ana', 'ben'].map(id =>
        database.transaction(async tx => {
          await tx.insertInto('welcome').values({ id }).execute();
        }),
      ),
    );
    expect(await database.db.selectFrom('welcome').select('id').orderBy('id').execute()).toHaveLength(2);
    await database.close();
  });

  test('a sound database says so', async () => {
    const database = await openDatabase(await freshPlace());
    expect(database.state()).toBe('ready');
    expect(await database.check()).toBe('ready');
    await database.close();
  });
});
