import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { createOutboxTurns } from '../../src/store/outbox-turns.ts';
import { testKeys } from './engines.ts';
import { freshFolder } from './folders.ts';

const noon = new Date('2026-03-08T12:00:00Z');
const wakeAt = async () => {};
let folder: string;
let database: Database;

beforeEach(async () => {
  folder = await freshFolder();
  database = await openDatabase({ dataDir: folder });
  await database.engine.presence.begin();
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (...keys: string[]) =>
  database.transaction(async tx => {
    const messages = keys.map(key => ({
      key,
      to: { kind: 'channel', id: key } as const,
      body: {},
      at: noon,
    }));
    await createOutbox(tx, testKeys, () => {}).putAll(messages);
  });
const keysOf = ({ begun }: { begun: readonly { key: string }[] }) => begun.map(({ key }) => key);

/** The database with one transaction that fails, before it begins or when it has been committed. */
function failingOnce(when: 'before' | 'after'): Database {
  let failures = 1;
  return {
    ...database,
    transaction: async work => {
      const fails = failures > 0;
      failures -= 1;
      if (fails && when === 'before') throw new Error('the engine stopped');
      const result = await database.transaction(work);
      if (fails) throw new Error('the engine stopped');
      return result;
    },
  };
}

test('what was claimed by a commit whose answer was lost is sent all the same, unmarked', async () => {
  await put('a', 'b');
  const turns = createOutboxTurns({ database: failingOnce('after'), keys: testKeys, wakeAt });
  await expect(turns.turn([], 1, noon)).rejects.toThrow('the engine stopped');
  const { begun } = await turns.turn([], 1, noon);
  expect(begun).toMatchObject([{ key: 'a', attempt: 1, mayBeRepeated: false }]);
  const [claim = ''] = begun.map(one => one.claim);
  const sent = { claim, outcome: 'sent', activityId: '1', conversationId: 'c' } as const;
  expect(keysOf(await turns.turn([sent], 10, noon))).toEqual(['b']);
  expect(keysOf(await turns.turn([], 10, new Date(noon.getTime() + 3_600_000)))).toEqual([]);
});

test('what an earlier process had on its journal is brought home when the database is there again', async () => {
  await put('a');
  const before = createOutboxTurns({ database, keys: testKeys, wakeAt });
  expect(keysOf(await before.turn([], 1, noon))).toEqual(['a']);
  await database.close();
  database = await openDatabase({ dataDir: folder });
  await database.engine.presence.begin();
  const turns = createOutboxTurns({ database: failingOnce('before'), keys: testKeys, wakeAt });
  await expect(turns.turn([], 1, noon)).rejects.toThrow('the engine stopped');
  expect((await turns.turn([], 1, noon)).begun).toMatchObject([{ key: 'a', mayBeRepeated: true }]);
});
