import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openOperatorDoor, operate } from '../../src/store/operator-door.ts';
import { openStore } from '../../src/store/store.ts';

vi.setConfig({ testTimeout: 90_000 });

const command = fileURLToPath(new URL('../../src/cli/hearings.ts', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigil-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as an operator of the playground does. */
function run(...args: string[]) {
  const env = { DATA_DIR: join(folder, 'data') };
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** A file of hearings in the years to come, with these lines. */
function csv(...lines: string[]): string {
  const file = join(folder, 'hearings.csv');
  writeFileSync(file, ['case,kind,date,time,place,court,mission,judge', ...lines].join('\n'));
  return file;
}
const good = [
  'HERON,trial,2046-03-14,09:30,Bogotá,Juzgado 3,bogota,Judge Example',
  'TERN,appeal,2046-03-15,10:00,Nairobi,,nairobi,',
];

test('a file is tried out, imported once, and not a second time', async () => {
  const file = csv(...good);
  const tried = run('import', file, '--dry-run');
  expect(tried).toMatchObject({ status: 0, stderr: '' });
  expect(tried.stdout).toContain('line 2: HERON, trial, 2046-03-14 09:30 America/Bogota, bogota');
  expect(tried.stdout).toContain('would import 2; nothing was imported');
  expect(run('import', file).stdout).toMatch(/^imported 2: HRG-\d{4}-0001 HRG-\d{4}-0002\n$/);
  const again = run('import', file);
  expect(again.status).toBe(1);
  expect(again.stdout).toBe(
    'Line 2: this hearing is on the calendar already.\nLine 3: this hearing is on the calendar already.\nnothing was imported\n',
  );
  const store = await openStore({ dataDir: join(folder, 'data') });
  const hearings = await store.hearings.list({ most: 10 });
  expect(hearings.map(({ caseName, mission }) => [caseName, mission])).toEqual([
    ['HERON', 'bogota'],
    ['TERN', 'nairobi'],
  ]);
  const [entry] = await store.auditReader.accountOf({ kind: 'hearing', id: hearings[0]?.id ?? '' });
  expect(entry?.actor).toMatch(/^operator /);
  await store.close();
});

test('with one bad line nothing is imported, and every bad line is named', () => {
  const file = csv(
    ...good,
    'x,trial,14 March,09:30,Bogotá,,bogota,',
    'SWIFT,picnic,2046-02-30,9,Erewhon,,atlantis,',
  );
  const { status, stdout } = run('import', file);
  expect(status).toBe(1);
  expect(stdout).toContain('Line 4: the code name needs');
  expect(stdout).toContain('Line 5: I do not know this kind of hearing.');
  expect(stdout).toContain('Line 5: I do not know this mission.');
  expect(stdout.trimEnd()).toMatch(/nothing was imported$/);
  expect(run('import', csv(...good), '--mission', 'atlantis').stderr).toContain(
    'there is no mission “atlantis”',
  );
  expect(run('import', join(folder, 'absent.csv')).stderr).toContain('cannot be read');
  expect(run('import', join(folder, 'hearings.doc')).stderr).toContain('usage');
});

test('a running bot that holds the folder does it', async () => {
  const dataDir = join(folder, 'data');
  const store = await openStore({ dataDir });
  const missions = [
    {
      kind: 'mission' as const,
      id: 'bogota',
      name: { en: 'Bogotá', fr: 'Bogota' },
      timeZone: 'America/Bogota',
      language: 'en' as const,
      head: 'a',
      dutyOfficer: 'a',
      staff: ['a'],
      followsChannel: false,
    },
  ];
  const close = await openOperatorDoor(store, dataDir, () => missions);
  const lines: string[] = [];
  const text = 'case,date,time,place\nHERON,2046-03-14,09:30,Bogotá';
  const args = ['hearings', 'import', '--format', 'csv', '--text', text, '--mission', 'bogotá'];
  expect(await operate(args, { DATA_DIR: dataDir }, line => lines.push(line))).toBe(0);
  expect(lines).toEqual([expect.stringContaining('imported 1: HRG-')]);
  expect(await store.hearings.list({ most: 10 })).toHaveLength(1);
  await close();
  await store.close();
});
