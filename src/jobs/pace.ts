const second = 1_000;

/** How a pace stands at one moment. */
export interface Pace {
  /** Of the given starts, those that still count. */
  readonly recent: readonly number[];
  /** How many may start now. */
  readonly free: number;
  /** Milliseconds until one may start; 0 when one may. */
  readonly wait: number;
}

/**
 * Keeps to so many starts within any 1,000 milliseconds.
 *
 * @param starts when earlier ones started, in milliseconds, oldest first
 */
export function paceAt(now: number, perSecond: number, starts: readonly number[]): Pace {
  // What lies further ahead was noted before the clock was set back.
  const recent = starts.filter(started => Math.abs(now - started) < second);
  const free = Math.max(0, perSecond - recent.length);
  const leaves = recent[recent.length - perSecond];
  return { recent, free, wait: free > 0 || leaves === undefined ? 0 : leaves + second - now };
}
