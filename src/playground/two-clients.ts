import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { announceInstallations } from './installations.ts';
import { seat } from './seat.ts';
import { startTeamsClient, type TeamsClient } from './teams-client.ts';

/** Microsoft's local Teams client twice, on one bot: an official at a mission, and an officer at Headquarters. */
export interface TwoClients {
  readonly mission: TeamsClient;
  readonly headquarters: TeamsClient;
  /** Who sits at them, where that is not Amara and Claire. */
  readonly seated: { readonly mission?: string; readonly headquarters?: string };
  stop(): Promise<void>;
}

export interface TwoClientsOptions {
  /** Address of the bot's `/api/messages`. */
  readonly botEndpoint: string;
  readonly ports: { readonly mission: number; readonly headquarters: number };
  /** Where they leave their logs. */
  readonly workFolder: string;
  /** Given names of those who sit at them, in place of Amara and Claire. */
  readonly people?: { readonly mission?: string | undefined; readonly headquarters?: string | undefined };
}

/** @throws TeamsClientError when one cannot be started; the other is stopped then */
export async function startTwoClients(options: TwoClientsOptions): Promise<TwoClients> {
  const { botEndpoint, ports, workFolder, people = {} } = options;
  const seated: { mission?: string; headquarters?: string } = {};
  const start = async (name: 'mission' | 'headquarters') => {
    const shipped = fileURLToPath(new URL(`../../playground/${name}.yml`, import.meta.url));
    const person = people[name];
    const configFile = person === undefined ? shipped : join(workFolder, `${name}.yml`);
    if (person !== undefined) {
      mkdirSync(workFolder, { recursive: true });
      seated[name] = seat(shipped, person, configFile).name;
    }
    const client = await startTeamsClient({
      botEndpoint,
      port: ports[name],
      configFile,
      workFolder: join(workFolder, name),
    });
    await announceInstallations(configFile, client.address, botEndpoint);
    return client;
  };
  const started = await Promise.allSettled([start('mission'), start('headquarters')]);
  const clients = started.flatMap(one => (one.status === 'fulfilled' ? [one.value] : []));
  const stop = async () => {
    await Promise.all(clients.map(client => client.stop()));
  };
  const failed = started.find(one => one.status === 'rejected');
  const [mission, headquarters] = clients;
  if (failed || !mission || !headquarters) {
    await stop();
    throw failed?.reason;
  }
  return { mission, headquarters, seated, stop };
}
