import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { createChangeHearing } from '../../src/conversation/hearings/change-hearing.ts';
import { zones } from '../../src/hearings/court-time.ts';
import type { Due } from '../../src/hearings/due.ts';
import { type Executor, openDatabase } from '../../src/store/database.ts';
import { newKey, readKeyRing } from '../../src/store/encryption.ts';
import type { Place } from '../../src/store/open-engine.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { freshFolder } from '../store/folders.ts';
import { findPostgres, startPostgres } from '../store/postgres-server.ts';
import { addManyHearings, followCases } from '../support/many-hearings.ts';
import { median, show } from './figures.ts';

/**
 * Whether a calendar of a million hearings is as fast as one of ten thousand: `node test/bench/hearings.ts`, or with
 * `--engine postgres` or `--engine pglite` on one of the engines. Method:
 *
 * - hearings lie evenly over ten years, one of them still to come, a hundred to a case; each case has a channel that
 *   follows it, and each hearing one due, open for those to come. The tables are analysed once, as the server does by itself.
 * - adding: a hearing with its dues and its record, one commit; listing: a month of what a channel sees that follows ten
 *   cases, or fifty: some eight hearings, or forty; next due batch: when there is something to do, and the taking of what
 *   is due of fifty hearings, of five hundred.
 * - medians of 200 after 20 of warming up, on both sizes in turns; the ratio is that of the medians.
 */
process.env.VIGIL_TEST_DIR ??= tmpdir();
const sizes = [10_000, 1_000_000] as const;
const perCase = 100;
/** How many cases a channel follows: each case has a hearing nearly every month. */
const readers = [10, 50] as const;
const years = 10;
const year = 365 * 24 * 3_600_000;
const reader = (cases: number) => ({ kind: 'channel', id: `reader of ${cases}` }) as const;
const keys = readKeyRing(newKey('bench'));
const now = new Date();
const ana = { person: 'ana', mission: 'bogota' };
const say = (text: string) => process.stdout.write(`${text}\n`);

async function fill(place: Place, count: number): Promise<void> {
  await (await openStore({ ...place, keys })).close();
  const { db, close } = await openDatabase(place);
  const cases = count / perCase;
  const first = new Date(Math.floor((now.getTime() - (years - 1) * year) / 60_000) * 60_000);
  await addManyHearings(db, { count, cases, first, minutesApart: (years * year) / 60_000 / count });
  await followCases(db, cases);
  for (const followed of readers) await readSome(db, cases, followed);
  await oweEach(db);
  await sql`vacuum (analyze)`.execute(db);
  await close();
}

/** Cases that lie far apart, so that each month has some of their hearings. */
async function readSome(db: Executor, cases: number, followed: number): Promise<void> {
  const { id } = reader(followed);
  await sql`
    insert into follower (kind, id, offsets, language, zone)
    values ('channel', ${id}, '{1h}', 'en', 'America/Toronto')`.execute(db);
  await sql`
    insert into follow (follower_kind, follower_id, target_kind, target_id)
    select 'channel', ${id}, 'case', 'CASE ' || number * ${cases / followed}::integer
    from generate_series(0, ${followed - 1}::integer) as number`.execute(db);
}

/** A reminder of an hour before for each: those of the past are settled. */
async function oweEach(db: Executor): Promise<void> {
  await sql`
    insert into hearing_due (hearing_id, revision, key, errand, due_at, settled_at)
    select id, 1, 'remind 1h channel ' || channel, json_build_object('kind', 'remind', 'offset', '1h', 'follower',
        json_build_object('kind', 'channel', 'id', channel))::text,
      due, case when due < ${now} then due end
    from (
      select id, replace(case_name, 'CASE', 'channel') as channel, starts_at - interval '1 hour' as due from hearing
    ) as each`.execute(db);
}

/** What is measured, in milliseconds. */
const works: readonly { readonly name: string; readonly work: (store: Store) => Promise<unknown> }[] = [
  {
    name: 'adding one',
    work: async store => {
      const changes = createChangeHearing(
        store,
        zones,
        async () => ({ announce: async () => {}, directory: { official: () => undefined } }),
        () => now,
      );
      const date = new Date(now.getTime() + 60 * 24 * 3_600_000).toISOString().slice(0, 10);
      const details = {
        caseName: 'CASE 7',
        mission: 'bogota',
        kind: 'trial',
        court: 'Juzgado 4',
        place: 'Bogotá',
        zone: 'America/Bogota',
        access: 'open',
      } as const;
      const added = await changes.add(
        { details, when: { date, time: '09:30' }, notes: { judge: 'a note' } },
        ana,
      );
      if (!('hearing' in added)) throw new Error('the hearing was not added');
    },
  },
  ...readers.map(followed => ({
    name: `a month of ${followed} cases`,
    work: async (store: Store) => {
      const from = new Date(now.getTime() + year / 3);
      const until = new Date(from.getTime() + year / 12);
      const listed = await store.hearings.list({ from, until, followedBy: reader(followed), most: 500 });
      const expected = (followed * perCase) / (years * 12);
      if (Math.abs(listed.length - expected) > expected / 2)
        throw new Error(`a month of ${followed} cases has ${listed.length} hearings, not some ${expected}`);
    },
  })),
  {
    name: 'next due batch',
    work: async store => {
      await store.dues.next();
      // The clock stands where five hundred are due.
      const at = dueAt.get(store) ?? now;
      await undone(() => store.transaction(async ({ dues }) => expectFifty(await dues.take(at, 50))));
    },
  },
];

/** When five hundred are due. */
const dueAt = new Map<Store, Date>();

/** Everything is taken back, so that the next time finds the same. */
class TakenBack extends Error {}
async function undone(work: () => Promise<void>): Promise<void> {
  await work().catch(error => {
    if (!(error instanceof TakenBack)) throw error;
  });
}
function expectFifty(taken: readonly Due[]): never {
  const hearings = new Set(taken.map(({ hearing }) => hearing)).size;
  if (hearings !== 50) throw new Error(`what was due of ${hearings} hearings was taken`);
  throw new TakenBack();
}

async function measure(engine: string, places: readonly Place[]): Promise<void> {
  const stores: Store[] = [];
  for (const [index, place] of places.entries()) {
    const began = performance.now();
    await fill(place, sizes[index] ?? 0);
    const { db, close } = await openDatabase(place);
    const { rows } = await sql<{ due_at: Date }>`
      select due_at from hearing_due where settled_at is null order by due_at offset 499 limit 1`.execute(db);
    await close();
    const store = await openStore({ ...place, keys });
    stores.push(store);
    dueAt.set(store, rows[0]?.due_at ?? now);
    say(`${engine}: ${sizes[index]} hearings stored in ${Math.round((performance.now() - began) / 1_000)} s`);
  }
  for (const { name, work } of works) {
    const times: number[][] = stores.map(() => []);
    for (let round = -20; round < 200; round += 1) {
      for (const [index, store] of stores.entries()) {
        const began = performance.now();
        await work(store);
        if (round >= 0) times[index]?.push(performance.now() - began);
      }
    }
    const [few = 0, many = 0] = times.map(median);
    show({
      what: `${name}, ${engine}: among 10,000 hearings, a million, ratio`,
      seen: `${few.toFixed(1)} ms, ${many.toFixed(1)} ms, ${(many / few).toFixed(2)}`,
      goal: { of: 'ratio 2', met: many / few <= 2 },
    });
  }
  for (const store of stores) await store.close();
}

async function onPGlite(): Promise<void> {
  const folders = [await freshFolder(), await freshFolder()];
  try {
    await measure(
      'PGlite',
      folders.map(dataDir => ({ dataDir })),
    );
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(): Promise<void> {
  const bin = findPostgres();
  if (!bin) {
    say('PostgreSQL skipped: no server found');
    return;
  }
  const server = await startPostgres(bin);
  try {
    const urls = [await server.createDatabase(), await server.createDatabase()];
    await measure(
      'PostgreSQL',
      urls.map(databaseUrl => ({ databaseUrl })),
    );
  } finally {
    await server.stop();
  }
}

const { values } = parseArgs({ options: { engine: { type: 'string' } } });
if (values.engine !== 'postgres') await onPGlite();
if (values.engine !== 'pglite') await onPostgres();
