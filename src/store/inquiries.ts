import { type Selectable, sql } from 'kysely';
import type { Inquiry } from '../inquiries/inquiry.ts';
import type { Inquiries, Kept } from '../inquiries/ports.ts';
import { storedInquiry } from '../inquiries/stored-inquiry.ts';
import type { Executor } from './database.ts';
import type { KeyRing } from './encryption.ts';
import { nextNumber } from './reference-numbers.ts';
import type { Tables } from './tables.ts';

/** A page ends with a number of the table’s own. */
const cursor = /^\d{1,15}$/;

type Row = Pick<Selectable<Tables['inquiry']>, 'reference' | 'version' | 'state'>;

/** The columns are for finding; what counts is the encrypted state. */
export function createInquiries(db: Executor, keys: KeyRing): Inquiries {
  const stateOf = ({ reference, state }: Row): Inquiry =>
    storedInquiry.parse(JSON.parse(keys.decrypt(state, stateCell(reference))));
  const read = (row: Row | undefined): Kept | undefined =>
    row && { version: row.version, state: stateOf(row) };
  const columns = (state: Inquiry, at: string) => ({
    status: state.status,
    asker: state.asker,
    desk: state.desk,
    updated_at: at,
    state: keys.encrypt(JSON.stringify(state), stateCell(state.reference)),
  });
  const one = (reference: string) =>
    db.selectFrom('inquiry').select(['reference', 'version', 'state']).where('reference', '=', reference);
  return {
    nextReference: async year => `ASK-${year}-${await nextNumber(db, 'inquiry', year)}`,
    add: async (state, form, at) => {
      await db
        .insertInto('inquiry')
        .values({ reference: state.reference, version: 1, form, ...columns(state, at) })
        .execute();
      return { version: 1, state };
    },
    take: async reference => read(await one(reference).forUpdate().executeTakeFirst()),
    find: async reference => read(await one(reference).executeTakeFirst()),
    save: async ({ version }, state, at) => {
      const { numUpdatedRows } = await db
        .updateTable('inquiry')
        .set({ version: version + 1, ...columns(state, at) })
        .where('reference', '=', state.reference)
        .where('version', '=', version)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) throw new Error('the inquiry was changed without being taken');
      return { version: version + 1, state };
    },
    sentAs: async form => {
      const row = await db
        .selectFrom('inquiry')
        .select('reference')
        .where('form', '=', form)
        .executeTakeFirst();
      return row?.reference;
    },
    list: async ({ asker, openAt, most, after = '' }) => {
      const matching = db
        .selectFrom('inquiry')
        .where(eb =>
          eb.or([
            ...(asker === undefined ? [] : [eb('asker', '=', asker)]),
            eb.and([eb('status', '=', 'open'), sql<boolean>`desk = any (${[...(openAt ?? [])]}::text[])`]),
          ]),
        );
      const { count } = await matching
        .select(eb => eb.fn.countAll<string | number>().as('count'))
        .executeTakeFirstOrThrow();
      const rows = await matching
        .select(['seq', 'reference', 'version', 'state'])
        .$if(cursor.test(after), more => more.where('seq', '<', after))
        .orderBy('seq', 'desc')
        .limit(most + 1)
        .execute();
      const page = rows.slice(0, most);
      const last = page.at(-1);
      return {
        found: page.map(stateOf),
        count: Number(count),
        ...(rows.length > page.length && last ? { next: String(last.seq) } : {}),
      };
    },
    removeSettledBefore: async time => {
      const rows = await db
        .deleteFrom('inquiry')
        .where('status', '<>', 'open')
        .where('updated_at', '<', time)
        .returning('reference')
        .execute();
      return rows.map(({ reference }) => reference);
    },
  };
}

/** Where the state stands encrypted. */
function stateCell(reference: string) {
  return { table: 'inquiry', column: 'state', row: reference };
}
