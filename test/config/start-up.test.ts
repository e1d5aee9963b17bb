import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const main = fileURLToPath(new URL('../../src/start.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'vigil-start-up-'));
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts Vigil as an operator does; `spoke` resolves when its log holds a text. */
function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH ?? '', DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const output = { stdout: '', stderr: '' };
  const listeners: (() => void)[] = [];
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk: Buffer) => {
      output[name] += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = once(child, 'close').then(([code]): Ended => ({ code, ...output }));
  const spoke = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => output.stdout.includes(text) && resolve(output.stdout);
      listeners.push(look);
      ended.then(end => reject(new Error(`it ended before it said “${text}”: ${JSON.stringify(end)}`)));
      look();
    });
  return { child, ended, spoke };
}

describe('started as a process', { timeout: 120_000 }, () => {
  const occupant = createServer();
  beforeAll(async () => {
    occupant.listen(0, '127.0.0.1');
    await once(occupant, 'listening');
  });
  afterAll(() => occupant.close());

  test('with a bad environment it exits with 1, naming every problem, without a stack', async () => {
    expect(await start({ NODE_ENV: 'production', PORT: 'none' }).ended).toEqual({
      code: 1,
      stdout: '',
      stderr: [
        'Vigil cannot start:',
        '  - PORT must be a number from 0 to 65535',
        '  - MICROSOFT_APP_ID is required in production',
        '  - MICROSOFT_APP_PASSWORD is required in production',
        '  - MICROSOFT_APP_TENANT_ID is required in production',
        '  - PUBLIC_URL is required in production',
        '  - DATA_KEYS is required in production',
        '',
      ].join('\n'),
    });
  });

  test('as the playground it says that nobody’s identity is checked, answers, and stops in order', async () => {
    const { child, ended, spoke } = start({ PORT: '0' });
    const [warning, ready] = (await spoke('Vigil is ready'))
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(warning).toMatchObject({
      level: 40,
      host: '127.0.0.1',
      msg: 'playground: no credentials, so no identity is checked; only this machine can connect',
    });
    for (const path of ['/healthz', '/readyz']) {
      const response = await fetch(`http://127.0.0.1:${ready.port}${path}`);
      expect(response.status).toBe(200);
      await response.arrayBuffer();
    }
    child.kill('SIGTERM');
    await spoke('"stopping"');
    child.kill('SIGTERM');
    const { code, stderr } = await ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(fetch(`http://127.0.0.1:${ready.port}/healthz`)).rejects.toThrow();
  });

  // On the folder that the playground has made, which opens sooner than a new one.
  test('on a port in use it exits with 1 and says what to do', async () => {
    const { port } = occupant.address() as AddressInfo;
    expect(await start({ PORT: String(port) }).ended).toEqual({
      code: 1,
      stdout: '',
      stderr: `port ${port} is in use: stop the other program or set PORT to another number\n`,
    });
  });
});
