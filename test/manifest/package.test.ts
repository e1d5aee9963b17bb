import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fillPlaceholders } from '../../src/manifest/fill.ts';
import { assemblePackage, zipPackage } from '../../src/manifest/package.ts';
import { problemsOfSchema, readSchema } from '../../src/manifest/schema.ts';
import { changeJson, copyOfFolder, exampleManifest, exampleSettings, manifestFolder } from './example.ts';

describe('the manifest', () => {
  test('fits the schema of its version', () => {
    const manifest = exampleManifest();
    expect(manifest.$schema).toContain(`/v${manifest.manifestVersion}/`);
    expect(
      problemsOfSchema('manifest.json', manifest, readSchema('manifest', manifest.manifestVersion)),
    ).toEqual([]);
  });

  test('carries what the environment says', () => {
    expect(exampleManifest()).toMatchObject({
      id: exampleSettings.TEAMS_APP_ID,
      version: '1.2.3',
      developer: { name: 'Ministry of Foreign Affairs' },
      bots: [{ botId: exampleSettings.MICROSOFT_APP_ID, scopes: ['personal', 'team', 'groupChat'] }],
      composeExtensions: [{ botId: exampleSettings.MICROSOFT_APP_ID }],
      validDomains: ['vigil.example.org'],
    });
    expect(JSON.stringify(exampleManifest())).not.toContain('${');
  });

  test('asks for no more than the bot uses', () => {
    const manifest = exampleManifest();
    expect(manifest).not.toHaveProperty('webApplicationInfo');
    expect(manifest).not.toHaveProperty('authorization');
    expect(manifest.bots[0]).toMatchObject({
      supportsFiles: true,
      supportsCalling: false,
      supportsVideo: false,
    });
  });
});

describe('a placeholder', () => {
  const placeholder = `\${NAME}`;

  test('is filled as a value, so a quotation mark is harmless', () => {
    expect(fillPlaceholders({ a: [`x ${placeholder}`], n: 1 }, { NAME: '"\\' })).toEqual({
      a: ['x "\\'],
      n: 1,
    });
  });

  test('without a value is a fault of the template', () => {
    expect(() => fillPlaceholders(placeholder, {})).toThrow(`asks for ${placeholder}`);
  });
});

describe('a broken package is refused, and the message says where', () => {
  // biome-ignore lint/suspicious/noExplicitAny: the changes make what no type allows
  const broken: [string, (manifest: any) => void, string][] = [
    [
      'a name too long',
      m => (m.name.short = 'V'.repeat(31)),
      'name.short must NOT have more than 30 characters',
    ],
    [
      'an unknown property',
      m => (m.bots[0].colour = 'red'),
      'bots[0] must NOT have additional properties (colour)',
    ],
    [
      'an unknown scope',
      m => (m.bots[0].scopes = ['public']),
      'bots[0].scopes[0] must be equal to one of the allowed values (team, personal',
    ],
    ['no description', m => delete m.description, "the file must have required property 'description'"],
    [
      'an unknown version',
      m => (m.manifestVersion = '9.9'),
      'manifestVersion 9.9: @microsoft/app-manifest has no schema of it',
    ],
    [
      'a page without https',
      m => (m.developer.privacyUrl = 'http://a.example'),
      'developer.privacyUrl must begin with https://',
    ],
    [
      'an address as domain',
      m => (m.validDomains = ['https://a.example/x']),
      'validDomains: “https://a.example/x” must be a host name',
    ],
    [
      'eleven commands',
      m => (m.bots[0].commandLists[1].commands = Array(11).fill({ title: 'help' })),
      'bots[0].commandLists[1] has 11 commands',
    ],
    [
      'a scope without commands',
      m => m.bots[0].commandLists.pop(),
      'one command list for the scope “groupChat”',
    ],
    [
      'commands where the bot is not',
      m => m.bots[0].scopes.pop(),
      'commands for the scope “groupChat”, where the bot is not offered',
    ],
    [
      'a long title',
      m => (m.bots[0].commandLists[0].commands[2].title = 'help '.repeat(7)),
      'commands[2].title has more than 32 characters',
    ],
    [
      'a prompt of no effect',
      m => delete m.bots[0].commandLists[0].commands[0].type,
      'commands[0] must have both a prompt and the type “prompt”',
    ],
    [
      'a stranger’s extension',
      m => (m.composeExtensions[0].botId = '99999999-2222-4333-8444-555555555555'),
      'composeExtensions[0].botId must be the bot’s own',
    ],
    [
      'a missing file',
      m => (m.icons.color = 'colour.png'),
      'colour.png: the manifest names it, but it cannot be read (ENOENT)',
    ],
    [
      'the wrong icon',
      m => (m.icons.color = 'outline.png'),
      'outline.png: the color icon must be 192 x 192 pixels (it is 32 x 32)',
    ],
    [
      'an icon that is none',
      m => (m.icons.color = 'color.svg'),
      'color.svg: the color icon must be a PNG file',
    ],
  ];
  test.each(broken)('%s', (_, change, message) => {
    const folder = copyOfFolder();
    changeJson(folder, 'manifest.template.json', change);
    expect(() => assemblePackage(folder, exampleSettings)).toThrow(message);
  });

  test('all problems are told at once', () => {
    const folder = copyOfFolder();
    rmSync(join(folder, 'outline.png'));
    writeFileSync(join(folder, 'color.png'), 'no picture');
    changeJson(folder, 'fr.json', strings => delete strings['name.full']);
    expect(() => assemblePackage(folder, exampleSettings)).toThrow(
      /outline\.png: .* cannot be read[\s\S]*color\.png: .* must be a PNG[\s\S]*fr\.json: name\.full is not translated/,
    );
  });

  test('a file that is not JSON is named', () => {
    const folder = copyOfFolder();
    writeFileSync(join(folder, 'fr.json'), '{,}');
    expect(() => assemblePackage(folder, exampleSettings)).toThrow('fr.json is not JSON');
  });
});

describe('the zip', () => {
  test('holds exactly the files that Teams takes, without folders', () => {
    const files = assemblePackage(manifestFolder, exampleSettings);
    const unzipped = unzipSync(zipPackage(files));
    expect(Object.keys(unzipped)).toEqual(['manifest.json', 'color.png', 'outline.png', 'fr.json']);
    for (const [name, bytes] of files) expect(Buffer.from(unzipped[name] ?? []).equals(bytes)).toBe(true);
  });

  test('has the same bytes in every time zone', () => {
    const files = assemblePackage(manifestFolder, exampleSettings);
    const home = process.env.TZ;
    const offsets = new Set<number>();
    const digests = ['UTC', 'America/Toronto', 'Pacific/Kiritimati'].map(zone => {
      process.env.TZ = zone;
      offsets.add(new Date(0).getTimezoneOffset());
      return createHash('sha256').update(zipPackage(files)).digest('hex');
    });
    if (home === undefined) delete process.env.TZ;
    else process.env.TZ = home;
    expect(offsets.size).toBe(3);
    expect(new Set(digests).size).toBe(1);
  });
});
