import { expect, test } from 'vitest';
import { createLanguageModel } from '../../src/teams/language-model.ts';
import { createRecordingLog } from '../support/recording-log.ts';

test('an Azure OpenAI resource is asked for its deployment, with its key and version', async () => {
  const sent: { url: string; headers: Headers }[] = [];
  const model = await createLanguageModel(
    { endpoint: 'https://ministry.openai.azure.com', model: 'our-deployment', apiVersion: '2024-10-21' },
    'the key',
    createRecordingLog(),
    async (url, init) => {
      sent.push({ url: String(url), headers: new Headers(init?.headers) });
      return Response.json({ choices: [{ message: { content: 'words' } }] });
    },
  );
  const signal = new AbortController().signal;
  expect(await model.complete({ instructions: 'rules', input: 'data' }, signal)).toBe('words');
  expect(sent.map(({ url }) => url)).toEqual([
    'https://ministry.openai.azure.com/openai/deployments/our-deployment/chat/completions?api-version=2024-10-21',
  ]);
  expect(sent[0]?.headers.get('api-key')).toBe('the key');
});

// A whole process: a busy machine takes its time to load it.
test('the bot does not load the model class unless it is configured', { timeout: 60_000 }, async () => {
  const { spawnSync } = await import('node:child_process');
  const script = `await import(${JSON.stringify(new URL('../../src/app.ts', import.meta.url).href)});
    const { createRequire } = await import('node:module');
    const loaded = Object.keys(createRequire(import.meta.url).cache);
    console.log(loaded.length > 100, loaded.some(file => /node_modules\\/openai\\//.test(file)));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(stdout.trim()).toBe('true false');
});
