import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exampleEnvironment, root, temporaryFolder } from './example.ts';

/** Runs the command as `npm run manifest` does, in a folder of its own. */
function run(folder: string, env: Record<string, string>, ...options: string[]) {
  return spawnSync(process.execPath, [join(root, 'src/cli/manifest.ts'), ...options], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
}
const zip = (folder: string) => join(folder, 'dist/vigil-teams-app.zip');

describe('npm run manifest', () => {
  test('writes the package and says what to do with it', () => {
    const folder = temporaryFolder();
    const { status, stdout, stderr } = run(folder, exampleEnvironment);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Manage apps');
    expect(stdout).toContain('https://vigil.example.org/api/messages');
    expect(stdout).toContain('MANIFEST_PRIVACY_URL and MANIFEST_TERMS_URL');
    expect(Object.keys(unzipSync(readFileSync(zip(folder))))).toContain('manifest.json');
  });

  test('writes nothing without the variables, and names them', () => {
    const folder = temporaryFolder();
    const { status, stdout, stderr } = run(folder, {});
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/MICROSOFT_APP_ID is required[\s\S]*PUBLIC_URL is required/);
    expect(stderr).not.toContain('    at ');
    expect(existsSync(zip(folder))).toBe(false);
  });

  test('with --check needs no variables and writes nothing', () => {
    const folder = temporaryFolder();
    const { status, stdout } = run(folder, {}, '--check');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'The Teams package is sound: manifest.json, color.png, outline.png, fr.json\n',
    });
    expect(existsSync(zip(folder))).toBe(false);
  });

  test('refuses an option that it does not know', () => {
    const { status, stderr } = run(temporaryFolder(), {}, '--publish');
    expect(status).toBe(1);
    expect(stderr).toContain('the options are --check and --draw-icons');
  });
});
