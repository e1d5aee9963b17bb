import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { expect, vi } from 'vitest';
import { parse } from 'yaml';
import { jobKinds } from '../../src/app/jobs.ts';
import { type App, buildApp, type Overrides } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Language } from '../../src/i18n/language.ts';
import { startTwoClients, type TwoClients } from '../../src/playground/two-clients.ts';
import { readText } from '../../src/shared/data-file.ts';
import { createLog } from '../../src/shared/log.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { launchChromium } from './chromium.ts';
import { freePort } from './free-port.ts';
import { openTeams, type TeamsPage } from './teams-page.ts';

/** The playground with both of its clients open in a browser, on an empty store. */
export interface BothSides {
  readonly app: App;
  readonly store: Store;
  /** Amara Okafor, political officer in Bogotá, unless another sits there. */
  readonly mission: TeamsPage;
  /** Claire Gagnon of the human rights desk. */
  readonly headquarters: TeamsPage;
  /** Address of the bot. */
  readonly address: string;
  /** The directory, a copy of the playground's that may be changed. */
  readonly directoryFile: string;
  /** Waits until Teams has what the bot wrote. */
  allSent(): Promise<void>;
  stop(): Promise<void>;
}

/** How a playground differs from the usual one. */
export interface Differences extends Omit<Overrides, 'memory'> {
  /** Given name of another who sits at the mission's client. */
  readonly atMission?: string;
  /** What every channel speaks, instead of English. */
  readonly language?: Language;
}

/** Starts the bot, two clients and a browser with a page for each. */
export async function openBothSides(differences: Differences = {}): Promise<BothSides> {
  const { atMission, language = 'en', ...overrides } = differences;
  const folder = mkdtempSync(join(tmpdir(), 'vigil-browser-'));
  const port = await freePort();
  const store = await openStore({ dataDir: join(folder, 'data'), jobs: jobKinds });
  const directoryFile = join(folder, 'directory.yaml');
  writeFileSync(directoryFile, directoryIn(language));
  const config = readConfig({ PORT: String(port), DATA_DIR: folder, DIRECTORY_FILE: directoryFile });
  const app = await buildApp(config, createLog('error'), { ...overrides, memory: store });
  await app.listen();
  const address = `http://127.0.0.1:${port}`;
  const allSent = () =>
    vi.waitFor(async () => expect((await store.outboxTrouble.count()).waiting).toBe(0), { timeout: 20_000 });
  let clients: TwoClients | undefined;
  let browser: Browser | undefined;
  const stop = async () => {
    await browser?.close();
    await clients?.stop();
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    clients = await startTwoClients({
      botEndpoint: `${address}/api/messages`,
      ports: { mission: await freePort(), headquarters: await freePort() },
      workFolder: folder,
      people: { mission: atMission },
    });
    await allSent();
    await Promise.all([clients.mission, clients.headquarters].map(({ address }) => takeKept(address)));
    browser = await launchChromium();
    const mission = await openTeams(browser, clients.mission.address);
    const headquarters = await openTeams(browser, clients.headquarters.address);
    return { app, store, mission, headquarters, address, directoryFile, allSent, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Takes what a client keeps for the first page that opens it: the welcomes, in English to somebody who has chosen no language
 * yet. The page would show them or not, by whether they come before it has drawn its chats.
 */
async function takeKept(address: string): Promise<void> {
  const stream = new URL('/_ws_conversation/v1/conversations/stream', address);
  stream.protocol = 'ws:';
  const socket = new WebSocket(stream);
  let kept = 0;
  socket.addEventListener('message', () => {
    kept += 1;
  });
  await vi.waitFor(() => expect(kept).toBeGreaterThan(0), { timeout: 20_000 });
  // What the client keeps it sends in one go.
  const closed = once(socket, 'close');
  socket.close();
  await closed;
}

/** The playground's directory, with a language for each channel. */
function directoryIn(language: Language): string {
  const { people, missions, desks } = parse(
    readText(fileURLToPath(new URL('../../playground/directory.yaml', import.meta.url))),
  );
  const speaking = (units: readonly object[]) => units.map(unit => ({ ...unit, language }));
  // JSON is YAML, too.
  return JSON.stringify({ people, missions: speaking(missions), desks: speaking(desks) }, null, 2);
}
