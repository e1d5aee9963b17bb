import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../i18n/language.ts';
import { DataFileError, readDataFile } from '../shared/data-file.ts';
import { addEdition, hasAddedEditions, knowledgeFolderOf } from './added-editions.ts';
import { type CarriedOver, carryOver } from './carry-over.ts';
import { type Comparison, compareEditions } from './compare-editions.ts';
import { consultationsFile } from './consultations.ts';
import { type Edition, EditionError, type EditionSource, parseEdition } from './edition.ts';
import { type Knowledge, loadKnowledge } from './knowledge.ts';
import { loadEditions } from './load.ts';
import { createLikeness } from './match-passages.ts';

/** As long as the buttons of cards may carry, which name their edition. */
const longestEditionId = 40;

/** Where editions come from: what comes with Vigil, and what the ministry has added. */
export interface Shelf {
  readonly shipped: string;
  readonly added: string;
}

/** Every edition of both folders. @throws DataFileError */
export function editionsOn({ shipped, added }: Shelf): Edition[] {
  return [...loadEditions(shipped), ...(hasAddedEditions(added) ? loadEditions(added) : [])];
}

/** The folder of what names the passages of an edition. */
export function ownFolder({ shipped, added }: Shelf, { id }: Edition): string {
  const own = knowledgeFolderOf(added, id);
  return existsSync(own) ? own : shipped;
}

/** Compares two editions with what is known of the first. @throws DataFileError */
export function compareOn(shelf: Shelf, from: Edition, to: Edition): Comparison {
  return compareEditions(from, to, loadKnowledge(shelf.shipped, from, ownFolder(shelf, from)));
}

export interface Imported {
  readonly edition: Edition;
  readonly carried: CarriedOver;
}

/**
 * Adds an edition to the ministry's folder, with the knowledge of an earlier one carried over to it.
 *
 * @param file name of the text, for problems
 * @param bytes the text, in UTF-8
 * @param from the edition whose knowledge is carried over
 * @throws DataFileError naming every line of the file that is wrong; nothing is added then
 */
export function importEdition(
  shelf: Shelf,
  file: string,
  bytes: Uint8Array,
  described: Omit<EditionSource, 'id' | 'missingLists'>,
  from: Edition,
): Imported {
  const id = editionId(described.language, described.label);
  if (id.length > longestEditionId) {
    throw new DataFileError(file, [`its name would be ${id}: give it a shorter --label`]);
  }
  if (editionsOn(shelf).some(edition => edition.id === id)) {
    throw new DataFileError(file, [`there is an edition ${id} already: give this one another --label`]);
  }
  const text = readPlainText(file, bytes);
  const source: EditionSource = { ...described, id, missingLists: [] };
  const draft = parse(file, source, text);
  const own = ownFolder(shelf, from);
  const knowledge: Knowledge = loadKnowledge(shelf.shipped, from, own);
  const consultations = readDataFile(join(own, 'consultations.yaml'), consultationsFile);
  const comparison = compareEditions(from, draft, knowledge);
  const likeness = createLikeness(from, draft, knowledge);
  const carried = carryOver(from, draft, { ...knowledge, consultations }, comparison, likeness);
  const { missingLists } = carried;
  const edition = parse(file, { ...source, missingLists }, text);
  addEdition(shelf.added, { ...source, missingLists }, text, carried);
  return { edition, carried };
}

/** `fr` and “2019 (révisée)” make `fr-2019-revisee`. */
export function editionId(language: Language, label: string): string {
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `${language}-${plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}`;
}

function readPlainText(file: string, bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (start.startsWith('PK') || start.startsWith('%PDF') || bytes.includes(0)) {
    throw new DataFileError(file, ['line 1: it is not plain text: save the document as text in UTF-8']);
  }
  return Buffer.from(bytes).toString('utf8');
}

function parse(file: string, source: EditionSource, text: string): Edition {
  try {
    return parseEdition(source, text);
  } catch (cause) {
    if (cause instanceof EditionError) throw new DataFileError(file, cause.message.split('\n'));
    throw cause;
  }
}
