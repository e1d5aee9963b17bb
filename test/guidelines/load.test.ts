import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { openGuidelines } from '../../src/guidelines/open.ts';
import { DataFileError } from '../../src/shared/data-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigil-guidelines-'));
  cpSync(guidelinesFolder, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function change(file: string, from: string | RegExp, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, changed);
}

function refusal(): string {
  try {
    openGuidelines(folder);
  } catch (error) {
    if (error instanceof DataFileError) return error.message.replaceAll(folder, '');
    throw error;
  }
  return 'accepted';
}

test('the guidelines as they come are accepted', () => {
  expect(refusal()).toBe('accepted');
});

test('a changed word in the text stops the start', () => {
  change('voices-at-risk.en.txt', 'should consult Headquarters', 'need not consult Headquarters');
  expect(refusal()).toMatch(/voices-at-risk\.en\.txt cannot be used:\n.*the text was changed/);
});

test('a missing text is named', () => {
  rmSync(join(folder, 'voices-at-risk.en.txt'));
  expect(refusal()).toMatch(/voices-at-risk\.en\.txt cannot be used:\n.*cannot be read \(ENOENT\)/);
});

test('a broken edition is named by line and reason', () => {
  change('voices-at-risk.en.txt', '1.2. Who are', '1.1. Who are');
  expect(refusal()).toMatch(/line \d+: heading 1\.1 comes after 1\.1/);
});

test('a consultation that quotes what no passage says is refused', () => {
  change(
    'consultations.yaml',
    'the mission should consult Headquarters before action is taken',
    'the mission may do as it likes',
  );
  expect(refusal()).toContain('passage 3.8#2 does not say “the mission may do as it likes”');
});

test('a phrasing for a passage that does not exist is refused', () => {
  change('phrasings/3.8.yaml', '"3.8#3":', '"3.8#9":');
  expect(refusal()).toContain('section 3.8 has no passage 3.8#9');
});

test('a misspelt field is named with its line', () => {
  change('consultations.yaml', 'strength: before-action', 'strenght: before-action');
  expect(refusal()).toMatch(/consultations\.yaml cannot be used:\n {2}- line \d+: /);
});

test('a file that is not YAML is named with its line', () => {
  change('thesaurus.yaml', '- concept:', '- concept: [');
  expect(refusal()).toMatch(/thesaurus\.yaml cannot be used:\n {2}- line \d+: /);
});

test('a mark of a missing list that the text does not bear out is refused', () => {
  change('gaps.yaml', /after: .*/, 'after: "something else:"');
  expect(refusal()).toContain('does not end in “something else:”');
});
