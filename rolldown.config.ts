import { writeFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';
import { digestOf, stateOf, textOf } from './src/shared/built-code.js';

const root = import.meta.dirname;
const sources = join(root, 'src');
const target = join(root, 'dist/bot');

/**
 * The packages that go into the bundle: those of many ES modules, for which Node has a file to find, to read and to link
 * each. What is CommonJS stays out: a package that the SDK loads and Vigil does not need can only be spared while it is a
 * package (`src/shared/load-later.ts`).
 */
const packed = [
  'eta',
  'intl-messageformat',
  'jose',
  'kysely',
  'lru-cache',
  'pg-boss',
  'temporal-polyfill',
  'zod',
  // What these need.
  '@formatjs/',
  '@opentelemetry/api',
  'cron-parser',
  'non-error',
  'rrule-temporal',
  'serialize-error',
  'temporal-utils',
];

/** `npm run build`: what `npm start` runs, in a few files. `src/start.js` says when it is taken. */
export default defineConfig({
  input: { main: 'src/main.ts' },
  platform: 'node',
  external: id => isPackage(id) && !isPacked(id),
  // The first to see a text sees it as it stands in its file.
  plugins: [noteSources(), keepPlaces()],
  output: { dir: target, cleanDir: true, chunkFileNames: '[name].js', comments: { legal: false } },
});

function isPackage(id: string): boolean {
  return !(isAbsolute(id) || id.startsWith('.') || id.startsWith('\0'));
}

function isPacked(id: string): boolean {
  return packed.some(name => (name.endsWith('/') ? id.startsWith(name) : `${id}/`.startsWith(`${name}/`)));
}

function isOwn(id: string): boolean {
  return id.startsWith(sources);
}

/** As a URL has it. */
function pathFrom(folder: string, id: string): string {
  return relative(folder, id).replaceAll('\\', '/');
}

/** A file finds its neighbours (templates, styles, the database's thread) from where it was written. */
function keepPlaces(): Plugin {
  return {
    name: 'keep-places',
    transform: (code, id) => {
      if (!isOwn(id) || !code.includes('import.meta.url')) return null;
      const place = JSON.stringify(pathFrom(target, id));
      return code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`);
    },
  };
}

/** Writes down, last of all, what the bundle was made of: each file as it was when it was read. */
function noteSources(): Plugin {
  const files: Record<string, { state: string; digest: string }> = {};
  const note = (file: string, text: string) => {
    files[file] = { state: stateOf(file), digest: digestOf(text) };
  };
  return {
    name: 'note-sources',
    // The packages are as this file says.
    buildStart: () => note('package-lock.json', textOf('package-lock.json')),
    transform: (text, id) => {
      if (isOwn(id)) note(pathFrom(root, id), text);
      return null;
    },
    writeBundle: () =>
      writeFileSync(join(target, 'made-of.json'), JSON.stringify({ first: 'main.js', files })),
  };
}
