import { sql } from 'kysely';
import type { Due, Errand } from '../hearings/due.ts';
import type { Dues } from '../hearings/ports.ts';
import { errandKey } from '../hearings/schedule.ts';
import type { Executor } from './database.ts';

/**
 * What is to be done for hearings, a row each. What is settled keeps its row until the hearing moves or is over, so that
 * it cannot come back; the index that finds what is due holds only what is open.
 */
export function createDues(db: Executor): Dues {
  return {
    keep: async (hearings, wanted, now) => {
      const rows = wanted.map(due => ({
        hearing: due.hearing,
        revision: due.revision,
        key: errandKey(due.errand),
        errand: JSON.stringify(due.errand),
        due: due.at.toISOString(),
      }));
      await sql`
        with wanted as materialized (
          select * from json_to_recordset(${JSON.stringify(rows)}::json)
            as wanted (hearing text, revision integer, key text, errand text, due timestamptz)
        ), forgotten as (
          delete from hearing_due where hearing_id = any (${[...hearings]}::text[])
            and case when settled_at is null
              then (hearing_id, revision, key) not in (select hearing, revision, key from wanted)
              else (hearing_id, revision) not in (select hearing, revision from wanted)
            end
        ), moved as (
          update hearing_due set due_at = wanted.due from wanted
          where hearing_id = wanted.hearing and hearing_due.revision = wanted.revision
            and hearing_due.key = wanted.key and settled_at is null and due_at <> wanted.due
        )
        insert into hearing_due (hearing_id, revision, key, errand, due_at)
        select hearing, revision, key, errand, due from wanted where due > ${now}
        on conflict do nothing`.execute(db);
    },
    take: async (now, hearings) => {
      // Others may be taking the first ones: there is something left to choose from. Rows of dues are locked by the
      // hearing's row alone, so that nobody waits for anybody in a ring.
      const { rows: locked } = await sql<{ id: string }>`
        select id from hearing where id in (
          select hearing_id from hearing_due where settled_at is null and due_at <= ${now}
          order by due_at limit ${hearings * 8}
        ) limit ${hearings} for update skip locked`.execute(db);
      if (locked.length === 0) return [];
      const { rows } = await sql<Row>`
        update hearing_due set settled_at = ${now}
        where hearing_id = any (${locked.map(({ id }) => id)}::text[]) and settled_at is null and due_at <= ${now}
        returning hearing_id, revision, errand, due_at`.execute(db);
      return rows.map(read).sort((one, other) => one.at.getTime() - other.at.getTime());
    },
    postpone: async ({ hearing, revision, errand }, until) => {
      await db
        .updateTable('hearing_due')
        .set({ due_at: until, settled_at: null })
        .where('hearing_id', '=', hearing)
        .where('revision', '=', revision)
        .where('key', '=', errandKey(errand))
        .execute();
    },
    next: async () => {
      const { rows } = await sql<{ next: Date | null }>`
        select least(
          (select min(due_at) from hearing_due where settled_at is null),
          (select min(digest_at) from follower where digest_at is not null)
        ) as next`.execute(db);
      return rows[0]?.next ?? undefined;
    },
  };
}

interface Row {
  readonly hearing_id: string;
  readonly revision: number;
  readonly errand: string;
  readonly due_at: Date;
}

function read({ hearing_id: hearing, revision, errand, due_at: at }: Row): Due {
  return { hearing, revision, errand: JSON.parse(errand) as Errand, at };
}
