import type { Zones } from '../../hearings/court-time.ts';
import type { ImportContext, Imported, ImportProblem, ImportRow } from '../../hearings/import-row.ts';
import type { Hearings } from '../../hearings/ports.ts';

/** What a file of hearings can be, by the end of its name; undefined for everything else. */
export function formatOf(name: string): 'csv' | 'ics' | undefined {
  const [, ending = ''] = /\.(csv|ics)$/i.exec(name.trim()) ?? [];
  return ending === '' ? undefined : (ending.toLowerCase() as 'csv' | 'ics');
}

/** Reads a file of hearings: all of its lines, or whatever is wrong with any of them, the calendar's own among it. */
export async function readHearingsFile(
  text: string,
  format: 'csv' | 'ics',
  context: ImportContext,
  hearings: Pick<Hearings, 'list'>,
): Promise<Imported> {
  // Loaded with the first file, not with the start.
  const read =
    format === 'csv'
      ? (await import('../../hearings/import-csv.ts')).readCsv
      : (await import('../../hearings/import-ics.ts')).readIcs;
  const imported = read(text, context);
  if (imported.problems) return imported;
  const problems = await knownAlready(imported.rows, context.zones, hearings);
  return problems.length > 0 ? { problems } : imported;
}

/** More hearings than one case has. */
const mostOfCase = 1_000;

/** A file that is imported twice, or lists what somebody has entered by hand, must not double the calendar. */
async function knownAlready(
  rows: readonly ImportRow[],
  zones: Zones,
  hearings: Pick<Hearings, 'list'>,
): Promise<readonly ImportProblem[]> {
  const problems: ImportProblem[] = [];
  for (const [caseName, ofCase] of Map.groupBy(rows, ({ details }) => details.caseName)) {
    const kept = await hearings.list({ caseName, states: ['scheduled'], most: mostOfCase });
    const keyOf = (court: string, at: Date) => JSON.stringify([court, at.getTime()]);
    const known = new Set(
      kept.flatMap(({ court, schedule }) =>
        schedule.state === 'scheduled' ? [keyOf(court, zones.momentOf(schedule.time).at)] : [],
      ),
    );
    for (const { line, details, when } of ofCase) {
      const at = zones.momentOf({ ...when, zone: details.zone }).at;
      if (known.has(keyOf(details.court, at))) problems.push({ line, problem: 'line-known', where: '' });
    }
  }
  return problems.toSorted((one, other) => one.line - other.line);
}
