import { z } from 'zod';
import { languages } from '../i18n/language.ts';
import { DataFileError, parseData, readText } from '../shared/data-file.ts';
import { type Desk, deskRoles, type Mission, type Official } from './unit.ts';

/** What the directory's file says, with every person named by their Entra object id. */
export interface DirectoryFile {
  readonly officials: readonly Official[];
  readonly missions: readonly Mission[];
  readonly desks: readonly Desk[];
}

export const emptyDirectoryFile: DirectoryFile = { officials: [], missions: [], desks: [] };

const name = z.string().trim().min(1).max(100);
/** An Entra object id, which Microsoft writes in small letters; the local client has ids of other forms. */
const personId = z
  .string()
  .trim()
  .min(1)
  .transform(id => (z.guid().safeParse(id).success ? id.toLowerCase() : id));
const unitId = z.string().regex(/^[a-z0-9-]{1,40}$/, 'must have small letters, digits and - only');
const handle = z.string().min(1);
const unit = {
  id: unitId,
  name: z.strictObject({ en: name, fr: name }),
  timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone such as America/Bogota'),
  language: z.enum(languages).default('en'),
  head: handle,
  dutyOfficer: handle,
  officials: z.array(handle).default([]),
  channel: z.string().min(1).optional(),
  followsChannel: z.boolean().default(false),
};
const schema = z.strictObject({
  people: z.record(
    handle,
    z.strictObject({
      id: personId,
      name,
      administrator: z.boolean().default(false),
    }),
  ),
  missions: z.array(z.strictObject(unit)).default([]),
  desks: z
    .array(z.strictObject({ ...unit, role: z.enum(deskRoles), missions: z.array(unitId).min(1).optional() }))
    .default([]),
});
type UnitEntry = z.output<typeof schema>['missions'][number];

/**
 * Reads the directory of missions, desks and people.
 *
 * @param file its name, for problems
 * @throws DataFileError with every problem: a person or mission that is not there, an id twice, one person at two missions,
 *   a channel of two units
 */
export function parseDirectory(file: string, text: string): DirectoryFile {
  const { people, missions, desks } = parseData(file, text, schema);
  const problems = [
    ...repeated(Object.values(people).map(({ id }) => id)).map(id => `people: the id ${id} is there twice`),
    ...repeated(missions.map(({ id }) => id)).map(id => `missions: “${id}” is there twice`),
    ...repeated(desks.map(({ id }) => id)).map(id => `desks: “${id}” is there twice`),
    ...repeated([...missions, ...desks].map(({ channel }) => channel)).map(
      channel => `the channel ${channel} belongs to two units`,
    ),
    ...[...missions, ...desks].flatMap(({ id, head, dutyOfficer, officials }) =>
      [head, dutyOfficer, ...officials]
        .filter(one => !Object.hasOwn(people, one))
        .map(one => `${id}: there is no “${one}” among the people`),
    ),
    ...desks.flatMap(desk =>
      (desk.missions ?? [])
        .filter(mission => !missions.some(({ id }) => id === mission))
        .map(mission => `${desk.id}: there is no mission “${mission}”`),
    ),
    ...repeated(missions.flatMap(handlesOf)).map(one => `people: “${one}” serves at two missions`),
  ];
  if (problems.length > 0) throw new DataFileError(file, problems);

  const idOf = (one: string) => people[one]?.id ?? '';
  const common = ({ officials: _, ...entry }: UnitEntry) => {
    const { channel, ...rest } = entry;
    return {
      ...rest,
      head: idOf(entry.head),
      dutyOfficer: idOf(entry.dutyOfficer),
      staff: handlesOf({ ...entry, officials: _ }).map(idOf),
      ...(channel ? { channel } : {}),
    };
  };
  return {
    missions: missions.map(entry => ({ kind: 'mission', ...common(entry) })),
    desks: desks.map(({ role, missions: responsibleFor, ...entry }) => ({
      kind: 'desk',
      role,
      ...common(entry),
      ...(responsibleFor ? { missions: responsibleFor } : {}),
    })),
    officials: Object.entries(people).map(([one, { id, name: called, administrator }]) => {
      const mission = missions.find(entry => handlesOf(entry).includes(one));
      return {
        id,
        name: called,
        administrator,
        ...(mission ? { mission: mission.id } : {}),
        desks: desks.filter(entry => handlesOf(entry).includes(one)).map(desk => desk.id),
      };
    }),
  };
}

/** Everybody of a unit, once each. */
function handlesOf({
  head,
  dutyOfficer,
  officials,
}: Pick<UnitEntry, 'head' | 'dutyOfficer' | 'officials'>): string[] {
  return [...new Set([head, dutyOfficer, ...officials])];
}

function repeated(values: readonly (string | undefined)[]): string[] {
  return [
    ...new Set(values.filter((value, index) => value !== undefined && values.indexOf(value) !== index)),
  ] as string[];
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Z]/.test(zone);
  } catch {
    return false;
  }
}

/**
 * The missions of a directory's file alone, for operators' commands.
 *
 * @param path undefined for a ministry that has no file yet
 * @throws DataFileError when the file is wrong
 */
export function readMissions(path: string | undefined): readonly Mission[] {
  return path === undefined ? [] : parseDirectory(path, readText(path)).missions;
}
