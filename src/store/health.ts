import { StoreFailedError } from './errors.ts';

/** Whether the store can be trusted with another write. Once failed it stays so until the bot starts again, or the fault is past. */
export type StoreState = 'ready' | { readonly failed: string };

/** What went wrong, in the operator's words. */
export interface Fault {
  readonly reason: string;
  /** Whether it may pass without anybody starting the bot again: a disk is given room, an engine is opened anew. */
  readonly passes: boolean;
}

export interface Health {
  state(): StoreState;
  /** Notes what went wrong; the first fault stays. */
  fail(fault: Fault): void;
  /** Whether what went wrong may pass. */
  mayPass(): boolean;
  /** Forgets what went wrong. */
  recover(): void;
  /** @throws StoreFailedError once failed */
  assertSound(): void;
  /** Notes it when an error of the database means that nothing more can be saved; gives the error back. */
  judge(error: unknown): unknown;
}

const full: Fault = { reason: 'the disk is full', passes: true };

/** SQLSTATEs of PostgreSQL after which retrying is no use. Source: PostgreSQL's manual, appendix A. */
const fatalStates: Readonly<Record<string, Fault>> = {
  '53100': full,
  '58030': { reason: 'the disk fails', passes: false },
  XX001: { reason: 'the data are damaged', passes: false },
  XX002: { reason: 'an index is damaged', passes: false },
};

/**
 * The engine ended. What is in its memory after that is anybody's guess; what is on the disk is as after a kill.
 *
 * @param code Node's word for why, where it has one: its text may repeat what was being saved
 */
export function engineStopped(code?: string): Fault {
  return { reason: `the database engine stopped${code ? ` (${code})` : ''}`, passes: true };
}

/** @param onFailure told of the first fault */
export function createHealth(onFailure: (fault: Fault) => void = () => {}): Health {
  let fault: Fault | undefined;
  const health: Health = {
    state: () => (fault ? { failed: fault.reason } : 'ready'),
    fail: given => {
      if (fault) return;
      fault = given;
      onFailure(given);
    },
    mayPass: () => fault?.passes ?? false,
    recover: () => {
      fault = undefined;
    },
    assertSound: () => {
      if (fault) throw new StoreFailedError(fault.reason);
    },
    judge: error => {
      const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
      const fatal = typeof code === 'string' ? fatalStates[code] : undefined;
      if (fatal) health.fail(fatal);
      // WebAssembly traps when PostgreSQL panics.
      else if (error instanceof WebAssembly.RuntimeError) health.fail(engineStopped());
      return error;
    },
  };
  return health;
}

/** Says a disk's error in the operator's words. */
export function faultOf(error: NodeJS.ErrnoException): Fault {
  const isFull = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(error.code ?? '');
  const { reason, passes } = isFull ? full : { reason: 'the disk fails', passes: false };
  return { reason: `${reason} (${error.code})`, passes };
}
