import { sql } from 'kysely';
import { zones } from '../../src/hearings/court-time.ts';
import type { Executor } from '../../src/store/database.ts';

/** Hearings in numbers that nobody would enter by hand; all in UTC, and scheduled. */
export interface ManyHearings {
  readonly count: number;
  /** Hearings are dealt to so many cases, `CASE 0` and on. */
  readonly cases: number;
  /** The first one begins then, at a full minute; each further one so many minutes later. */
  readonly first: Date;
  readonly minutesApart: number;
}

/** Puts hearings into an empty calendar by one statement, as `save` would have written them. */
export async function addManyHearings(db: Executor, many: ManyHearings): Promise<void> {
  const { count, cases, first, minutesApart } = many;
  await sql`
    insert into hearing (id, case_name, mission, state, starts_at, zone_data, attended_by, hearing)
    select id, case_name, 'bogota', 'scheduled', starts_at, ${zones.version}, '{}', json_build_object(
      'id', id, 'caseName', case_name, 'mission', 'bogota', 'kind', 'trial', 'court', 'Juzgado 4', 'place', 'Bogotá',
      'zone', 'UTC', 'access', 'open', 'permission', json_build_object('state', 'not-requested'),
      'roster', json_build_object('officials', '[]'::json, 'partners', '[]'::json, 'interpreterNeeded', false),
      'schedule', json_build_object('state', 'scheduled', 'time', json_build_object(
        'date', to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD'),
        'time', to_char(starts_at at time zone 'UTC', 'HH24:MI'), 'zone', 'UTC')),
      'revision', 1)::text
    from (
      select 'HRG-2026-' || lpad(number::text, 7, '0') as id, 'CASE ' || number % ${cases}::integer as case_name,
        ${first}::timestamptz + number * ${minutesApart}::float8 * interval '1 minute' as starts_at
      from generate_series(0, ${count - 1}::integer) as number
    ) as made`.execute(db);
}

/** Lets channels `channel 0` and on follow a case each, under its number. */
export async function followCases(db: Executor, cases: number): Promise<void> {
  await sql`
    insert into follower (kind, id, offsets, language, zone)
    select 'channel', 'channel ' || number, '{1h}', 'en', 'America/Toronto'
    from generate_series(0, ${cases - 1}::integer) as number`.execute(db);
  await sql`
    insert into follow (follower_kind, follower_id, target_kind, target_id)
    select 'channel', 'channel ' || number, 'case', 'CASE ' || number
    from generate_series(0, ${cases - 1}::integer) as number`.execute(db);
}

/**
 * Makes the reminder of one hour before due for every hearing, spread evenly over so many seconds: courts begin at full
 * minutes, and a queue is easiest to fill in between.
 */
export async function oweReminders(db: Executor, cases: number, from: Date, seconds: number): Promise<void> {
  await sql`
    insert into hearing_due (hearing_id, revision, key, errand, due_at)
    select id, 1, 'remind 1h channel channel ' || number % ${cases}::integer,
      json_build_object('kind', 'remind', 'offset', '1h', 'follower',
        json_build_object('kind', 'channel', 'id', 'channel ' || number % ${cases}::integer))::text,
      ${from}::timestamptz + number * ${seconds}::float8 / total * interval '1 second'
    from (
      select id, row_number() over (order by id) - 1 as number, count(*) over () as total from hearing
    ) as each`.execute(db);
}
