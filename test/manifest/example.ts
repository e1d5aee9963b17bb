import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { assemblePackage } from '../../src/manifest/package.ts';
import { readManifestSettings } from '../../src/manifest/settings.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const manifestFolder = join(root, 'manifest');
export const exampleEnvironment = {
  MICROSOFT_APP_ID: '11111111-2222-4333-8444-555555555555',
  PUBLIC_URL: 'https://vigil.example.org',
};
export const exampleSettings = readManifestSettings(exampleEnvironment, '1.2.3');

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a manifest, also into what it must not be
type Json = any;

/** The manifest as it goes into the package. */
export function exampleManifest(): Json {
  const bytes = assemblePackage(manifestFolder, exampleSettings).get('manifest.json');
  return JSON.parse(Buffer.from(bytes ?? []).toString('utf8'));
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-manifest-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A copy of the manifest's folder, to be spoilt. */
export function copyOfFolder(): string {
  const folder = temporaryFolder();
  cpSync(manifestFolder, folder, { recursive: true });
  return folder;
}

export function changeJson(folder: string, file: string, change: (json: Json) => void): void {
  const json = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  change(json);
  writeFileSync(join(folder, file), JSON.stringify(json));
}
