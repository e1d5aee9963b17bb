import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDirectory } from '../../src/directory/directory.ts';
import { parseDirectory } from '../../src/directory/directory-file.ts';
import { openDirectory, watchDirectoryFile } from '../../src/directory/open.ts';
import { DataFileError } from '../../src/shared/data-file.ts';
import { freshFolder } from '../store/folders.ts';
import { createRecordingLog } from '../support/recording-log.ts';

const sample = readFileSync(new URL('../../playground/directory.yaml', import.meta.url), 'utf8');
const file = parseDirectory('directory.yaml', sample);
const idOf = (name: string) => file.officials.find(official => official.name.startsWith(name))?.id ?? '';
const [amara, luc, mei, claire, omar, sofia, david] = [
  'Amara',
  'Luc',
  'Mei',
  'Claire',
  'Omar',
  'Sofia',
  'David',
].map(idOf) as [string, string, string, string, string, string, string];
const noon = new Date('2026-03-09T12:00:00Z');
const tomorrow = new Date('2026-03-10T12:00:00Z');

const nobody = async () => [];

describe('the sample directory', () => {
  const directory = createDirectory(file);

  test('knows where people serve', () => {
    expect(directory.official(amara)).toMatchObject({ name: 'Amara Okafor', mission: 'bogota', desks: [] });
    expect(directory.official(claire)?.desks).toContain('human-rights');
    expect(directory.nameOf('a stranger')).toBeUndefined();
  });

  test('says in what right somebody acts for a desk or a mission', () => {
    expect(directory.actsFor('human-rights', david, noon)).toBe('head');
    expect(directory.actsFor('human-rights', claire, noon)).toBe('duty-officer');
    expect(directory.actsFor('consular', claire, noon)).toBe('officer');
    expect(directory.actsFor('human-rights', amara, noon)).toBeUndefined();
    expect(directory.actsFor('no-such-desk', claire, noon)).toBeUndefined();
    expect(directory.servesAt('bogota', luc)).toBe('head');
    expect(directory.servesAt('bogota', mei)).toBe('duty-officer');
    expect(directory.servesAt('nairobi', amara)).toBeUndefined();
  });

  test('finds the geographic branch that is responsible for a mission, else the one for all', () => {
    expect(directory.deskFor('geographic', 'bogota')?.id).toBe('geographic-americas');
    expect(directory.deskFor('geographic', 'nairobi')?.id).toBe('geographic');
    expect(directory.deskFor('human-rights', 'nairobi')?.id).toBe('human-rights');
  });

  test('lets heads, duty officers and administrators link channels, nobody else', () => {
    const desk = { kind: 'desk', id: 'geographic-americas' } as const;
    expect(directory.mayLink(sofia, desk)).toBe(true);
    expect(directory.mayLink(claire, desk)).toBe(true);
    expect(directory.mayLink(amara, desk)).toBe(false);
    expect(directory.mayLink(amara, { kind: 'mission', id: 'bogota' })).toBe(false);
  });
});

test('a link goes before the file, and takes the channel from the unit that had it', () => {
  const unit = { kind: 'desk', id: 'consular' } as const;
  const directory = createDirectory(file, [{ channel: 'channel-hq-human-rights', unit }]);
  expect(directory.deskOfChannel('channel-hq-human-rights')?.id).toBe('consular');
  expect(directory.desk('human-rights')).not.toHaveProperty('channel');
  expect(directory.missionOfChannel('channel-human-rights')?.id).toBe('bogota');
});

describe('a delegation', () => {
  const delegation = { desk: 'human-rights', from: claire, to: omar, until: tomorrow };

  test('lets another person decide until its time', () => {
    const directory = createDirectory(file, [], [delegation]);
    expect(directory.actsFor('human-rights', omar, noon)).toBe('delegate');
    expect(directory.actsFor('human-rights', omar, tomorrow)).toBeUndefined();
    expect(directory.delegationsOf('human-rights', noon)).toEqual([delegation]);
  });

  test('counts for nothing when who gave it does not work there, or who has it is unknown', () => {
    const [fromOutside, toStranger] = [
      { ...delegation, from: amara },
      { ...delegation, to: 'a stranger' },
    ];
    expect(createDirectory(file, [], [fromOutside]).actsFor('human-rights', omar, noon)).toBeUndefined();
    expect(
      createDirectory(file, [], [toStranger]).actsFor('human-rights', 'a stranger', noon),
    ).toBeUndefined();
  });
});

test('a wrong file names every problem', () => {
  const wrong = `
people:
  a: { id: one, name: A }
  b: { id: one, name: B }
missions:
  - { id: m, name: { en: M, fr: M }, timeZone: Europe/Paris, head: a, dutyOfficer: nobody, channel: c }
  - { id: m, name: { en: M, fr: M }, timeZone: Europe/Paris, head: a, dutyOfficer: b }
desks:
  - { id: d, role: consular, name: { en: D, fr: D }, timeZone: Europe/Paris, head: b, dutyOfficer: b, missions: [x], channel: c }
`;
  expect(() => parseDirectory('directory.yaml', wrong)).toThrow(DataFileError);
  try {
    parseDirectory('directory.yaml', wrong);
  } catch (error) {
    expect((error as DataFileError).problems).toEqual([
      'people: the id one is there twice',
      'missions: “m” is there twice',
      'the channel c belongs to two units',
      'm: there is no “nobody” among the people',
      'd: there is no mission “x”',
      'people: “a” serves at two missions',
    ]);
  }
  expect(() => parseDirectory('directory.yaml', sample.replace('America/Bogota', 'Bogota'))).toThrow(
    /line \d+: missions\.0\.timeZone: must be an IANA time zone/,
  );
});

const noNotes = { links: async () => [], delegations: async () => [] };

test('a changed file is read again, and one that is wrong leaves the directory as it was', async () => {
  const folder = await freshFolder();
  const path = join(folder, 'directory.yaml');
  const log = createRecordingLog();
  writeFileSync(path, sample);
  const now = openDirectory(watchDirectoryFile(path, log), noNotes, nobody);
  expect((await now()).nameOf(amara)).toBe('Amara Okafor');
  writeFileSync(path, sample.replace('Amara Okafor', 'Amara Okafor-Smith'));
  expect((await now()).nameOf(amara)).toBe('Amara Okafor-Smith');
  writeFileSync(path, 'people: []');
  expect((await now()).nameOf(amara)).toBe('Amara Okafor-Smith');
  expect(JSON.stringify(log)).toContain('the one before stays');
  rmSync(folder, { recursive: true, force: true });
});

test('without a file the directory is empty, and a missing one stops the start', async () => {
  const log = createRecordingLog();
  expect((await openDirectory(watchDirectoryFile(undefined, log), noNotes, nobody)()).desks).toEqual([]);
  expect(() => watchDirectoryFile('no-such-file.yaml', log)).toThrow(/cannot be read/);
});

describe('a desk that follows its channel', () => {
  const text = sample.replace(
    'channel: channel-hq-human-rights',
    'channel: channel-hq-human-rights\n    followsChannel: true',
  );
  const open = async (members: Record<string, { id: string; name: string }[]>) => {
    const folder = await freshFolder();
    const path = join(folder, 'directory.yaml');
    writeFileSync(path, text);
    const directory = await openDirectory(
      watchDirectoryFile(path, createRecordingLog()),
      noNotes,
      async id => members[id] ?? [],
    )();
    rmSync(folder, { recursive: true, force: true });
    return directory;
  };

  test('lets whoever is in it decide, beside those whom the file names', async () => {
    const directory = await open({ 'channel-hq-human-rights': [{ id: 'new', name: 'New Officer' }] });
    expect(directory.actsFor('human-rights', 'new', noon)).toBe('officer');
    expect(directory.actsFor('consular', 'new', noon)).toBeUndefined();
    expect(directory.official('new')).toMatchObject({ name: 'New Officer', desks: ['human-rights'] });
    expect(directory.actsFor('human-rights', claire, noon)).toBe('duty-officer');
  });

  test('keeps to the file when nobody is known to be in it', async () => {
    const directory = await open({});
    expect(directory.actsFor('human-rights', 'new', noon)).toBeUndefined();
    expect(directory.actsFor('human-rights', david, noon)).toBe('head');
  });
});
