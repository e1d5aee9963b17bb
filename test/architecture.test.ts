import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each room of `src/` may import from. A room not listed fails the test: say where it stands. */
const arrows: Record<string, readonly string[]> = {
  main: ['app', 'config', 'store', 'shared'],
  cli: [
    'app',
    'config',
    'directory',
    'playground',
    'manifest',
    'conversation',
    'cards',
    'guidelines',
    'escalations',
    'hearings',
    'inquiries',
    'store',
    'record',
    'i18n',
    'shared',
  ],
  app: [
    'config',
    'teams',
    'web',
    'store',
    'conversation',
    'jobs',
    'cards',
    'guidelines',
    'escalations',
    'hearings',
    'inquiries',
    'directory',
    'record',
    'i18n',
    'shared',
  ],
  teams: ['config', 'conversation', 'jobs', 'cards', 'directory', 'i18n', 'shared'],
  web: ['conversation', 'guidelines', 'escalations', 'hearings', 'i18n', 'shared'],
  store: [
    'conversation',
    'jobs',
    'guidelines',
    'escalations',
    'hearings',
    'inquiries',
    'directory',
    'record',
    'i18n',
    'shared',
  ],
  conversation: [
    'cards',
    'guidelines',
    'escalations',
    'hearings',
    'inquiries',
    'directory',
    'record',
    'i18n',
    'shared',
  ],
  jobs: [
    'cards',
    'guidelines',
    'escalations',
    'hearings',
    'inquiries',
    'directory',
    'record',
    'i18n',
    'shared',
  ],
  cards: ['guidelines', 'escalations', 'hearings', 'inquiries', 'directory', 'i18n', 'shared'],
  guidelines: ['directory', 'i18n', 'shared'],
  escalations: ['guidelines', 'directory', 'record', 'i18n', 'shared'],
  hearings: ['directory', 'record', 'i18n', 'shared'],
  inquiries: ['guidelines', 'directory', 'record', 'i18n', 'shared'],
  directory: ['i18n', 'shared'],
  record: ['shared'],
  playground: ['shared'],
  manifest: ['i18n', 'shared'],
  config: ['shared'],
  i18n: ['shared'],
  shared: [],
};

/** Packages that only one room may know. */
const keepers: readonly [RegExp, readonly string[]][] = [
  [/^(botbuilder|botframework-|@microsoft\/teams-ai)/, ['teams']],
  [/^(kysely|pg|pg-boss|@electric-sql\/pglite)(\/|$)/, ['store']],
  [/^restify$/, ['web', 'teams']],
  [/^(adaptivecards-templating|adaptive-expressions)$/, ['cards']],
];
/** The door by which tests stand in for Microsoft's cloud names a type of the SDK. */
const exceptions = [{ room: 'app', package: 'botframework-connector', typeOnly: true }];

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const roomOf = (path: string) => (path.split('/')[1] ?? '').replace(/\.ts$/, '');

async function importsOfSource(): Promise<Import[]> {
  const found: Import[] = [];
  for await (const file of glob('src/**/*.ts', { cwd: root })) {
    const { module } = parseSync(file, readFileSync(join(root, file), 'utf8'));
    for (const statement of [
      ...module.staticImports,
      ...module.staticExports.flatMap(({ entries }) => entries),
    ]) {
      const request = 'moduleRequest' in statement ? statement.moduleRequest?.value : undefined;
      if (!request) continue;
      const entries = 'entries' in statement ? statement.entries : [statement];
      found.push({
        file,
        room: roomOf(file),
        target: request.startsWith('.') ? normalize(join(dirname(file), request)) : request,
        typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
      });
    }
  }
  return found;
}

const imports = await importsOfSource();

test('the test sees the imports of every room', () => {
  expect(imports.length).toBeGreaterThan(100);
  expect(new Set(imports.map(({ room }) => room))).toContain('teams');
});

test('rooms import along the arrows only', () => {
  const against = imports
    .filter(({ target }) => target.startsWith('src/'))
    .map(({ file, room, target }) => ({ file, room, to: roomOf(target) }))
    .filter(({ room, to }) => room !== to && !arrows[room]?.includes(to))
    .map(({ file, to }) => `${file} imports from ${to}`);
  expect(against).toEqual([]);
});

test('a package with one keeper is imported nowhere else', () => {
  const strays = imports
    .filter(
      ({ target, room, typeOnly }) =>
        keepers.some(([pattern, rooms]) => pattern.test(target) && !rooms.includes(room)) &&
        !exceptions.some(known => known.room === room && known.package === target && typeOnly),
    )
    .map(({ file, target }) => `${file} imports ${target}`);
  expect(strays).toEqual([]);
});

test('every import of a file carries its ending', () => {
  expect(imports.filter(({ target }) => target.startsWith('src/') && !/\.(ts|json)$/.test(target))).toEqual(
    [],
  );
});
