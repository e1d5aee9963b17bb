import { type RawBuilder, sql } from 'kysely';
import type { Executor } from './database.ts';

/** What has a row of numbers of its own, by year. */
type Numbered = 'escalation' | 'hearing' | 'inquiry' | 'guidance';

/**
 * The next number of a year, as references show it, such as `0042`. Given back when the transaction is rolled back, so that
 * none is missing.
 */
export async function nextNumber(db: Executor, of: Numbered, year: number): Promise<string> {
  const { rows } = await statements[of](year).execute(db);
  return String(rows[0]?.last).padStart(4, '0');
}

const statements: Readonly<Record<Numbered, (year: number) => RawBuilder<{ last: number }>>> = {
  escalation: year => byYear('escalation_number', year),
  hearing: year => byYear('hearing_number', year),
  inquiry: year => byKind('inquiry', year),
  guidance: year => byKind('guidance', year),
};

function byYear(table: 'escalation_number' | 'hearing_number', year: number) {
  return sql<{ last: number }>`
    insert into ${sql.table(table)} (year, last) values (${year}, 1)
    on conflict (year) do update set last = ${sql.ref(`${table}.last`)} + 1 returning last`;
}

function byKind(kind: 'inquiry' | 'guidance', year: number) {
  return sql<{ last: number }>`
    insert into inquiry_number (kind, year, last) values (${kind}, ${year}, 1)
    on conflict (kind, year) do update set last = inquiry_number.last + 1 returning last`;
}
