import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { message, official, personalChat } from '../fakes/payloads.ts';
import { channelClaims } from '../fakes/token-issuer.ts';
import { measured, type Settings } from './child.ts';
import { startLoadConnector } from './load-connector.ts';
import { startArguments } from './starts.ts';

/** Requests that are under way at any time. */
const inFlight = 16;
const secondsPerRound = 3;
const rounds = 5;

const report = z.union([z.object({ port: z.number() }), z.object({ cpu: z.number(), rss: z.number() })]);

export interface TurnFigures {
  readonly turnsPerSecond: number;
  readonly cpuMsPerTurn: number;
}
export interface BotFigures {
  readonly firstTurnMs: number;
  readonly rounds: readonly TurnFigures[];
}

interface RunningBot {
  readonly child: ChildProcess;
  readonly port: number;
  usage(): Promise<{ cpu: number; rss: number }>;
}

/**
 * Asks both bots the same question in turns, A B A B …, in one run: the machine's moods meet both alike. Each is a
 * process of its own with the real adapter and its token checks; replies go to a connector on loopback.
 */
export async function measureTurns(): Promise<{
  vigil: BotFigures;
  /** With what is resident in it a second after its start. */
  echo: BotFigures & { readonly idleRssMb: number };
}> {
  const connector = await startLoadConnector();
  const folder = mkdtempSync(join(tmpdir(), 'vigil-bench-'));
  const settings: Settings = {
    ...measured,
    botToken: 'bench',
    openIdMetadataUrl: connector.openIdMetadataUrl,
    issuer: connector.issuer.issuer,
    folder,
  };
  const { appId, tenantId } = settings;
  const { serviceUrl, issuer } = connector;
  const authorization = `Bearer ${await issuer.sign(channelClaims(issuer.issuer, appId, serviceUrl))}`;
  const who = official('Ana');
  const chat = personalChat();
  const installation = { appId, tenantId, serviceUrl };
  const ask = () =>
    JSON.stringify(message(installation, who, chat, 'Should we attend the trial of a defender?'));

  const bots: RunningBot[] = [];
  try {
    // The first makes the data, and leaves what it has compiled.
    await stopped(await startBot('vigil-under-load.js', settings));
    const vigil = await startBot('vigil-under-load.js', settings);
    bots.push(vigil);
    const echo = await startBot('echo-bot.ts', settings);
    bots.push(echo);
    await wait(1000);
    const { rss } = await echo.usage();
    const figures: { vigil: TurnFigures[]; echo: TurnFigures[] } = { vigil: [], echo: [] };
    const first = [];
    for (const bot of [vigil, echo]) {
      first.push(await timeOf(bot, authorization, ask));
      await load(bot, authorization, ask, 2);
    }
    for (let round = 0; round < rounds; round += 1) {
      figures.vigil.push(await load(vigil, authorization, ask, secondsPerRound));
      figures.echo.push(await load(echo, authorization, ask, secondsPerRound));
    }
    return {
      vigil: {
        firstTurnMs: first[0] ?? 0,
        rounds: figures.vigil,
      },
      echo: {
        idleRssMb: rss / 1024 / 1024,
        firstTurnMs: first[1] ?? 0,
        rounds: figures.echo,
      },
    };
  } finally {
    for (const { child } of bots) child.kill('SIGKILL');
    await connector.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function stopped({ child }: RunningBot): Promise<void> {
  child.disconnect();
  await once(child, 'exit');
}

/** One turn, in milliseconds. */
async function timeOf(bot: RunningBot, authorization: string, ask: () => string): Promise<number> {
  const agent = new Agent();
  const began = performance.now();
  const status = await post(agent, bot.port, authorization, ask());
  if (status !== 200) throw new Error(`a turn was answered with ${status}`);
  return performance.now() - began;
}

async function startBot(file: string, settings: Settings): Promise<RunningBot> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [JSON.stringify(settings)], {
    // As in `npm start`; the echo bot has Node's own choice.
    execArgv: file.startsWith('vigil') ? startArguments().slice(0, -1) : [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const next = async () => report.parse((await once(child, 'message'))[0]);
  const first = await Promise.race([next(), once(child, 'exit').then(() => undefined)]);
  if (!first || !('port' in first)) throw new Error(`${file} did not start`);
  return {
    child,
    port: first.port,
    usage: async () => {
      const answer = next();
      child.send('usage');
      const used = await answer;
      if (!('cpu' in used)) throw new Error(`${file} gave no usage`);
      return used;
    },
  };
}

/** Keeps so many requests under way for so many seconds; every one must be answered with 200. */
async function load(
  bot: RunningBot,
  authorization: string,
  ask: () => string,
  seconds: number,
): Promise<TurnFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const before = await bot.usage();
  const start = performance.now();
  const end = start + seconds * 1000;
  let turns = 0;
  const caller = async () => {
    while (performance.now() < end) {
      const status = await post(agent, bot.port, authorization, ask());
      if (status !== 200) throw new Error(`a turn was answered with ${status}`);
      turns += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, caller));
  const elapsed = (performance.now() - start) / 1000;
  const after = await bot.usage();
  agent.destroy();
  return { turnsPerSecond: turns / elapsed, cpuMsPerTurn: (after.cpu - before.cpu) / 1000 / turns };
}

function post(agent: Agent, port: number, authorization: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path: '/api/messages',
        method: 'POST',
        headers: {
          Authorization: authorization,
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
        },
      },
      response => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}
