import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freshFolder } from '../store/folders.ts';
import { findPostgres, startPostgres } from '../store/postgres-server.ts';

export interface StartFigures {
  /** Of each start, in milliseconds. */
  readonly startMs: readonly number[];
  /** What is resident a second after the last start. */
  readonly idleRssMb: number;
}

const starts = 7;
const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Starts what `npm start` starts, in production, again and again on data that exist: from the start of the process until
 * `/readyz` says that it is ready. Each is stopped in order.
 */
export async function measureStarts(): Promise<{
  onPGlite: StartFigures;
  /** Absent where no server is installed. */
  onPostgres: StartFigures | undefined;
}> {
  const bin = findPostgres();
  const onPGlite = await startAgain();
  if (!bin) return { onPGlite, onPostgres: undefined };
  const server = await startPostgres(bin);
  try {
    return { onPGlite, onPostgres: await startAgain(await server.createDatabase()) };
  } finally {
    await server.stop();
  }
}

async function startAgain(databaseUrl?: string): Promise<StartFigures> {
  const folder = await freshFolder();
  const environment = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: 'https://vigil.example.org',
    MICROSOFT_APP_ID: '3f1a2b4c-5d6e-4f70-8192-a3b4c5d6e7f8',
    MICROSOFT_APP_PASSWORD: 'a password that is never sent',
    MICROSOFT_APP_TENANT_ID: '0d1e2f30-4152-4637-8a9b-acbdcedfe0f1',
    DATA_DIR: folder,
    // The same at every start.
    DATA_KEYS: `bench:${Buffer.alloc(32, 7).toString('base64')}`,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  };
  const startMs: number[] = [];
  try {
    // The first makes the data, and leaves what it has compiled.
    await (await start(environment)).stop();
    for (;;) {
      const { ms, pid, stop } = await start(environment);
      startMs.push(ms);
      if (startMs.length === starts) await wait(1_000);
      const idleRssMb = residentMb(pid);
      await stop();
      if (startMs.length === starts) return { startMs, idleRssMb };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(environment: NodeJS.ProcessEnv) {
  const began = performance.now();
  const child = spawn(process.execPath, startArguments(), {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const port = await Promise.race([portSaid(child.stdout), ended.then(() => undefined)]);
  if (port === undefined) throw new Error('npm start did not start');
  const { ok } = await fetch(`http://127.0.0.1:${port}/readyz`);
  if (!ok) throw new Error('it listens, and is not ready');
  return {
    ms: performance.now() - began,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What `npm start` gives to Node. */
export function startArguments(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const [program, ...given] = (scripts.start as string).split(' ');
  if (program !== 'node') throw new Error('npm start is not node any more');
  return given;
}

/** The port of the log's line that says it is ready. */
async function portSaid(output: NodeJS.ReadableStream): Promise<number | undefined> {
  const lines = createInterface({ input: output });
  for await (const line of lines) {
    const { msg, port } = JSON.parse(line);
    if (msg === 'Vigil is ready') {
      // What it says later must not fill the pipe.
      output.resume();
      return port;
    }
  }
  return undefined;
}

function residentMb(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1024;
}
