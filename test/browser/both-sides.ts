import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { jobKinds } from '../../src/app/jobs.ts';
import { type App, buildApp, type Overrides } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { startTwoClients, type TwoClients } from '../../src/playground/two-clients.ts';
import { createLog } from '../../src/shared/log.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { launchChromium } from './chromium.ts';
import { freePort } from './free-port.ts';
import { openTeams, type TeamsPage } from './teams-page.ts';

/** The playground with both of its clients open in a browser, on an empty store. */
export interface BothSides {
  readonly app: App;
  readonly store: Store;
  /** Amara Okafor, political officer in Bogotá. */
  readonly mission: TeamsPage;
  /** Claire Gagnon of the human rights desk. */
  readonly headquarters: TeamsPage;
  /** Address of the bot. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts the bot, two clients and a browser with a page for each. */
export async function openBothSides(overrides: Omit<Overrides, 'memory'> = {}): Promise<BothSides> {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-browser-'));
  const port = await freePort();
  const store = await openStore({ dataDir: join(folder, 'data'), jobs: jobKinds });
  const config = readConfig({ PORT: String(port), DATA_DIR: folder });
  const app = await buildApp(config, createLog('error'), { ...overrides, memory: store });
  await app.listen();
  const address = `http://127.0.0.1:${port}`;
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
    });
    browser = await launchChromium();
    const mission = await openTeams(browser, clients.mission.address);
    const headquarters = await openTeams(browser, clients.headquarters.address);
    return { app, store, mission, headquarters, address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
