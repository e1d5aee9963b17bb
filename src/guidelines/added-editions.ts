import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Language, languages } from '../i18n/language.ts';
import { readDataFile } from '../shared/data-file.ts';
import { loadYaml } from '../shared/yaml.ts';
import type { CarriedOver, Review } from './carry-over.ts';
import type { EditionSource } from './edition.ts';
import { editionsFile } from './load.ts';

/**
 * The folder of editions that a ministry has added: `editions.yaml`, the texts, for each edition a folder with what names
 * its passages, and `in-use.yaml`. It is made by commands and stands outside the program, which stays as it was installed.
 */
const inUseFile = z.partialRecord(z.enum(languages), z.string());
const reviewFile = z.array(
  z.strictObject({ what: z.enum(['consultation', 'passage', 'list']), id: z.string(), reason: z.string() }),
);

/** True where a ministry has added editions. */
export const hasAddedEditions = (folder: string): boolean => existsSync(join(folder, 'editions.yaml'));

/** The folder of what names the passages of an added edition. */
export const knowledgeFolderOf = (folder: string, id: string): string => join(folder, id);

/**
 * Which edition is in use in a language, by id, where that is not the one that comes with Vigil.
 *
 * @throws DataFileError naming file and line
 */
export function readInUse(folder: string): Partial<Record<Language, string>> {
  const path = join(folder, 'in-use.yaml');
  return existsSync(path) ? readDataFile(path, inUseFile) : {};
}

/** Says which edition is in use in each language. */
export function writeInUse(folder: string, inUse: Partial<Record<Language, string>>): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  write(
    join(folder, 'in-use.yaml'),
    '# The edition in use in each language, by id. Written by the command “edition”.',
    inUse,
  );
}

/** What of an added edition waits for review. @throws DataFileError naming file and line */
export function readReview(folder: string, id: string): readonly Review[] {
  const path = join(folder, id, 'review.yaml');
  return existsSync(path) ? readDataFile(path, reviewFile) : [];
}

/** Puts an edition into the folder: first its text and knowledge, last its entry, so that a half-written one is none. */
export function addEdition(folder: string, source: EditionSource, text: string, carried: CarriedOver): void {
  const { id, ...described } = source;
  const own = join(folder, id);
  mkdirSync(join(own, 'phrasings'), { recursive: true, mode: 0o700 });
  const file = `${id}.txt`;
  writeFileSync(join(folder, file), text);
  const sections = Map.groupBy(carried.phrasings, ([passage]) => passage.split('#')[0] ?? '');
  for (const [section, passages] of sections) {
    write(
      join(own, 'phrasings', `${section}.yaml`),
      `# How officials ask for the passages of section ${section}, in English and French.`,
      Object.fromEntries(passages),
    );
  }
  write(
    join(own, 'gaps.yaml'),
    '# Places where the text lost a list, and the ways to ask for that list.',
    carried.gaps,
  );
  write(
    join(own, 'consultations.yaml'),
    '# What the guidelines ask missions to do with Headquarters. `words` must stand in `passage` exactly as they are here.',
    carried.consultations,
  );
  write(
    join(own, 'review.yaml'),
    '# What somebody who knows the guidelines must look at. Take an entry out once it is seen to.',
    carried.review,
  );
  const path = join(folder, 'editions.yaml');
  const listed = existsSync(path) ? readDataFile(path, editionsFile) : [];
  const sha256 = createHash('sha256').update(text).digest('hex');
  write(path, '# The editions that were added. The text files are kept word for word as published.', [
    ...listed,
    { id, file, sha256, ...described },
  ]);
}

/** Written beside and moved into place: whoever reads finds the file as it was or as it is. */
function write(path: string, comment: string, data: unknown): void {
  const draft = `${path}.new`;
  writeFileSync(draft, `${comment}\n${loadYaml().stringify(data, { lineWidth: 0 })}`);
  renameSync(draft, path);
}
