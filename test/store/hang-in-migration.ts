import type { Kysely } from 'kysely';
import { openDatabase } from '../../src/store/database.ts';
import { migrations } from '../../src/store/migrations/all.ts';

/** A process that is killed in the middle of a migration: the first step is made, the second never ends. */
await openDatabase(JSON.parse(process.argv[2] as string), {
  migrations: {
    ...migrations,
    '9000-good': {
      up: async (db: Kysely<unknown>) => {
        await db.schema.createTable('good').addColumn('id', 'integer').execute();
      },
    },
    '9001-endless': {
      up: () => {
        process.send?.('in the middle');
        setInterval(() => {}, 1_000);
        return new Promise(() => {});
      },
    },
  },
});
