import type { Selectable } from 'kysely';
import { type Guidance, guidance as storedGuidance } from '../guidelines/guidance.ts';
import type { GuidanceLedger } from '../inquiries/ports.ts';
import type { Executor } from './database.ts';
import type { KeyRing } from './encryption.ts';
import { nextNumber } from './reference-numbers.ts';
import type { Tables } from './tables.ts';

type Row = Pick<Selectable<Tables['guidance']>, 'reference' | 'state'>;

/** HQ guidance holds askers' words: it is encrypted like them. */
export function createGuidance(db: Executor, keys: KeyRing): GuidanceLedger {
  const read = ({ reference, state }: Row): Guidance =>
    storedGuidance.parse(JSON.parse(keys.decrypt(state, stateCell(reference))));
  const columns = (guidance: Guidance) => ({
    revoked_at: guidance.revoked?.at ?? null,
    state: keys.encrypt(JSON.stringify(guidance), stateCell(guidance.reference)),
  });
  const one = (reference: string) =>
    db.selectFrom('guidance').select(['reference', 'state']).where('reference', '=', reference);
  return {
    nextReference: async year => `HQG-${year}-${await nextNumber(db, 'guidance', year)}`,
    add: async guidance => {
      const { reference } = guidance;
      await db
        .insertInto('guidance')
        .values({ reference, ...columns(guidance) })
        .execute();
    },
    find: async reference => {
      const row = await one(reference).executeTakeFirst();
      return row && read(row);
    },
    take: async reference => {
      const row = await one(reference).forUpdate().executeTakeFirst();
      return row && read(row);
    },
    save: async guidance => {
      await db
        .updateTable('guidance')
        .set(columns(guidance))
        .where('reference', '=', guidance.reference)
        .execute();
    },
    inForce: async () => {
      const rows = await db
        .selectFrom('guidance')
        .select(['reference', 'state'])
        .where('revoked_at', 'is', null)
        .orderBy('seq', 'desc')
        .execute();
      return rows.map(read);
    },
    removeRevokedBefore: async time => {
      const rows = await db
        .deleteFrom('guidance')
        .where('revoked_at', '<', time)
        .returning('reference')
        .execute();
      return rows.map(({ reference }) => reference);
    },
  };
}

function stateCell(reference: string) {
  return { table: 'guidance', column: 'state', row: reference };
}
