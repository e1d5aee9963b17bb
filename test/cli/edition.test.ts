import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryShelf, trialFile } from '../guidelines/trial-edition.ts';

const command = fileURLToPath(new URL('../../src/cli/edition.ts', import.meta.url));
let shelf: ReturnType<typeof temporaryShelf>;
beforeEach(() => {
  shelf = temporaryShelf();
});
afterEach(() => shelf.remove());

/** Runs the command as an operator does. */
function run(...args: string[]) {
  const env = { GUIDELINES_DIR: shelf.added };
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('an operator adds an edition, reviews it, puts it in use and takes it out again', {
  timeout: 60_000,
}, () => {
  expect(run('list').stdout).toMatch(/^en {2,}en {2}23 sections, 68 paragraphs {2}English text {2}in use\n$/);

  const added = run('import', trialFile, '--lang', 'fr', '--label', 'Essai');
  expect(added).toMatchObject({ status: 0, stderr: '' });
  expect(added.stdout).toContain('fr-essai is added: 6 sections, 8 paragraphs');
  expect(added.stdout).toContain('consultation 3.8#2: detention-visit: is it “Phrase fictive');
  expect(run('diff', 'en', 'fr-essai').stdout).toMatch(/Sections gone:\n[\s\S]*3\.10 Supporting emergency/);

  const refused = run('use', 'fr-essai');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('what it asks missions to do with Headquarters is not reviewed');
  expect(refused.stderr).not.toContain('    at ');

  writeFileSync(join(shelf.added, 'fr-essai', 'review.yaml'), '[]\n');
  expect(run('use', 'fr-essai').stdout).toContain('Restart the bot: it reads this when it starts.');
  expect(run('list').stdout).toMatch(/fr-essai .*in use/);
  expect(run('stop', 'fr-essai').stdout).toContain('fr-essai is no longer in use');
  expect(readFileSync(join(shelf.added, 'in-use.yaml'), 'utf8')).toContain('{}');
});

test('an edition that the bot could not start with is not put in use', { timeout: 60_000 }, () => {
  run('import', trialFile, '--lang', 'fr', '--label', 'Essai');
  writeFileSync(join(shelf.added, 'fr-essai', 'review.yaml'), '[]\n');
  writeFileSync(join(shelf.added, 'fr-essai', 'gaps.yaml'), 'nonsense\n');
  const refused = run('use', 'fr-essai');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(/gaps\.yaml cannot be used:\n {2}- line 1: /);
  expect(run('list').stdout).not.toMatch(/fr-essai .*in use/);
});

test.each([
  [['import', 'nowhere.txt', '--lang', 'fr', '--label', '1'], 'nowhere.txt cannot be read (ENOENT)'],
  [['import', trialFile, '--lang', 'de', '--label', '1'], '--lang is one of: en, fr'],
  [['import', trialFile, '--lang', 'fr'], '--label says which edition it is'],
  [['diff', 'en', 'fr-1999'], 'there is no edition fr-1999; there are: en'],
  [['publish'], 'npm run -s edition -- list'],
])('what cannot be done is said: %j', (args, reason) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(1);
  expect(stderr).toContain(reason);
  expect(stderr).not.toContain('    at ');
});
