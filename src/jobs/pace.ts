/** Keeps to so many starts in any second. */
export interface Pace {
  /** How many may start now. */
  free(now: number): number;
  /** Notes that so many start now. */
  start(count: number, now: number): void;
  /** Milliseconds until one more may start; 0 when one may. */
  wait(now: number): number;
}

const second = 1_000;

/** @param perSecond at most so many within any 1,000 milliseconds; Infinity for no limit */
export function createPace(perSecond: number): Pace {
  let starts: number[] = [];
  const recent = (now: number) => starts.filter(started => started > now - second);
  return {
    free: now => perSecond - recent(now).length,
    start: (count, now) => {
      if (perSecond === Number.POSITIVE_INFINITY) return;
      starts = [...recent(now), ...Array.from({ length: count }, () => now)];
    },
    wait: now => {
      const [oldest, ...others] = recent(now);
      return oldest === undefined || others.length + 1 < perSecond ? 0 : oldest + second - now;
    },
  };
}
