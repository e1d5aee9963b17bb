import { type RawBuilder, type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Follower } from '../hearings/follow.ts';
import { type Hearing, type Notes, timeOf } from '../hearings/hearing.ts';
import type { HearingFilter, Hearings } from '../hearings/ports.ts';
import { canonicalJson, type Json } from '../record/canonical-json.ts';
import type { Executor } from './database.ts';
import type { Cell, KeyRing } from './encryption.ts';
import { nextNumber } from './reference-numbers.ts';
import type { Tables } from './tables.ts';

/** Hearings as they stand; the court's time is what is kept, the instant beside it only finds them. */
export function createHearings(db: Executor, keys: KeyRing): Hearings {
  const upcoming = (from: Date) =>
    db.selectFrom('hearing').select('hearing').where('state', '=', 'scheduled').where('starts_at', '>', from);
  return {
    nextId: async year => `HRG-${year}-${await nextNumber(db, 'hearing', year)}`,
    find: async id => {
      const row = await db.selectFrom('hearing').select('hearing').where('id', '=', id).executeTakeFirst();
      return row && read(row);
    },
    take: async id => {
      const row = await db
        .selectFrom('hearing')
        .select('hearing')
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      return row && read(row);
    },
    takeUpcoming: async (target, from) => {
      const rows = await (target.kind === 'case'
        ? upcoming(from).where('case_name', '=', target.name)
        : upcoming(from).where('mission', '=', target.id)
      )
        .orderBy('id')
        .forUpdate()
        .execute();
      return rows.map(read);
    },
    notesOf: async id => {
      const row = await db.selectFrom('hearing').select('notes').where('id', '=', id).executeTakeFirst();
      return row?.notes ? (JSON.parse(keys.decrypt(row.notes, notesCell(id))) as Notes) : {};
    },
    save: async (hearing, zones, notes) => {
      const time = timeOf(hearing);
      const row = {
        id: hearing.id,
        case_name: hearing.caseName,
        mission: hearing.mission,
        state: hearing.schedule.state,
        starts_at: time ? zones.momentOf(time).at : null,
        zone_data: zones.version,
        attended_by: sql<string[]>`${hearing.roster.officials.map(({ person }) => person)}::text[]`,
        hearing: canonicalJson(hearing as unknown as Json),
        // Notes that are written later have a time of their own.
        ...(notes ? { notes: sealNotes(hearing.id, notes, keys), purged: false } : {}),
      };
      const isClosed = hearing.schedule.state === 'held' || hearing.schedule.state === 'cancelled';
      await db
        .insertInto('hearing')
        .values({ ...row, closed_at: isClosed ? sql`now()` : null })
        .onConflict(conflict =>
          conflict.column('id').doUpdateSet({
            ...row,
            closed_at: isClosed ? sql`coalesce(hearing.closed_at, now())` : null,
          }),
        )
        .execute();
    },
    list: async filter => {
      const found = filtered(from(db, filter), filter).limit(filter.most);
      if (!filter.latest) {
        const rows = await found.orderBy(sql`starts_at asc nulls last`).orderBy('id').execute();
        return rows.map(read);
      }
      const rows = await found.orderBy(sql`starts_at desc nulls first`).orderBy('id', 'desc').execute();
      return rows.map(read).reverse();
    },
    dropNotesBefore: async time => {
      const rows = await db
        .updateTable('hearing')
        .set({ notes: null, purged: true })
        .where('purged', '=', false)
        .where('state', '<>', 'to-be-announced')
        // What nobody has recorded an outcome of is over as well.
        .where(sql<boolean>`coalesce(closed_at, starts_at) < ${time}`)
        .returning('id')
        .execute();
      return rows.map(({ id }) => id).sort();
    },
    takeDerivedOtherwise: async (zones, from, most) => {
      const rows = await upcoming(from)
        .where('zone_data', '<>', zones.version)
        .orderBy('id')
        .limit(most)
        .forUpdate()
        .execute();
      return rows.map(read);
    },
  };
}

function read({ hearing }: { readonly hearing: string }): Hearing {
  return JSON.parse(hearing) as Hearing;
}

function sealNotes(id: string, notes: Notes, keys: KeyRing): string | null {
  return Object.keys(notes).length === 0 ? null : keys.encrypt(canonicalJson(notes), notesCell(id));
}

/** Where the notes of a hearing stand encrypted. */
export function notesCell(id: string): Cell {
  return { table: 'hearing', column: 'notes', row: id };
}

type Select = SelectQueryBuilder<Tables, 'hearing', { hearing: string }>;

function from(db: Executor, filter: HearingFilter): Select {
  if (!filter.followedBy) return db.selectFrom('hearing').select('hearing');
  return db.selectFrom(followed(filter.followedBy, filter).as('hearing')).select('hearing');
}

/**
 * The hearings of what one follows, each once. Asked for by each case and mission with the time, they come straight from
 * the index, however many hearings others have.
 */
function followed(
  { kind, id }: Follower,
  { from, until }: HearingFilter,
): RawBuilder<Selectable<Tables['hearing']>> {
  const those = (target: 'case' | 'mission', column: RawBuilder<unknown>) => sql`
    select found.* from follow join hearing as found on ${column} = follow.target_id
    where follow.follower_kind = ${kind} and follow.follower_id = ${id} and follow.target_kind = ${target}
      ${from ? sql`and found.starts_at >= ${from}` : sql``}
      ${until ? sql`and found.starts_at < ${until}` : sql``}`;
  return sql`(
    ${those('case', sql`found.case_name`)}
    union all
    ${those('mission', sql`found.mission`)} and not exists (
      select from follow as other where other.follower_kind = ${kind} and other.follower_id = ${id}
        and other.target_kind = 'case' and other.target_id = found.case_name
    )
  )`;
}

function filtered(query: Select, filter: HearingFilter): Select {
  const { ids, from, until, caseName, mission, attendedBy, states } = filter;
  let narrowed = query;
  if (ids) narrowed = narrowed.where(sql<boolean>`id = any (${[...ids]}::text[])`);
  if (from) narrowed = narrowed.where('starts_at', '>=', from);
  if (until) narrowed = narrowed.where('starts_at', '<', until);
  if (caseName !== undefined) narrowed = narrowed.where('case_name', '=', caseName);
  if (mission !== undefined) narrowed = narrowed.where('mission', '=', mission);
  if (attendedBy !== undefined)
    narrowed = narrowed.where(sql<boolean>`attended_by @> ${[attendedBy]}::text[]`);
  if (states) narrowed = narrowed.where('state', 'in', states);
  return narrowed;
}
