/** Messages looked back upon: their median is not moved by the one that Teams let wait. */
const lookBack = 15;

/**
 * How many messages to have under way at once. A killed bot cannot know whether these arrived, so they are as few as make
 * so many a second: for 50 a second one, while Teams answers within 20 ms, and five at 100 ms. What the bot itself needs to
 * begin and to note a message is left out of it: with more under way each waits longer for its turn, and would widen it again.
 */
export interface Width {
  /** Notes how long Teams took to accept a message, in milliseconds. */
  note(took: number): void;
  now(): number;
}

/** @param most never more than so many */
export function createWidth(perSecond: number, most: number): Width {
  const took: number[] = [];
  return {
    note: milliseconds => {
      took.push(milliseconds);
      if (took.length > lookBack) took.shift();
    },
    now: () => {
      const median = took.toSorted((one, other) => one - other)[took.length >> 1] ?? 0;
      return Math.min(most, Math.max(1, Math.ceil((perSecond * median) / 1_000)));
    },
  };
}
