import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { importCard } from '../../cards/hearings/import-card.ts';
import { saidCard } from '../../cards/hearings/said-card.ts';
import type { Directory } from '../../directory/directory.ts';
import { accesses, hearingKinds, noteNames } from '../../hearings/hearing.ts';
import { type ImportRow, wordImportProblem } from '../../hearings/import-row.ts';
import { wordRefusal } from '../../hearings/refusals.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import type { Json } from '../../record/canonical-json.ts';
import type { AttachedFile, Turn } from '../incoming.ts';
import { type Reply, say } from '../reply.ts';
import { formatOf, readHearingsFile } from './import-file.ts';
import { missionNamed } from './missions.ts';
import { actorOf, type HearingTools, type Press, refused } from './parts.ts';

/** Fetches a file that somebody attached; says why not where it cannot be had. */
export type FetchFile = (
  file: AttachedFile,
) => Promise<
  | { readonly text: string; readonly failed?: undefined }
  | { readonly failed: 'host' | 'too-large' | 'unreachable' }
>;

const courtTime = z.object({
  date: z.string(),
  time: z.string(),
  turn: z.enum(['first', 'second']).optional(),
});
/** What waits for a yes: the rows of a file that was read. */
const waiting = z.object({
  rows: z.array(
    z.object({
      line: z.number(),
      details: z.object({
        caseName: z.string(),
        mission: z.string(),
        kind: z.enum(hearingKinds),
        court: z.string(),
        place: z.string(),
        zone: z.string(),
        access: z.enum(accesses),
      }),
      when: courtTime,
      notes: z.partialRecord(z.enum(noteNames), z.string()),
    }),
  ),
});

/** Problems beyond these are counted. */
const mostProblems = 25;

/** The use case of attaching a file of hearings: it is read, shown, and taken as a whole or not at all. */
export function createTakeFile(tools: HearingTools) {
  const { calendar, changes, drafts, directory, zones, fetchFile, now } = tools;

  /** @returns undefined when none of the files is one of hearings */
  function read(turn: Turn, files: readonly AttachedFile[], language: Language): Promise<Reply> | undefined {
    const hearings = files.filter(({ name }) => formatOf(name) !== undefined);
    const [file, ...others] = hearings;
    if (!file) return undefined;
    if (others.length > 0) {
      return Promise.resolve(say({ language, text: translatorFor(language)('hearing.file.oneAtATime') }));
    }
    return readOne(turn, file, language);
  }

  async function readOne(turn: Turn, file: AttachedFile, language: Language): Promise<Reply> {
    const t = translatorFor(language);
    const { person } = turn;
    const people = await directory();
    if (!actorOf(person, people)) return refused('not-official', language);
    const fetched = await fetchFile(file);
    if (fetched.failed) return say({ language, text: t(`hearing.file.${fetched.failed}`) });
    const imported = await readHearingsFile(
      fetched.text,
      formatOf(file.name) ?? 'csv',
      contextOf(turn, people, language),
      calendar.hearings,
    );
    if (imported.problems) {
      const lines = imported.problems
        .slice(0, mostProblems)
        .map(problem => wordImportProblem(problem, language));
      const more = imported.problems.length - lines.length;
      const title = t('hearing.file.problems', { count: imported.problems.length });
      const card = saidCard(
        title,
        [
          ...lines,
          ...(more > 0 ? [t('hearing.file.moreProblems', { count: more })] : []),
          t('hearing.file.mend'),
        ],
        language,
      );
      return say({ language, card, summary: title });
    }
    const draft = randomUUID();
    await drafts.keep({ id: draft, owner: person.id, body: asJson(imported.rows) }, now());
    const card = importCard({ draft, rows: imported.rows }, language, zones);
    return say({ language, card, summary: t('hearing.file.title', { count: imported.rows.length }) });
  }

  function contextOf({ person }: Turn, people: Directory, language: Language) {
    const ownMission = people.official(person.id)?.mission;
    return {
      now: now(),
      zones,
      language,
      missionNamed: (name: string) => missionNamed(name, people)?.id,
      ...(ownMission ? { ownMission } : {}),
    };
  }

  async function take({ person }: Press, draft: string, language: Language): Promise<Reply> {
    const t = translatorFor(language);
    const kept = waiting.safeParse(await drafts.find(draft, person.id, now())).data;
    const gone: Reply = { kind: 'notice', language, text: t('hearing.form.gone') };
    if (!kept) return gone;
    const rows = kept.rows as readonly ImportRow[];
    const actor = actorOf(person, await directory());
    const taken = await changes.addAll(rows, actor, `file ${draft}`);
    if ('repeated' in taken) return gone;
    if ('refused' in taken) {
      const line = rows[taken.request]?.line ?? 1;
      const why = t('hearing.file.refused', { line, why: wordRefusal(taken, language) });
      return { kind: 'notice', language, text: why };
    }
    await drafts.drop(draft, person.id);
    const title = t('hearing.file.taken', { count: taken.length });
    return { kind: 'card', language, card: saidCard(title, [t('hearing.file.takenNote')], language) };
  }

  return { read, take };
}
export type TakeFile = ReturnType<typeof createTakeFile>;

function asJson(rows: readonly ImportRow[]): Json {
  return JSON.parse(JSON.stringify({ rows })) as Json;
}
