import { createChangeHearing } from '../conversation/hearings/change-hearing.ts';
import { readHearingsFile } from '../conversation/hearings/import-file.ts';
import type { Mission } from '../directory/unit.ts';
import { zones } from '../hearings/court-time.ts';
import { wordImportProblem } from '../hearings/import-row.ts';
import { wordRefusal } from '../hearings/refusals.ts';
import { StoreError } from './errors.ts';
import type { Store } from './store.ts';

/** A file of hearings as the operator gives it. */
export interface ImportRequest {
  readonly text: string;
  readonly format: 'csv' | 'ics';
  /** The mission of lines that name none, by its id or name. */
  readonly mission: string | undefined;
  /** Says what would be imported, and imports nothing. */
  readonly dryRun: boolean;
}

/**
 * Imports a file of hearings: all of them in one commit, or none, with every bad line named.
 *
 * @param missions as the directory's file has them
 * @returns the exit code
 * @throws StoreError for a mission that is not there
 */
export async function importHearings(
  store: Store,
  { text, format, mission, dryRun }: ImportRequest,
  missions: readonly Mission[],
  print: (text: string) => void,
  operator: string,
  now: Date,
): Promise<number> {
  const missionNamed = (typed: string) =>
    missions.find(({ id, name }) =>
      [id, name.en, name.fr].some(one => one.localeCompare(typed, undefined, { sensitivity: 'base' }) === 0),
    )?.id;
  const ownMission = mission === undefined ? undefined : missionNamed(mission);
  if (mission !== undefined && ownMission === undefined) {
    throw new StoreError(`there is no mission “${mission}”: ${missions.map(({ id }) => id).join(', ')}`);
  }
  const context = {
    now,
    zones,
    language: 'en',
    missionNamed,
    ...(ownMission ? { ownMission } : {}),
  } as const;
  const imported = await readHearingsFile(text, format, context, store.hearings);
  if (imported.problems) {
    for (const problem of imported.problems) print(wordImportProblem(problem, 'en'));
    print('nothing was imported');
    return 1;
  }
  const { rows } = imported;
  if (dryRun) {
    for (const { line, details, when } of rows) {
      const { caseName, kind, zone, mission: of } = details;
      print(`line ${line}: ${caseName}, ${kind}, ${when.date} ${when.time} ${zone}, ${of}`);
    }
    print(`would import ${rows.length}; nothing was imported`);
    return 0;
  }
  // Followers are reminded of what is imported, and not told of each.
  const changes = createChangeHearing(
    store,
    zones,
    async () => ({ announce: async () => {}, directory: { official: () => undefined } }),
    () => now,
  );
  const added = await changes.addAll(rows, { person: `operator ${operator}` });
  if ('repeated' in added) throw new Error('an import without a press was taken for a repeated one');
  if ('refused' in added) {
    print(`Line ${rows[added.request]?.line}: ${wordRefusal(added, 'en')}`);
    print('nothing was imported');
    return 1;
  }
  print(`imported ${added.length}: ${added.map(({ id }) => id).join(' ')}`);
  return 0;
}
