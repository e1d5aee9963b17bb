import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseDirectory } from '../../src/directory/directory-file.ts';
import { seat } from '../../src/playground/seat.ts';
import { freshFolder } from '../store/folders.ts';

const fileOf = (name: string) => fileURLToPath(new URL(`../../playground/${name}`, import.meta.url));
const sample = parseDirectory('directory.yaml', readFileSync(fileOf('directory.yaml'), 'utf8'));

test.each([
  ['mission.yml', 'luc', 'Luc Tremblay'],
  ['headquarters.yml', 'Sofia', 'Sofia Reyes'],
])(
  'at %s another sits, with a chat of their own, and the client still has its six people',
  async (file, given, name) => {
    const target = join(await freshFolder(), 'client.yml');
    expect(seat(fileOf(file), given, target)).toEqual({ name });
    const config = JSON.parse(readFileSync(target, 'utf8'));
    expect(config.currentUser.name).toBe(name);
    expect(config.users).toHaveLength(5);
    expect(config.users.map((one: { name: string }) => one.name)).not.toContain(name);
    expect(config.personalChat.id).toBe(`personal-${config.currentUser.id}`);
    expect(sample.officials.find(({ id }) => id === config.currentUser.aadObjectId)?.name).toBe(name);
  },
);

test('who is not there is said with who is', async () => {
  const target = join(await freshFolder(), 'client.yml');
  expect(() => seat(fileOf('mission.yml'), 'nobody', target)).toThrow('choose one of Amara, Luc, Mei, ');
});
