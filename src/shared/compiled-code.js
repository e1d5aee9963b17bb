import { mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * Lets Node keep what it has compiled and stripped of types, so that the next start need not: a third of its loading. In the
 * data folder, which only the bot's own user can enter, for what is kept there is run; Node's own choice is a folder that all
 * users share. Counts for what is imported after it. Where the folder cannot be written, nothing is kept.
 *
 * @param {string | undefined} dataDir the folder of the environment, `.vigil` when it names none
 */
export function keepCompiledCode(dataDir) {
  try {
    const folder = dataDir?.trim() || '.vigil';
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    enableCompileCache(join(folder, 'compiled'));
  } catch {
    // The store says it in the operator's words when it needs the folder.
  }
}
