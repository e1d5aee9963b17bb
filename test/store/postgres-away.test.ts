import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { StoreError } from '../../src/store/errors.ts';

test.each([
  ['nobody listens', '127.0.0.1:1', /ECONNREFUSED/],
  ['there is no such host', 'nowhere.invalid', /nowhere\.invalid/],
])(
  'where %s, the operator is told which variable to look at, without its password',
  async (_why, host, said) => {
    const opening = openDatabase({ databaseUrl: `postgresql://vigil:hunter2@${host}/vigil` });
    const error = await opening.catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(StoreError);
    expect((error as StoreError).message).toMatch(/^the PostgreSQL server of DATABASE_URL cannot be used: /);
    expect((error as StoreError).message).toMatch(said);
    expect((error as StoreError).message).not.toContain('hunter2');
  },
);
