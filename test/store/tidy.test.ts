import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createDrafts } from '../../src/store/drafts.ts';
import { openStore } from '../../src/store/store.ts';
import { tidy } from '../../src/store/tidy.ts';
import { pgliteFolders, testKeys } from './engines.ts';

const freshPlace = pgliteFolders();
let database: Database;
beforeEach(async () => {
  const place = await freshPlace();
  // The queue's tables are there as well.
  await (await openStore(place)).close();
  database = await openDatabase(place);
}, 60_000);
afterEach(() => database.close());

async function sizeOf(table: string): Promise<number> {
  const { rows } = await database.engine.jobs.db.executeSql(
    `select pg_total_relation_size('${table}') as size`,
  );
  return Number(rows[0].size);
}

test('a form that is filled in again and again takes no more room once it is tidied', async () => {
  const drafts = createDrafts(database.db, testKeys);
  const fillIn = async () => {
    for (let time = 0; time < 30; time += 1)
      await drafts.keep({ id: 'form', owner: 'ana', body: 'a'.repeat(8_000) }, new Date());
    await tidy(database);
  };
  await fillIn();
  const before = await sizeOf('draft');
  for (let time = 0; time < 3; time += 1) await fillIn();
  expect(await sizeOf('draft')).toBeLessThan(1.2 * before);
}, 60_000);

test('tidying itself leaves nothing behind, however often', async () => {
  const times = async (count: number) => {
    for (let time = 0; time < count; time += 1) await tidy(database);
  };
  await database.engine.jobs.db.executeSql(`
    insert into seen_activity (key, seen_at)
    select md5(number::text), now() - number * interval '1 minute' from generate_series(1, 5000) as number`);
  await times(3);
  const before = await sizeOf('pg_catalog.pg_statistic');
  await times(12);
  // A page more or less.
  expect(await sizeOf('pg_catalog.pg_statistic')).toBeLessThanOrEqual(before + 8_192);
}, 60_000);
