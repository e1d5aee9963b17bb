import type { HearingCards } from '../hearings/ports.ts';
import type { Executor } from './database.ts';

/** Which messages show a hearing. What never arrived, or was dropped by an operator, shows nothing. */
export function createHearingCards(db: Executor): HearingCards {
  return {
    note: async cards => {
      if (cards.length === 0) return;
      await db
        .insertInto('hearing_card')
        .values(
          cards.map(({ key, hearing, to, language, asks }) => ({
            key,
            hearing_id: hearing,
            to_kind: to.kind,
            to_id: to.id,
            language,
            asks: asks ?? null,
          })),
        )
        .onConflict(conflict => conflict.doNothing())
        .execute();
    },
    of: async hearing => {
      const rows = await db
        .selectFrom('hearing_card')
        .innerJoin('outbox', 'outbox.key', 'hearing_card.key')
        .select(['hearing_card.key', 'hearing_card.to_kind', 'hearing_card.to_id', 'hearing_card.language'])
        .select('asks')
        .where('hearing_id', '=', hearing)
        .where('outbox.state', 'in', ['pending', 'sending', 'sent'])
        .orderBy('hearing_card.seq')
        .execute();
      return rows.map(row => ({
        key: row.key,
        hearing,
        to: { kind: row.to_kind, id: row.to_id },
        language: row.language,
        ...(row.asks ? { asks: row.asks } : {}),
      }));
    },
  };
}
