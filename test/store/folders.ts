import { constants, cpSync, existsSync, mkdtempSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginPGliteEngine } from '../../src/store/pglite-engine.ts';

const memory = '/dev/shm';
const enough = 2 ** 30;

/**
 * Where tests put their databases: in memory where there is room, for fsync is then quick. `VIGIL_TEST_DIR` goes before
 * that, as for measurements, which need a real disk.
 */
export function scratch(): string {
  if (process.env.VIGIL_TEST_DIR) return process.env.VIGIL_TEST_DIR;
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > enough ? memory : tmpdir();
}

/** A new PGlite folder, copied from one that was made once: making a cluster takes seconds. The caller removes it. */
export async function freshFolder(): Promise<string> {
  const folder = mkdtempSync(join(scratch(), 'vigil-store-'));
  cpSync(await template(), folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return folder;
}

async function template(): Promise<string> {
  const ready = join(scratch(), 'vigil-pglite-template');
  if (existsSync(ready)) return ready;
  const draft = mkdtempSync(join(scratch(), 'vigil-pglite-draft-'));
  const engine = await (await beginPGliteEngine(draft)).engine;
  await engine.close();
  try {
    renameSync(draft, ready);
  } catch {
    // Another test file was first.
    rmSync(draft, { recursive: true, force: true });
  }
  return ready;
}
