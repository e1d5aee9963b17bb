import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KeyRing, newKey, readKeyRing } from './encryption.ts';

/**
 * A key ring for trying Vigil out: kept in the data folder itself, readable by its owner only, made when absent. It
 * protects nothing from who can read the folder; in production the keys come from the environment.
 */
export function localKeyRing(dataDir: string): KeyRing {
  const path = join(dataDir, 'playground-keys');
  try {
    writeFileSync(path, newKey('playground'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readKeyRing(readFileSync(path, 'utf8').trim());
}
