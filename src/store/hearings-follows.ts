import { sql } from 'kysely';
import type { FollowerWithSettings, FollowTarget } from '../hearings/follow.ts';
import type { Follows } from '../hearings/ports.ts';
import type { Offset } from '../hearings/reminder.ts';
import type { Executor } from './database.ts';
import type { Tables } from './tables.ts';

/** Any number that nothing else locks by. */
const followLock = 7_283_401;

/** Who follows what. */
export function createFollows(db: Executor): Follows {
  const followers = () => db.selectFrom('follower').select(['kind', 'id', 'offsets', 'language', 'zone']);
  return {
    lock: async change => {
      await (change === 'follow'
        ? sql`select pg_advisory_xact_lock(${followLock})`
        : sql`select pg_advisory_xact_lock_shared(${followLock})`
      ).execute(db);
    },
    followersOf: async ({ caseName, mission }) => {
      const rows = await followers()
        .where(
          sql<boolean>`exists (
            select 1 from follow where follower_kind = follower.kind and follower_id = follower.id
              and (target_kind, target_id) in (('case', ${caseName}), ('mission', ${mission}))
          )`,
        )
        .orderBy('kind')
        .orderBy('id')
        .execute();
      return rows.map(read);
    },
    followersOfEach: async hearings => {
      const wanted = hearings.map(({ id, caseName, mission }) => ({ id, case_name: caseName, mission }));
      const { rows } = await sql<FollowerRow & { readonly hearing: string }>`
        select wanted.id as hearing, follower.kind, follower.id, offsets, language, zone
        from json_to_recordset(${JSON.stringify(wanted)}::json) as wanted (id text, case_name text, mission text)
        cross join lateral (
          select distinct follower_kind, follower_id from follow
          where (target_kind, target_id) in (('case', wanted.case_name), ('mission', wanted.mission))
        ) as following
        join follower on follower.kind = following.follower_kind and follower.id = following.follower_id
        order by follower.kind, follower.id`.execute(db);
      const found = Map.groupBy(rows, ({ hearing }) => hearing);
      return new Map(hearings.map(({ id }) => [id, (found.get(id) ?? []).map(read)]));
    },
    targetsOf: async ({ kind, id }) => {
      const rows = await db
        .selectFrom('follow')
        .select(['target_kind', 'target_id'])
        .where('follower_kind', '=', kind)
        .where('follower_id', '=', id)
        .orderBy('target_kind')
        .orderBy('target_id')
        .execute();
      return rows.map(targetIn);
    },
    all: async (target, most) => {
      let query = db.selectFrom('follow').selectAll();
      if (target) {
        const { target_kind, target_id } = columnsOf(target);
        query = query.where('target_kind', '=', target_kind).where('target_id', '=', target_id);
      }
      const rows = await query
        .orderBy('target_kind')
        .orderBy('target_id')
        .orderBy('follower_kind')
        .orderBy('follower_id')
        .limit(most)
        .execute();
      return rows.map(row => ({
        target: targetIn(row),
        follower: { kind: row.follower_kind, id: row.follower_id },
      }));
    },
    settingsOf: async ({ kind, id }) => {
      const row = await followers().where('kind', '=', kind).where('id', '=', id).executeTakeFirst();
      if (!row) return undefined;
      const { offsets, language, zone } = read(row);
      return { offsets, language, zone };
    },
    keepSettings: async ({ kind, id }, { offsets, language, zone }) => {
      const settings = { offsets: sql<string[]>`${[...offsets]}::text[]`, language, zone };
      await db
        .insertInto('follower')
        .values({ kind, id, ...settings })
        .onConflict(conflict => conflict.columns(['kind', 'id']).doUpdateSet(settings))
        .execute();
    },
    add: async ({ kind, id }, target) => {
      const added = await db
        .insertInto('follow')
        .values({ follower_kind: kind, follower_id: id, ...columnsOf(target) })
        .onConflict(conflict => conflict.doNothing())
        .returning('target_id')
        .executeTakeFirst();
      return added !== undefined;
    },
    remove: async ({ kind, id }, target) => {
      const { target_kind, target_id } = columnsOf(target);
      const { numDeletedRows } = await db
        .deleteFrom('follow')
        .where('follower_kind', '=', kind)
        .where('follower_id', '=', id)
        .where('target_kind', '=', target_kind)
        .where('target_id', '=', target_id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    planDigest: async ({ kind, id }, at) => {
      await db
        .updateTable('follower')
        .set({ digest_at: at ?? null })
        .where('kind', '=', kind)
        .where('id', '=', id)
        .execute();
    },
    digestOf: async ({ kind, id }) => {
      const row = await db
        .selectFrom('follower')
        .select('digest_at')
        .where('kind', '=', kind)
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.digest_at ?? undefined;
    },
    takeDigests: async (now, most) => {
      const rows = await followers()
        .select('digest_at')
        .where('digest_at', '<=', now)
        .orderBy('digest_at')
        .limit(most)
        .forUpdate()
        .skipLocked()
        .execute();
      return rows.map(row => ({ ...read(row), due: row.digest_at as Date }));
    },
  };
}

export type FollowerRow = Pick<Tables['follower'], 'kind' | 'id' | 'offsets' | 'language' | 'zone'>;

/** @param row its offsets were checked when they were kept */
export function read({ kind, id, offsets, language, zone }: FollowerRow): FollowerWithSettings {
  return { kind, id, offsets: offsets as Offset[], language, zone };
}

function targetIn(row: Pick<Tables['follow'], 'target_kind' | 'target_id'>): FollowTarget {
  return row.target_kind === 'case'
    ? { kind: 'case', name: row.target_id }
    : { kind: 'mission', id: row.target_id };
}

function columnsOf(target: FollowTarget) {
  return {
    target_kind: target.kind,
    target_id: target.kind === 'case' ? target.name : target.id,
  };
}
