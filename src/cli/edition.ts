import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readGuidelinesDir } from '../config.ts';
import { readInUse, readReview, writeInUse } from '../guidelines/added-editions.ts';
import type { Edition } from '../guidelines/edition.ts';
import { guidelinesFolder } from '../guidelines/folder.ts';
import { compareOn, editionsOn, importEdition, ownFolder, type Shelf } from '../guidelines/import-edition.ts';
import { keepModel } from '../guidelines/model-file.ts';
import { openGuidelines } from '../guidelines/open.ts';
import { type Language, languages } from '../i18n/language.ts';
import { OperatorError, reportFailure } from '../shared/operator-error.ts';
import { describeComparison } from './describe-comparison.ts';

const usage = `Editions of the guidelines.

  npm run -s edition -- list
  npm run -s edition -- import FILE --lang fr --label 2019   adds a text and carries over what is known of how to ask
                                       --from ID             from another edition than the one in use
                                       --publisher NAME      as every quotation names it
                                       --introduction TITLE  heading above the unnumbered introduction
                                       --ignore LINE         a line that is neither heading nor paragraph; may be repeated
  npm run -s edition -- diff A B       sections and paragraphs moved, changed, added and gone
  npm run -s edition -- use ID         answers come from this edition, in its language
  npm run -s edition -- stop ID        answers no longer come from it
`;

/** Lines of the published texts that are neither heading nor paragraph. */
const ignoredLines = ['Table of contents', 'Date Modified:', 'Table des matières', 'Date de modification :'];

const print = (...lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`);

try {
  const shelf: Shelf = { shipped: guidelinesFolder, added: readGuidelinesDir(process.env) };
  const { values, positionals } = readArguments();
  const [command, ...names] = positionals;
  if (values.help) print(usage);
  else if (command === 'list' && names.length === 0) list(shelf);
  else if (command === 'import' && names.length === 1) add(shelf, names[0] ?? '', values);
  else if (command === 'diff' && names.length === 2) {
    const [from, to] = names.map(name => editionNamed(shelf, name)) as [Edition, Edition];
    print(...describeComparison(from, to, compareOn(shelf, from, to)));
  } else if (command === 'use' && names.length === 1) use(shelf, names[0] ?? '');
  else if (command === 'stop' && names.length === 1) stop(shelf, names[0] ?? '');
  else throw new OperatorError(usage);
} catch (error) {
  reportFailure(error);
}

type Values = ReturnType<typeof readArguments>['values'];

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        lang: { type: 'string' },
        label: { type: 'string' },
        from: { type: 'string' },
        publisher: { type: 'string' },
        introduction: { type: 'string', default: 'Introduction' },
        ignore: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (cause) {
    throw new OperatorError(`${(cause as Error).message}\n\n${usage}`, { cause });
  }
}

function list(shelf: Shelf): void {
  const { inUse } = openGuidelines(shelf.shipped, shelf.added);
  const used = inUse.map(({ edition }) => edition.id);
  for (const { id, language, label, sections, passages } of editionsOn(shelf)) {
    const waiting = readReview(shelf.added, id).length;
    const remarks = [used.includes(id) ? 'in use' : '', waiting > 0 ? `${waiting} to review` : ''];
    print(
      [
        id.padEnd(16),
        language,
        `${sections.length} sections, ${passages.length} paragraphs`,
        label,
        ...remarks,
      ]
        .filter(part => part !== '')
        .join('  '),
    );
  }
}

function add(shelf: Shelf, file: string, { lang, label, from, publisher, introduction, ignore }: Values) {
  const language = z.enum(languages).safeParse(lang);
  if (!language.success) throw new OperatorError(`--lang is one of: ${languages.join(', ')}`);
  if (!label || !/[\p{L}\p{N}]/u.test(label))
    throw new OperatorError('--label says which edition it is: 2019');
  const origin = from ? editionNamed(shelf, from) : inUseIn(shelf, language.data);
  const { edition, carried } = importEdition(
    shelf,
    file,
    readBytes(file),
    {
      language: language.data,
      label,
      publisher: publisher ?? origin.publisher,
      introduction,
      ignore: [...ignoredLines, ...ignore],
    },
    origin,
  );
  const asked = [...carried.phrasings.values()].reduce((sum, { en, fr }) => sum + en.length + fr.length, 0);
  print(
    `${edition.id} is added: ${edition.sections.length} sections, ${edition.passages.length} paragraphs, from ${basename(file)}.`,
    `Carried over from ${origin.id}: ${asked} ways of asking, ${carried.consultations.length} consultations.`,
    '',
    ...(carried.review.length > 0
      ? [
          `To review (in ${join(shelf.added, edition.id, 'review.yaml')}; take out of it what is seen to):`,
          ...carried.review.map(({ what, id, reason }) => `  ${what} ${id}: ${reason}`),
          '',
        ]
      : []),
    `Then: npm run -s edition -- use ${edition.id}`,
  );
}

function use(shelf: Shelf, id: string): void {
  const edition = editionNamed(shelf, id);
  const review = readReview(shelf.added, id);
  const grave = review.filter(({ what }) => what === 'consultation');
  if (grave.length > 0) {
    throw new OperatorError(
      [
        `${id} cannot be used yet: what it asks missions to do with Headquarters is not reviewed.`,
        ...grave.map(({ id: passage, reason }) => `  ${passage}: ${reason}`),
        `See to them in ${join(shelf.added, id, 'consultations.yaml')}, then take them out of review.yaml beside it.`,
      ].join('\n'),
    );
  }
  const before = readInUse(shelf.added);
  writeInUse(shelf.added, { ...before, [edition.language]: id });
  try {
    const own = ownFolder(shelf, edition);
    if (own !== shelf.shipped) keepModel(shelf.shipped, edition, own);
    openGuidelines(shelf.shipped, shelf.added);
  } catch (error) {
    // What the bot could not start with is not left behind.
    writeInUse(shelf.added, before);
    throw error;
  }
  print(
    `Questions in ${nameOf(edition.language)} are answered from ${id}. Restart the bot: it reads this when it starts.`,
  );
  if (review.length > 0) print(`${review.length} entries still wait for review.`);
}

function stop(shelf: Shelf, id: string): void {
  const { language } = editionNamed(shelf, id);
  const { [language]: used, ...others } = readInUse(shelf.added);
  if (used !== id) throw new OperatorError(`${id} was not put in use by “use”`);
  writeInUse(shelf.added, others);
  print(`${id} is no longer in use. Restart the bot: it reads this when it starts.`);
}

function editionNamed(shelf: Shelf, id: string): Edition {
  const editions = editionsOn(shelf);
  const found = editions.find(edition => edition.id === id);
  if (found) return found;
  throw new OperatorError(`there is no edition ${id}; there are: ${editions.map(one => one.id).join(', ')}`);
}

function inUseIn(shelf: Shelf, language: Language): Edition {
  return openGuidelines(shelf.shipped, shelf.added).editionFor(language).edition;
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new OperatorError(`${file} cannot be read (${(cause as NodeJS.ErrnoException).code})`, { cause });
  }
}

function nameOf(language: Language): string {
  return language === 'fr' ? 'French' : 'English';
}
