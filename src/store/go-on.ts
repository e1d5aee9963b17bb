import { closeSync, openSync, rmSync } from 'node:fs';
import type { Disk } from './durable-fs.ts';
import type { Health } from './health.ts';

/** How often a store that failed is looked at again, in milliseconds. */
const lookEvery = 3_000;

/**
 * Lets the store go on by itself after a fault that may pass, which needs nobody to start the bot again.
 *
 * @param goOn asked every few seconds while the fault stays; whatever it throws, it is asked again
 * @returns ends the looking, once what is under way has ended
 */
export function goOnWhenPast(health: Health, goOn: () => Promise<void>): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (!health.mayPass()) return;
    underWay ??= goOn()
      .catch(() => {})
      .finally(() => {
        underWay = undefined;
      });
  }, lookEvery);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}

/** Two of PostgreSQL's files of log. */
const enough = 32 * 2 ** 20;
const block = Buffer.alloc(2 ** 20);

/** Sees whether a good deal can be written to a folder's disk and reaches it. @throws the disk's error when not */
export function tryToWrite(path: string, disk: Disk): void {
  const descriptor = openSync(path, 'w');
  try {
    for (let at = 0; at < enough; at += block.length) {
      const written = disk.write(descriptor, block, 0, block.length, at);
      if (written < block.length) throw new Error('the disk took a part only');
    }
    disk.fsync(descriptor);
  } finally {
    closeSync(descriptor);
    rmSync(path, { force: true });
  }
}
