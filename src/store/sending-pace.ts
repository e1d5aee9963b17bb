import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { type Pace, paceAt } from '../jobs/pace.ts';
import type { Tables } from './tables.ts';

const instants = z.array(z.number());

/** What may still be sent in this second, by this bot and all that share its database. */
export interface SendingPace extends Pace {
  /** Notes, in the transaction of the claim, that so many start now; gives the milliseconds until one more may. */
  start(count: number): Promise<number>;
}

/**
 * Looks at the pace and holds it until the commit: Teams counts what all bots of one app send. The clock is the
 * database's, for those of two machines differ.
 */
export async function holdPace(tx: Transaction<Tables>, perSecond: number): Promise<SendingPace> {
  const row = (await look(tx)) ?? (await begin(tx));
  const now = Number(row.now);
  const pace = paceAt(now, perSecond, instants.parse(JSON.parse(row.starts)));
  return {
    ...pace,
    start: async count => {
      const starts = [...pace.recent, ...Array.from({ length: count }, () => now)];
      if (count > 0) await sql`update sending_pace set starts = ${JSON.stringify(starts)}`.execute(tx);
      return paceAt(now, perSecond, starts).wait;
    },
  };
}

interface Row {
  readonly starts: string;
  readonly now: string | number;
}

async function look(tx: Transaction<Tables>): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select starts, floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now
    from sending_pace for update`.execute(tx);
  return rows[0];
}

async function begin(tx: Transaction<Tables>): Promise<Row> {
  await sql`insert into sending_pace (id, starts) values (1, '[]') on conflict do nothing`.execute(tx);
  return (await look(tx)) as Row;
}
