import { z } from 'zod';
import type { Language } from '../i18n/language.ts';
import { translatorFor } from '../i18n/translator.ts';
import type { HearingDetails, When } from './commands.ts';
import type { Zones } from './court-time.ts';
import { type Access, accesses, codeNameOf, type HearingKind, hearingKinds, type Notes } from './hearing.ts';
import { readWhen, type WhenTyped } from './natural-date.ts';
import { findPlaces } from './places.ts';

/** A hearing read from a file; `line` is where it begins there, from 1. */
export interface ImportRow {
  readonly line: number;
  readonly details: HearingDetails;
  readonly when: Exclude<When, 'to-be-announced'>;
  readonly notes: Notes;
}

/** Why a line cannot be taken. Each is worded under `hearing.import.<problem>`. */
export const importProblems = [
  'file-unreadable',
  'file-empty',
  'file-too-long',
  'column-unknown',
  'column-missing',
  'name-invalid',
  'kind-unknown',
  'access-unknown',
  'mission-unknown',
  'place-unknown',
  'zone-unknown',
  'zone-needed',
  'zone-ambiguous',
  'date-not-understood',
  'date-ambiguous',
  'date-weekday-differs',
  'time-missing',
  'time-past',
  'time-skipped',
  'time-doubled',
  'text-too-long',
  'line-repeated',
  'line-known',
  'event-repeating',
  'event-cancelled',
] as const;

export interface ImportProblem {
  readonly line: number;
  readonly problem: (typeof importProblems)[number];
  /** The column or part, never what stands in it. */
  readonly where: string;
}

/** Everything or nothing: rows only when there is no problem. */
export type Imported =
  | { readonly rows: readonly ImportRow[]; readonly problems?: undefined }
  | { readonly problems: readonly ImportProblem[]; readonly rows?: undefined };

export interface ImportContext {
  readonly now: Date;
  readonly zones: Zones;
  readonly language: Language;
  /** The id of a mission by what people call it. */
  readonly missionNamed: (name: string) => string | undefined;
  /** For lines that name no mission. */
  readonly ownMission?: string;
}

/** More hearings than any mission keeps. */
export const mostRows = 2_000;

/** What a line says, part by part, as text. */
export const importFields = z.object({
  caseName: z.string().default(''),
  kind: z.string().default(''),
  court: z.string().max(200).default(''),
  place: z.string().max(200).default(''),
  date: z.string().max(100).default(''),
  time: z.string().max(50).default(''),
  zone: z.string().max(100).default(''),
  access: z.string().default(''),
  mission: z.string().default(''),
  judge: z.string().max(500).default(''),
  charges: z.string().max(2_000).default(''),
});
export type ImportFields = z.infer<typeof importFields>;

type Problem = ImportProblem['problem'];

/** Reads the parts of one line; all that is wrong with it, or the hearing. */
export function readRow(
  line: number,
  given: Partial<ImportFields>,
  context: ImportContext,
): ImportRow | readonly ImportProblem[] {
  const problems: ImportProblem[] = [];
  const fail = (problem: Problem, where: string): undefined => {
    problems.push({ line, problem, where });
    return undefined;
  };
  const parsed = importFields.safeParse(given);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path }) => ({ line, problem: 'text-too-long', where: path.join('.') }));
  }
  const fields = parsed.data;
  const caseName = codeNameOf(fields.caseName) ?? fail('name-invalid', 'caseName');
  const kind = fields.kind === '' ? 'other' : (kindNamed(fields.kind) ?? fail('kind-unknown', 'kind'));
  const access =
    fields.access === '' ? 'unknown' : (accessNamed(fields.access) ?? fail('access-unknown', 'access'));
  const mission =
    (fields.mission === '' ? context.ownMission : context.missionNamed(fields.mission)) ??
    fail('mission-unknown', 'mission');
  const zone = zoneOf(fields, context, fail);
  const when = zone === undefined ? undefined : whenIn(zone, fields, context, fail);
  if (
    problems.length > 0 ||
    caseName === undefined ||
    kind === undefined ||
    access === undefined ||
    mission === undefined ||
    zone === undefined ||
    when === undefined
  ) {
    return problems;
  }
  const { court, place, judge, charges } = fields;
  const notes = { ...(judge ? { judge } : {}), ...(charges ? { charges } : {}) };
  return { line, details: { caseName, mission, kind, court, place, zone, access }, when, notes };
}

type Fail = (problem: Problem, where: string) => undefined;

/** The zone that is named, or that of the place; never a guess among several. */
function zoneOf({ zone, place }: ImportFields, { zones }: ImportContext, fail: Fail): string | undefined {
  if (zones.isZone(zone)) return zone;
  const name = zone === '' ? place : zone;
  if (name === '') return fail('zone-needed', 'zone');
  const found = [...new Set(findPlaces(name, zones).map(one => one.zone))];
  if (found.length > 1) return fail('zone-ambiguous', zone === '' ? 'place' : 'zone');
  return found[0] ?? (zone === '' ? fail('place-unknown', 'place') : fail('zone-unknown', 'zone'));
}

const problemOfReading: Readonly<Record<Extract<WhenTyped, { problem: string }>['problem'], Problem>> = {
  ambiguous: 'date-ambiguous',
  past: 'time-past',
  'no-date': 'date-not-understood',
  'no-time': 'time-missing',
  'not-understood': 'date-not-understood',
  'zone-named': 'date-not-understood',
  'weekday-differs': 'date-weekday-differs',
};

function whenIn(
  zone: string,
  { date, time }: ImportFields,
  { now, zones, language }: ImportContext,
  fail: Fail,
): ImportRow['when'] | undefined {
  const typed = readWhen(`${date} ${time}`.trim(), { now, zone, language, zones });
  if ('problem' in typed) return fail(problemOfReading[typed.problem], 'date');
  const { clock, ...when } = typed.reading;
  if (clock === 'skipped') return fail('time-skipped', 'time');
  if (clock === 'doubled') return fail('time-doubled', 'time');
  return when;
}

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

/** A kind by its name in the file or in either language. */
function kindNamed(text: string): HearingKind | undefined {
  return hearingKinds.find(kind =>
    [kind, ...translators.map(t => t(`hearing.kind.${kind}`))].some(name => folded(name) === folded(text)),
  );
}

function accessNamed(text: string): Access | undefined {
  return accesses.find(access =>
    [access, ...translators.map(t => t(`hearing.access.${access}`))].some(
      name => folded(name) === folded(text),
    ),
  );
}

const translators = [translatorFor('en'), translatorFor('fr')];

/** Puts lines together: all rows, or all problems. A hearing that stands there twice is one of them. */
export function gather(results: readonly (ImportRow | readonly ImportProblem[])[]): Imported {
  const rows = results.filter((result): result is ImportRow => 'details' in result);
  const problems = results.flatMap(result => ('details' in result ? [] : result));
  const seen = new Set<string>();
  for (const { line, details, when } of rows) {
    const key = JSON.stringify([details.caseName, details.zone, details.court, when.date, when.time]);
    if (seen.has(key)) problems.push({ line, problem: 'line-repeated', where: '' });
    seen.add(key);
  }
  if (problems.length > 0) {
    return { problems: problems.toSorted((one, other) => one.line - other.line) };
  }
  if (rows.length === 0) return { problems: [{ line: 1, problem: 'file-empty', where: '' }] };
  return rows.length > mostRows ? { problems: [{ line: 1, problem: 'file-too-long', where: '' }] } : { rows };
}

/** The sentence for a problem. */
export function wordImportProblem({ line, problem, where }: ImportProblem, language: Language): string {
  return translatorFor(language)(`hearing.import.${problem}`, { line, where });
}
