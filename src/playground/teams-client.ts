import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { OperatorError } from '../shared/operator-error.ts';

/** Microsoft's local Teams client, running. */
export interface TeamsClient {
  /** Where to open it in a browser. */
  readonly address: string;
  stop(): Promise<void>;
}

export interface TeamsClientOptions {
  /** Address of the bot's `/api/messages`. */
  readonly botEndpoint: string;
  readonly port: number;
  /** The people and places it shows (`playground/*.yml`). */
  readonly configFile: string;
  /** Where it leaves its logs. */
  readonly workFolder: string;
}

export class TeamsClientError extends OperatorError {}

/** Reading its configuration takes it a few seconds on a slow machine. */
const patience = 60_000;

/**
 * Starts the client as a process of its own, with its telemetry off, and waits until it answers.
 *
 * @throws TeamsClientError when it is not installed, its port is taken, or it does not answer in time
 */
export async function startTeamsClient(options: TeamsClientOptions): Promise<TeamsClient> {
  const { botEndpoint, port, configFile, workFolder } = options;
  let cli: string;
  try {
    cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  } catch (cause) {
    throw new TeamsClientError(
      'the Teams client is a development dependency: run `npm ci` without --omit=dev',
      { cause },
    );
  }
  const address = `http://127.0.0.1:${port}`;
  if (await answers(address))
    throw new TeamsClientError(`port ${port} is in use: stop the other program or choose another port`);
  mkdirSync(workFolder, { recursive: true });
  const child = spawn(
    process.execPath,
    [cli, 'start', '-e', botEndpoint, '-c', 'msteams', '-p', String(port), '--dt'],
    {
      cwd: workFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        // Both are needed to keep it from calling out.
        APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: resolve(configFile),
      },
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    });
  }
  const deadline = Date.now() + patience;
  while (!(await answers(address))) {
    if (child.exitCode !== null)
      throw new TeamsClientError(`the Teams client stopped at its start:\n${said}`);
    if (Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new TeamsClientError(
        `the Teams client did not answer within ${patience / 1000} seconds:\n${said}`,
      );
    }
    await wait(100);
  }
  return { address, stop: () => stop(child) };
}

/** The client is ready when it gives its configuration; it says "Listening" before that. */
async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(`${address}/_internal/v1/config`, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise(done => child.once('exit', done));
  child.kill('SIGTERM');
  await Promise.race([exited, wait(3000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
  await exited;
}
