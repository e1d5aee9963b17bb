import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The calls that make bytes reach the disk. Tests count them and let them fail. */
export interface Disk {
  fsync(descriptor: number): void;
  write(descriptor: number, buffer: Uint8Array, offset: number, length: number, position: number): number;
}

export const nodeDisk: Disk = { fsync: fsyncSync, write: writeSync };

/** Errors after which nothing more may be called saved: no space, quota, read-only, a broken device, a lost mount. */
const fatalCodes: ReadonlySet<string> = new Set([
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
  'EROFS',
  'EIO',
  'ENXIO',
  'ESTALE',
]);

/** What Emscripten hands to a mounted file: `nfd` is Node's descriptor, absent for folders. */
interface Stream {
  readonly nfd?: number;
  readonly node: unknown;
}

/** The part of PGlite's built-in file system that is changed here. It is not documented: tests count real fsyncs. */
interface NodeFiles {
  tryFSOperation<T>(operation: () => T): T;
  realPath(node: unknown): string;
  readonly stream_ops: {
    fsync?: (stream: Stream) => number;
    write(stream: Stream, buffer: Uint8Array, offset: number, length: number, position: number): number;
  };
}

/**
 * PGlite's folder on disk, with fsync made real. PGlite starts PostgreSQL without fsync, and its file system has no
 * fsync to call; together with start parameters that lack `-F`, this class gives one fsync per commit.
 */
export class DurableFS extends NodeFS {
  readonly #disk: Disk;
  readonly #onFailure: (error: NodeJS.ErrnoException) => void;

  /** @param onFailure told of every error after which the folder must not be trusted with another write */
  constructor(folder: string, disk: Disk, onFailure: (error: NodeJS.ErrnoException) => void) {
    super(folder);
    this.#disk = disk;
    this.#onFailure = onFailure;
  }

  override async init(...[pg, options]: Parameters<NodeFS['init']>) {
    const { emscriptenOpts } = await super.init(pg, options);
    const preRun = [...(emscriptenOpts.preRun ?? [])];
    preRun.push(module => this.#makeDurable((module as unknown as { NODEFS?: NodeFiles }).NODEFS));
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }

  #makeDurable(files: NodeFiles | undefined): void {
    if (typeof files?.stream_ops?.write !== 'function' || typeof files.tryFSOperation !== 'function') {
      throw new Error('this version of PGlite has another file system: fsync cannot be made real');
    }
    const attempt = files.tryFSOperation.bind(files);
    files.tryFSOperation = operation =>
      attempt(() => {
        try {
          return operation();
        } catch (error) {
          if (isFatal(error)) this.#onFailure(error);
          throw error;
        }
      });
    files.stream_ops.write = (stream, buffer, offset, length, position) =>
      files.tryFSOperation(() => this.#disk.write(stream.nfd as number, buffer, offset, length, position));
    files.stream_ops.fsync = stream => {
      files.tryFSOperation(() => this.#fsync(stream, files));
      return 0;
    };
  }

  /** A rename or a new file is on disk only when its folder is, and folders are opened without a descriptor. */
  #fsync(stream: Stream, files: NodeFiles): void {
    if (stream.nfd !== undefined) {
      this.#disk.fsync(stream.nfd);
      return;
    }
    const folder = openSync(files.realPath(stream.node), 'r');
    try {
      this.#disk.fsync(folder);
    } finally {
      closeSync(folder);
    }
  }
}

function isFatal(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && fatalCodes.has((error as NodeJS.ErrnoException).code ?? '');
}
