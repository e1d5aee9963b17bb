import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's chromium, or another one named by CHROMIUM_PATH; undefined where there is none. */
export const chromiumPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(
  path => path !== undefined && existsSync(path),
);

if (!chromiumPath) {
  process.stderr.write(
    'Browser stories are skipped: install chromium (Debian: apt-get install chromium) to run them.\n',
  );
}

/** A browser that calls nobody but the pages it is told to open. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [
      '--headless',
      // Root, in a container, has no other way.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
