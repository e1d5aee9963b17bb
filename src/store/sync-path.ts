import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Sees to it that a file, or what is listed in a folder, is on the disk. */
export function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
