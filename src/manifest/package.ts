import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { fillPlaceholders } from './fill.ts';
import { problemsOfIcons } from './icons.ts';
import { problemsOfLanguage } from './localisation.ts';
import type { Manifest } from './manifest.ts';
import { ManifestError } from './manifest-error.ts';
import { problemsOfRules } from './rules.ts';
import { problemsOfSchema, readSchema } from './schema.ts';
import type { ManifestSettings } from './settings.ts';

/** The files of the package that Teams takes, by name. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Fills the manifest, checks it with everything it names, and gathers the files of the package.
 *
 * @param folder where the template, the icons and the language files are
 * @throws ManifestError with all that Teams would refuse
 */
export function assemblePackage(folder: string, settings: ManifestSettings): PackageFiles {
  const template = parseJson('manifest.template.json', readFileSync(join(folder, 'manifest.template.json')));
  const manifest = fillPlaceholders(template, { ...settings });
  const version = String((manifest as { manifestVersion?: unknown }).manifestVersion);
  refuse(problemsOfSchema('manifest.json', manifest, readSchema('manifest', version)));
  const { icons, localizationInfo } = manifest as Manifest;
  const languages = (localizationInfo?.additionalLanguages ?? []).map(({ file }) => file);

  const files = new Map([['manifest.json', strToU8(`${JSON.stringify(manifest, null, 2)}\n`)]]);
  const problems = problemsOfRules(manifest as Manifest);
  for (const name of [icons.color, icons.outline, ...languages]) {
    try {
      files.set(name, readFileSync(join(folder, name)));
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      problems.push(`${name}: the manifest names it, but it cannot be read (${code})`);
    }
  }
  problems.push(...problemsOfIcons(icons, files));
  const languageSchema = readSchema('language', version);
  for (const name of languages) {
    const bytes = files.get(name);
    if (bytes) problems.push(...problemsOfLanguage(name, parseJson(name, bytes), manifest, languageSchema));
  }
  refuse(problems);
  return files;
}

/** The package as a zip file without folders. The same files make the same bytes, on any day and in any time zone. */
export function zipPackage(files: PackageFiles): Uint8Array {
  // A zip keeps local times, so this one is local, too. 1980 is the earliest it can keep.
  const mtime = new Date(1980, 0, 1, 12);
  return zipSync(Object.fromEntries(files), { level: 9, mtime });
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new ManifestError(problems);
}

function parseJson(name: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (cause) {
    throw new ManifestError([`${name} is not JSON: ${(cause as Error).message}`]);
  }
}
