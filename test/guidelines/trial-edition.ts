import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readInUse, writeInUse } from '../../src/guidelines/added-editions.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { editionsOn, type Imported, importEdition, type Shelf } from '../../src/guidelines/import-edition.ts';

/** A short text in French, made up for these tests. */
export const trialFile = fileURLToPath(new URL('editions/essai.fr.txt', import.meta.url));
export const englishText = () => readFileSync(join(guidelinesFolder, 'voices-at-risk.en.txt'), 'utf8');

/** An empty folder for added editions; `remove` takes it away. */
export function temporaryShelf(): Shelf & { remove(): void } {
  const added = mkdtempSync(join(tmpdir(), 'vigil-editions-'));
  return { shipped: guidelinesFolder, added, remove: () => rmSync(added, { recursive: true }) };
}

export function addText(shelf: Shelf, text: string, language: 'en' | 'fr', label: string): Imported {
  const [from] = editionsOn(shelf);
  if (!from) throw new Error('no edition to carry over from');
  const ignore = ['Table of contents', 'Table des matières', 'Date Modified:'];
  const described = { language, label, publisher: 'Test', introduction: 'Introduction', ignore };
  return importEdition(shelf, 'new.txt', Buffer.from(text), described, from);
}

/** Adds the French text and puts it in use, as after a review in which everything was found right. */
export function useTrialEdition(shelf: Shelf): Imported {
  const imported = addText(shelf, readFileSync(trialFile, 'utf8'), 'fr', 'Essai');
  writeFileSync(join(shelf.added, imported.edition.id, 'review.yaml'), '[]\n');
  writeInUse(shelf.added, { ...readInUse(shelf.added), fr: imported.edition.id });
  return imported;
}
