import { z } from 'zod';
import type { Drafts } from '../escalations/ports.ts';
import { canonicalJson } from '../record/canonical-json.ts';
import type { Executor } from './database.ts';
import type { KeyRing } from './encryption.ts';

/** A day, in milliseconds: a form is filled in within an hour or never. */
const lastsFor = 24 * 60 * 60_000;

/** Forms that people have begun. Each keeping also clears away what has expired. */
export function createDrafts(db: Executor, keys: KeyRing): Drafts {
  const dropExpired: Drafts['dropExpired'] = async now => {
    const { numDeletedRows } = await db.deleteFrom('draft').where('expires_at', '<=', now).executeTakeFirst();
    return Number(numDeletedRows);
  };
  return {
    dropExpired,
    keep: async ({ id, owner, body }, now) => {
      await dropExpired(now);
      const kept = {
        body: keys.encrypt(canonicalJson(body), bodyCell(id)),
        expires_at: new Date(now.getTime() + lastsFor),
      };
      await db
        .insertInto('draft')
        .values({ id, owner, ...kept })
        .onConflict(conflict => conflict.column('id').doUpdateSet(kept).where('draft.owner', '=', owner))
        .execute();
    },
    find: async (id, owner, now) => {
      const row = await db
        .selectFrom('draft')
        .select('body')
        .where('id', '=', id)
        .where('owner', '=', owner)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row && z.json().parse(JSON.parse(keys.decrypt(row.body, bodyCell(id))));
    },
    drop: async (id, owner) => {
      const { numDeletedRows } = await db
        .deleteFrom('draft')
        .where('id', '=', id)
        .where('owner', '=', owner)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

/** Bound to the name that the table had at first, so that what was encrypted then stays readable. */
export const draftsBoundTo = 'escalation_draft';

function bodyCell(id: string) {
  return { table: draftsBoundTo, column: 'body', row: id };
}
