import type { Card } from './template.ts';

/** Bytes of a card at most: Teams takes 28 KB of a message, and something stands around the card. */
const mostBytes = 27 * 1024;

/**
 * The card with as many of these as it has room for, from the first on.
 *
 * @param cardOf the card with some of them; where some are left out it says so
 */
export function cardWithRoom<Item>(items: readonly Item[], cardOf: (some: readonly Item[]) => Card): Card {
  const whole = cardOf(items);
  if (bytesOf(whole) <= mostBytes) return whole;
  const none = bytesOf(cardOf([]));
  let room = mostBytes - none;
  const some: Item[] = [];
  for (const item of items) {
    room -= bytesOf(cardOf([item])) - none;
    if (room < 0) break;
    some.push(item);
  }
  return cardOf(some);
}

/** What a card, or words on one, take in a message. */
export function bytesOf(part: Card | string): number {
  return Buffer.byteLength(JSON.stringify(part));
}
