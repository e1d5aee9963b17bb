import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBot } from '../support/bot.ts';
import { textOf } from '../support/card.ts';
import { cardOf } from '../support/ministry.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'vigil-built-'));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const build = (config = 'rolldown.config.ts') => {
  const [, ...given] = (scripts.build as string).replace('rolldown.config.ts', config).split(' ');
  execFileSync(process.execPath, [join(root, 'node_modules/rolldown/bin/cli.mjs'), ...given], { cwd: copy });
};

// A copy, for the test changes it.
beforeAll(() => {
  for (const part of ['src', 'cards', 'guidelines', 'playground', 'package.json', 'package-lock.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  cpSync(join(root, 'rolldown.config.ts'), join(copy, 'rolldown.config.ts'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('what is built of the sources', { timeout: 120_000 }, () => {
  test('answers as they do, with its templates, pages and styles', async () => {
    build();
    const native = createRequire(import.meta.url);
    const bot = await startBot({}, {}, native(join(copy, 'dist/bot/app.js')).buildApp);
    try {
      const [answer] = (await bot.meet('Amara Okafor').says('Should we attend the trial of a defender?'))
        .messages;
      expect(textOf(answer && cardOf(answer))).toContain('3.8 Attending trials');
      const page = await fetch(`${bot.address}/guidelines`);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('stylesheet')]);
    } finally {
      await bot.stop();
    }
  });

  test('is what starts, until a source or a package changes', async () => {
    build();
    const main = join(copy, 'dist/bot/main.js');
    writeFileSync(main, `console.error('as built');\n${readFileSync(main, 'utf8')}`);
    expect(await whatStarts()).toBe('as built');

    appendFileSync(join(copy, 'src/i18n/en.ts'), '\n');
    expect(await whatStarts()).toBe('the sources');

    build();
    appendFileSync(join(copy, 'package-lock.json'), '\n');
    writeFileSync(main, `console.error('as built');\n${readFileSync(main, 'utf8')}`);
    expect(await whatStarts()).toBe('the sources');
  });

  test('is what starts of a copy, whose files have other times', async () => {
    build();
    const main = join(copy, 'dist/bot/main.js');
    writeFileSync(main, `console.error('as built');\n${readFileSync(main, 'utf8')}`);
    // As an image of a container keeps it.
    const wholeSeconds = new Date(1_700_000_000_000);
    for (const file of readdirSync(join(copy, 'src'), { recursive: true, encoding: 'utf8' }))
      utimesSync(join(copy, 'src', file), wholeSeconds, wholeSeconds);
    expect(await whatStarts()).toBe('as built');

    const words = join(copy, 'src/i18n/en.ts');
    writeFileSync(words, readFileSync(words, 'utf8').replace('e', 'a'));
    expect(await whatStarts()).toBe('the sources');
  });

  test('is not what starts when a source changed while it was built', async () => {
    writeFileSync(
      join(copy, 'meanwhile.config.ts'),
      `import { appendFileSync } from 'node:fs';
       import config from './rolldown.config.ts';
       const change = { name: 'change', renderStart: () => appendFileSync('src/i18n/en.ts', '\\n') };
       export default { ...config, plugins: [config.plugins, change] };`,
    );
    build('meanwhile.config.ts');
    const main = join(copy, 'dist/bot/main.js');
    writeFileSync(main, `console.error('as built');\n${readFileSync(main, 'utf8')}`);
    expect(await whatStarts()).toBe('the sources');
  });

  test('is not needed: without it the sources start', async () => {
    rmSync(join(copy, 'dist'), { recursive: true });
    expect(await whatStarts()).toBe('the sources');
  });
});

/** Starts with an environment that is refused: whatever it is that starts has been loaded by then. */
async function whatStarts(): Promise<'as built' | 'the sources'> {
  const environment = { PATH: process.env.PATH, DATA_DIR: join(copy, 'data'), PORT: 'none' };
  const child = spawn(process.execPath, [join(copy, 'src/start.js')], { env: environment });
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  await once(child, 'close');
  expect(said).toContain('PORT must be a number');
  return said.startsWith('as built') ? 'as built' : 'the sources';
}
