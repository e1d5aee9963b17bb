import { StoreFailedError } from './errors.ts';

/**
 * Whether the store can be trusted with another write. Once failed it stays so until the bot starts again; a full disk alone
 * is looked at again, and the store goes on when there is room.
 */
export type StoreState = 'ready' | { readonly failed: string };

export interface Health {
  state(): StoreState;
  /** Notes what went wrong; the first reason stays. */
  fail(reason: string): void;
  /** Whether what went wrong may pass by itself: the disk was full. */
  mayPass(): boolean;
  /** Forgets what went wrong. */
  recover(): void;
  /** @throws StoreFailedError once failed */
  assertSound(): void;
  /** Notes it when an error of the database means that nothing more can be saved; gives the error back. */
  judge(error: unknown): unknown;
}

const full = 'the disk is full';

/** SQLSTATEs of PostgreSQL after which retrying is no use. Source: PostgreSQL's manual, appendix A. */
const fatalStates: Readonly<Record<string, string>> = {
  '53100': full,
  '58030': 'the disk fails',
  XX001: 'the data are damaged',
  XX002: 'an index is damaged',
};

export function createHealth(): Health {
  let reason: string | undefined;
  const health: Health = {
    state: () => (reason === undefined ? 'ready' : { failed: reason }),
    fail: given => {
      reason ??= given;
    },
    mayPass: () => reason?.startsWith(full) ?? false,
    recover: () => {
      reason = undefined;
    },
    assertSound: () => {
      if (reason !== undefined) throw new StoreFailedError(reason);
    },
    judge: error => {
      const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
      const fatal = typeof code === 'string' ? fatalStates[code] : undefined;
      if (fatal) health.fail(fatal);
      // WebAssembly traps when PostgreSQL panics; what its memory holds after that is anybody's guess.
      else if (error instanceof WebAssembly.RuntimeError) health.fail('the database engine stopped');
      return error;
    },
  };
  return health;
}

/** Says a disk's error in the operator's words. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  const isFull = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(error.code ?? '');
  return `${isFull ? full : 'the disk fails'} (${error.code})`;
}
