import { CsvError, parse } from 'csv-parse/sync';
import {
  gather,
  type ImportContext,
  type Imported,
  type ImportFields,
  type ImportProblem,
  readRow,
} from './import-row.ts';

/** What columns may be called, in both languages. */
const columns: Readonly<Record<keyof ImportFields, readonly string[]>> = {
  caseName: ['case', 'code name', 'affaire', 'dossier', 'nom de code'],
  kind: ['kind', 'type', 'nature', 'genre'],
  court: ['court', 'tribunal', 'cour'],
  place: ['place', 'city', 'lieu', 'ville'],
  date: ['date', 'jour'],
  time: ['time', 'heure'],
  zone: ['zone', 'time zone', 'timezone', 'fuseau', 'fuseau horaire'],
  access: ['access', 'acces'],
  mission: ['mission'],
  judge: ['judge', 'juge'],
  charges: ['charges', 'accusations', 'chefs d accusation'],
};
const needed = ['caseName', 'date'] as const;

/**
 * Reads hearings from a CSV file with a line of column names (`case, date, time, place …`), whose fields are set apart by
 * commas, semicolons or tabs.
 */
export function readCsv(text: string, context: ImportContext): Imported {
  let records: { record: string[]; raw: string; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      // Spreadsheets write emptied rows as separators alone.
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { problems: [{ line: Number(error.lines ?? 1), problem: 'file-unreadable', where: '' }] };
  }
  const [header, ...rest] = records;
  if (!header) return gather([]);
  const names = header.record.map(fieldNamed);
  const problems: ImportProblem[] = [
    ...header.record.flatMap((name, index) =>
      names[index] === undefined && name !== ''
        ? [{ line: 1, problem: 'column-unknown' as const, where: name }]
        : [],
    ),
    ...needed.flatMap(name =>
      names.includes(name)
        ? []
        : [{ line: 1, problem: 'column-missing' as const, where: columns[name][0] ?? name }],
    ),
  ];
  if (problems.length > 0) return { problems };
  return gather(
    rest.map(({ record, raw, info }) => {
      // A quoted field may go on over several lines; the record is counted where it ends.
      const line = info.lines - (raw.trim().match(/\r\n|\r|\n/g)?.length ?? 0);
      const stray = record.findIndex((value, index) => value !== '' && names[index] === undefined);
      if (stray >= 0) return [{ line, problem: 'column-unknown', where: String(stray + 1) }];
      return readRow(line, Object.fromEntries(record.map((value, index) => [names[index], value])), context);
    }),
  );
}

/** Whichever the line of column names uses: spreadsheets set fields apart as their country writes decimals. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r?\n/, 1);
  const uses = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, one) => (uses(one) > uses(best) ? one : best));
}

function fieldNamed(column: string): keyof ImportFields | undefined {
  const name = column
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return (Object.keys(columns) as (keyof ImportFields)[]).find(field => columns[field].includes(name));
}
