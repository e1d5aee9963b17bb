import type { Card } from './template.ts';

/** The id of a question that nobody remembers: whoever presses is asked to type it again. */
export const unasked = '00000000-0000-0000-0000-000000000000';

/** One card for many askings: each gets it with the id of its own question on the buttons. */
export function forEachAsking(card: Card): (asked: string) => Card {
  const json = JSON.stringify(card);
  return asked => JSON.parse(json.replaceAll(unasked, asked)) as Card;
}
