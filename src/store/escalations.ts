import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import { type Escalation, isClosed, waitingDesks } from '../escalations/escalation.ts';
import type { EscalationQuery, Escalations, Kept } from '../escalations/ports.ts';
import { storedEscalation } from '../escalations/stored-escalation.ts';
import type { Executor } from './database.ts';
import type { KeyRing } from './encryption.ts';
import { nextNumber } from './reference-numbers.ts';
import type { Tables } from './tables.ts';

/** A page ends with a number of the table’s own. */
const cursor = /^\d{1,15}$/;

type Row = Pick<Selectable<Tables['escalation']>, 'reference' | 'version' | 'state'>;

/** The columns are for finding; what counts is the encrypted state. */
export function createEscalations(db: Executor, keys: KeyRing): Escalations {
  const read = (row: Row | undefined): Kept | undefined => {
    if (!row) return undefined;
    const text = keys.decrypt(row.state, stateCell(row.reference));
    return { version: row.version, state: storedEscalation.parse(JSON.parse(text)) };
  };
  const columns = (state: Escalation, at: string) => ({
    status: state.status,
    mission: state.mission,
    requester: state.requester,
    kind: state.kind,
    code_name: state.codeName,
    desks: [...state.threads],
    waiting: [...waitingDesks(state)],
    due_at: state.due,
    updated_at: at,
    closed_at: isClosed(state) ? state.closed.at : null,
    state: keys.encrypt(JSON.stringify(state), stateCell(state.reference)),
  });
  const one = (reference: string) =>
    db.selectFrom('escalation').select(['reference', 'version', 'state']).where('reference', '=', reference);
  return {
    nextReference: async year => `ESC-${year}-${await nextNumber(db, 'escalation', year)}`,
    add: async (state, draft) => {
      const { reference, sentAt } = state;
      await db
        .insertInto('escalation')
        .values({ reference, version: 1, draft: draft ?? null, ...columns(state, sentAt) })
        .execute();
      return { version: 1, state };
    },
    take: async reference => read(await one(reference).forUpdate().executeTakeFirst()),
    find: async reference => read(await one(reference).executeTakeFirst()),
    save: async ({ version }, state, at) => {
      const { numUpdatedRows } = await db
        .updateTable('escalation')
        .set({ version: version + 1, ...columns(state, at) })
        .where('reference', '=', state.reference)
        .where('version', '=', version)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) throw new Error('the escalation was changed without being taken');
      return { version: version + 1, state };
    },
    sentAs: async draft => {
      const row = await db
        .selectFrom('escalation')
        .select('reference')
        .where('draft', '=', draft)
        .executeTakeFirst();
      return row?.reference;
    },
    list: async query => {
      const matching = db.selectFrom('escalation').where(eb => eb.and(conditions(eb, query)));
      const { count } = await matching
        .select(eb => eb.fn.countAll<string | number>().as('count'))
        .executeTakeFirstOrThrow();
      const rows = await matching
        .select(['seq', 'reference', 'version', 'state'])
        .$if(cursor.test(query.after ?? ''), more => more.where('seq', '<', query.after ?? ''))
        .$if(query.byDue === true, sorted => sorted.orderBy('due_at'))
        .orderBy('seq', 'desc')
        .limit(query.most + 1)
        .execute();
      const page = rows.slice(0, query.most);
      const last = page.at(-1);
      return {
        found: page.map(row => read(row) as Kept),
        count: Number(count),
        ...(rows.length > page.length && last && !query.byDue ? { next: String(last.seq) } : {}),
      };
    },
    removeClosedBefore: async time => {
      const rows = await db
        .deleteFrom('escalation')
        .where('closed_at', '<', time)
        .returning('reference')
        .execute();
      return rows.map(({ reference }) => reference);
    },
  };
}

/** Where the state stands encrypted. */
function stateCell(reference: string) {
  return { table: 'escalation', column: 'state', row: reference };
}

function conditions(eb: ExpressionBuilder<Tables, 'escalation'>, query: EscalationQuery) {
  const { requester, waitingFor, mission, codeName, open, status, within } = query;
  const anyOf = (list: readonly string[]) => sql<string[]>`${[...list]}::text[]`;
  return [
    ...(requester === undefined ? [] : [eb('requester', '=', requester)]),
    ...(waitingFor === undefined ? [] : [eb('waiting', '&&', anyOf(waitingFor))]),
    ...(mission === undefined ? [] : [eb('mission', '=', mission)]),
    ...(codeName === undefined
      ? []
      : [sql<boolean>`position(lower(${codeName.normalize('NFC')}) in lower(code_name)) > 0`]),
    ...(open === undefined ? [] : [eb('closed_at', open ? 'is' : 'is not', null)]),
    ...(status === undefined ? [] : [eb('status', '=', status)]),
    ...(within === undefined
      ? []
      : [
          eb.or([
            sql<boolean>`mission = any (${anyOf(within.missions)})`,
            eb('desks', '&&', anyOf(within.desks)),
          ]),
        ]),
  ];
}
