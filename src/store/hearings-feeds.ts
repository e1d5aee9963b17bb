import { createHash, randomBytes } from 'node:crypto';
import type { Feeds } from '../hearings/ports.ts';
import type { Executor } from './database.ts';
import { read } from './hearings-follows.ts';

/** Secrets in the addresses of calendar feeds, of which only digests are kept: a copy of the data opens no feed. */
export function createFeeds(db: Executor): Feeds {
  return {
    renew: async ({ kind, id }) => {
      const token = randomBytes(32).toString('base64url');
      await db
        .updateTable('follower')
        .set({ feed_digest: digest(token) })
        .where('kind', '=', kind)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirstOrThrow();
      return token;
    },
    revoke: async ({ kind, id }) => {
      const { numUpdatedRows } = await db
        .updateTable('follower')
        .set({ feed_digest: null })
        .where('kind', '=', kind)
        .where('id', '=', id)
        .where('feed_digest', 'is not', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    exists: async ({ kind, id }) => {
      const row = await db
        .selectFrom('follower')
        .select('id')
        .where('kind', '=', kind)
        .where('id', '=', id)
        .where('feed_digest', 'is not', null)
        .executeTakeFirst();
      return row !== undefined;
    },
    followerOf: async token => {
      const row = await db
        .selectFrom('follower')
        .select(['kind', 'id', 'offsets', 'language', 'zone'])
        .where('feed_digest', '=', digest(token))
        .executeTakeFirst();
      return row && read(row);
    },
  };
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
