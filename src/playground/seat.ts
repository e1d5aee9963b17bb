import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { readDataFile } from '../shared/data-file.ts';
import { TeamsClientError } from './teams-client.ts';

const user = z.looseObject({ id: z.string(), name: z.string(), givenName: z.string() });
const clientConfig = z.looseObject({
  currentUser: user,
  users: z.array(user),
  personalChat: z.looseObject({ id: z.string() }),
});

/**
 * Lets another of a client's people sit at it, who then has a personal chat of their own: the client knows one at a time.
 *
 * @param givenName such as `luc`
 * @param target where the configuration is written, for the client to read
 * @returns who sits there
 * @throws TeamsClientError when the client has nobody of this name, with the names it has
 */
export function seat(configFile: string, givenName: string, target: string): { readonly name: string } {
  const config = readDataFile(configFile, clientConfig);
  const people = [config.currentUser, ...config.users];
  const seated = people.find(one => one.givenName.toLowerCase() === givenName.toLowerCase());
  if (!seated) {
    const known = people.map(one => one.givenName).join(', ');
    throw new TeamsClientError(`nobody is called “${givenName}” there: choose one of ${known}`);
  }
  const personalChat =
    seated === config.currentUser
      ? config.personalChat
      : { ...config.personalChat, id: `personal-${seated.id}` };
  const users = people.filter(one => one !== seated);
  // JSON is YAML, too.
  writeFileSync(target, JSON.stringify({ ...config, currentUser: seated, users, personalChat }));
  return { name: seated.name };
}
