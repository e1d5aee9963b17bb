import { type Disk, nodeDisk } from '../../src/store/durable-fs.ts';
import type { DiskModule } from '../../src/store/pglite-thread.ts';

/** Errors that a disk can be made to give; with the last the whole thread ends, as by a fault of the engine. */
const codes = ['ENOSPC', 'EIO', 'end'] as const;
const calls = ['write', 'fsync'] as const;

/** A disk that counts and fails as a test says, though the database's thread works on it. */
export interface FaultyDisk {
  /** To be given to the store. */
  readonly disk: DiskModule;
  /** Lets every such call fail from now on. */
  fail(call: (typeof calls)[number], code: (typeof codes)[number]): void;
  mend(): void;
  /** How many times something was made to reach the disk. */
  fsyncs(): number;
}

/** Where the two threads tell each other: the failing call and its error, counted from 1, and the number of fsyncs. */
const [callAt, codeAt, fsyncsAt] = [0, 1, 2];

export function createFaultyDisk(): FaultyDisk {
  const shared = new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT);
  const told = new Int32Array(shared);
  return {
    disk: { module: import.meta.url, shared },
    fail: (call, code) => {
      Atomics.store(told, codeAt, codes.indexOf(code) + 1);
      Atomics.store(told, callAt, calls.indexOf(call) + 1);
    },
    mend: () => {
      Atomics.store(told, callAt, 0);
    },
    fsyncs: () => Atomics.load(told, fsyncsAt),
  };
}

/** The same disk in the database's thread. */
export function createDisk(shared: SharedArrayBuffer): Disk {
  const told = new Int32Array(shared);
  const failWhenTold = (call: (typeof calls)[number]) => {
    if (Atomics.load(told, callAt) !== calls.indexOf(call) + 1) return;
    const code = codes[Atomics.load(told, codeAt) - 1];
    if (code === 'end') process.exit();
    throw Object.assign(new Error(code), { code });
  };
  return {
    write: (...request) => {
      failWhenTold('write');
      return nodeDisk.write(...request);
    },
    fsync: descriptor => {
      failWhenTold('fsync');
      Atomics.add(told, fsyncsAt, 1);
      nodeDisk.fsync(descriptor);
    },
  };
}
