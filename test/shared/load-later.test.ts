import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { leaveOut, loadLater, loadOnce } from '../../src/shared/load-later.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigil-later-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}
const loaded = globalThis as { loadedForTest?: string[] };
const says = (name: string) => `(globalThis.loadedForTest ??= []).push('${name}');`;
const owner = join(folder, 'owner.js');
const require = createRequire(owner);

test('a package is loaded when something of it is used, once, and then is itself', () => {
  write('node_modules/kit/index.js', `${says('kit')} exports.one = 1; exports.two = () => exports.one + 1;`);
  loadLater(owner, 'kit');
  const given = require('kit');
  expect(loaded.loadedForTest).toBeUndefined();
  expect([given.one, given.two(), 'one' in given, given.three]).toEqual([1, 2, true, undefined]);
  expect(Object.keys({ ...given })).toEqual(['one', 'two']);
  expect(loaded.loadedForTest).toEqual(['kit']);
  expect(require('kit').one).toBe(1);
  expect(loaded.loadedForTest).toEqual(['kit']);
});

test('what its owner takes at once comes from a smaller file', () => {
  write('node_modules/large/index.js', `${says('large')} exports.Base = require('./base.js').Base;`);
  write('node_modules/large/base.js', `${says('base')} exports.Base = class {};`);
  loadLater(owner, 'large', { Base: 'large/base.js' });
  loaded.loadedForTest = [];
  const given = require('large');
  class Derived extends given.Base {}
  expect(loaded.loadedForTest).toEqual(['base']);
  expect(given.Another).toBeUndefined();
  expect(loaded.loadedForTest).toEqual(['base', 'large']);
  expect(new Derived()).toBeInstanceOf(given.Base);
});

test('a package that is a function is loaded when it is called', () => {
  write('node_modules/call/index.js', 'module.exports = given => given * 2;');
  loadLater(owner, 'call');
  expect(require('call')(21)).toBe(42);
});

test('a package that its owner would not find is not put up with', () => {
  expect(() => loadLater(owner, 'absent')).toThrow('absent');
});

test('a file that is left out is never loaded, and exports nothing', () => {
  write('node_modules/wide/index.js', "Object.assign(exports, require('./seldom.js'), { often: 1 });");
  write('node_modules/wide/seldom.js', `${says('seldom')} exports.seldom = 2;`);
  leaveOut(join(folder, 'node_modules/wide/index.js'), './seldom.js');
  loaded.loadedForTest = [];
  expect(require('wide')).toEqual({ often: 1 });
  expect(loaded.loadedForTest).toEqual([]);
  expect(() => leaveOut(owner, './absent.js')).toThrow('absent');
});

test('copies of one version are loaded once, another version for itself', () => {
  const copies = { first: '1.0.0', second: '1.0.0', third: '2.0.0' };
  const owners = Object.entries(copies).map(([name, version]) => {
    const own = `node_modules/${name}/node_modules/shared`;
    write(`${own}/package.json`, JSON.stringify({ name: 'shared', version }));
    write(`${own}/index.js`, `${says(name)} exports.version = '${version}';`);
    return write(`node_modules/${name}/index.js`, "exports.shared = require('shared');");
  });
  loaded.loadedForTest = [];
  loadOnce(owners, 'shared');
  const [first, second, third] = owners.map(path => require(path).shared);
  expect(loaded.loadedForTest).toEqual(['first', 'third']);
  expect(second).toBe(first);
  expect(third.version).toBe('2.0.0');
});

test('a bot that has started has not loaded what it does not need', async () => {
  const script = `
    const { createRequire } = await import('node:module');
    await import(${JSON.stringify(new URL('../../src/app.ts', import.meta.url).href)});
    console.log(JSON.stringify(Object.keys(createRequire(process.cwd() + '/x.js').cache)))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    maxBuffer: 2 ** 24,
  });
  const files: string[] = JSON.parse(stdout);
  // A shell is one file.
  const isLoaded = (name: string) => files.filter(file => file.includes(`node_modules/${name}/`)).length > 1;
  expect(isLoaded('botbuilder')).toBe(true);
  const spared = [
    '@azure/identity',
    'adaptive-expressions',
    'formidable',
    'htmlparser2',
    'http-signature',
    'restify/node_modules/pino',
    'yaml',
  ];
  expect(spared.filter(isLoaded)).toEqual([]);
  expect(files.filter(file => file.endsWith('node_modules/zod/v3/types.cjs'))).toHaveLength(1);
  expect(files.filter(file => file.includes('/sharepoint/quickView'))).toEqual([]);
  expect(files.filter(file => file.includes('recognizers-text'))).toEqual([]);
}, 60_000);
