import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freshFolder } from '../store/folders.ts';
import { findPostgres, startPostgres } from '../store/postgres-server.ts';
import { environmentOf, measured } from './child.ts';

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
  const environment = { PATH: process.env.PATH, ...environmentOf({ ...measured, folder, databaseUrl }) };
  const startMs: number[] = [];
  const again = async () => {
    const running = await start(environment);
    startMs.push(running.ms);
    return running;
  };
  try {
    // The first makes the data, and leaves what it has compiled.
    await (await start(environment)).stop();
    while (startMs.length < starts - 1) await (await again()).stop();
    const last = await again();
    await wait(1_000);
    const idleRssMb = residentMb(last.pid);
    await last.stop();
    return { startMs, idleRssMb };
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
  const port = await Promise.race([portSaidIn(child.stdout), ended.then(() => undefined)]);
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

/** The port of the log's line that says it is ready. It goes on reading, so that what is said later does not fill the pipe. */
function portSaidIn(output: NodeJS.ReadableStream): Promise<number> {
  return new Promise(resolve => {
    createInterface({ input: output }).on('line', line => {
      const { msg, port } = JSON.parse(line);
      if (msg === 'Vigil is ready') resolve(port);
    });
  });
}

function residentMb(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1024;
}
