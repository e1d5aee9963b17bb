import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCommand } from '../../src/conversation/commands.ts';
import { en } from '../../src/i18n/en.ts';
import { fr } from '../../src/i18n/fr.ts';
import { localisableStrings } from '../../src/manifest/localisation.ts';
import { assemblePackage } from '../../src/manifest/package.ts';
import { readSchema } from '../../src/manifest/schema.ts';
import { changeJson, copyOfFolder, exampleManifest, exampleSettings, manifestFolder } from './example.ts';

const manifest = exampleManifest();
const english = localisableStrings(manifest, readSchema('language', manifest.manifestVersion));
const french: Record<string, string> = JSON.parse(readFileSync(join(manifestFolder, 'fr.json'), 'utf8'));
const commandKeys = [...english.keys()].filter(key => /commandLists.*\.(title|prompt)$/.test(key));

describe('the French strings', () => {
  test('cover every string that Teams shows', () => {
    expect([...english.keys()].sort()).toEqual(
      Object.keys(french)
        .filter(key => key !== '$schema')
        .sort(),
    );
    expect(english.size).toBeGreaterThan(30);
  });

  test('are the schema of the manifest’s own version', () => {
    expect(french.$schema).toContain(`/v${manifest.manifestVersion}/`);
  });

  test('have titles that fit the menu', () => {
    const long = Object.entries(french).filter(
      ([key, text]) => /commands.*\.title$/.test(key) && text.length > 32,
    );
    expect(long).toEqual([]);
  });

  test.each([
    ['name.short', undefined, 'name.short'],
    ['name.full', undefined, 'fr.json: name.full is not translated'],
    ['name.full', ' ', 'name.full'],
    ['description.short', 'é'.repeat(81), 'description.short must NOT have more than 80 characters'],
    ['bots[0].commandLists[0].commands[10].title', 'aide', 'commands[10].title translates nothing'],
    ['bots[0].name', 'Vigil', 'the file must NOT have additional properties (bots[0].name)'],
  ])('a language file with a wrong %s (%j) is refused', (key, value, message) => {
    const folder = copyOfFolder();
    changeJson(folder, 'fr.json', strings => {
      strings[key] = value;
    });
    expect(() => assemblePackage(folder, exampleSettings)).toThrow(message);
  });
});

/** Teams puts a command into the message box as it is shown, so the bot must know it in either language. */
describe('the commands', () => {
  test.each([
    ['English', Object.fromEntries(english), 'fr'],
    ['French', french, 'en'],
  ])('in %s are what the bot understands', (_, strings, otherLanguage) => {
    const understood = commandKeys.map(key => readCommand(strings[key] ?? ''));
    expect(understood).toContainEqual({ kind: 'help' });
    expect(understood).toContainEqual({ kind: 'language', to: otherLanguage });
    expect(understood).toContainEqual({ kind: 'hearings', asked: { kind: 'list', asked: { of: 'here' } } });
    const kinds = new Set(understood.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      'hearings',
      'help',
      'inquiries',
      'language',
      'question',
      'request-sign-off',
    ]);
  });

  test('ask the questions that the bot itself gives as examples', () => {
    const prompts = (strings: Record<string, string>) =>
      new Set(commandKeys.filter(key => key.endsWith('.prompt')).map(key => strings[key]));
    expect(prompts(Object.fromEntries(english))).toEqual(new Set([en['example.1'], en['example.2']]));
    expect(prompts(french)).toEqual(new Set([fr['example.1'], fr['example.2']]));
  });

  test('of the message extension have the names that the bot reads', () => {
    expect(manifest.composeExtensions[0].commands).toMatchObject([
      { id: 'searchGuidelines', type: 'query', parameters: [{ name: 'query' }] },
      { id: 'requestSignOff', type: 'action', context: ['compose', 'message'], fetchTask: true },
    ]);
  });
});
