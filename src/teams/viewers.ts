import type { Card } from '../cards/template.ts';

/** Gives Teams' own id of a person by their Entra object id; undefined for who is not in the conversation. */
export type TeamsIdOf = (personId: string) => string | undefined;

/** Whether a card names people for whom the client asks for a version of their own. */
export function namesViewers(card: Card | undefined): boolean {
  return card !== undefined && 'refresh' in card;
}

/**
 * Names those people as Teams does, by ids that are a bot's own; the rest of Vigil knows them by their Entra ids. Without
 * any of them left the card is the same for everybody.
 * Source: Microsoft, "User Specific Views": Teams' ids, 60 at most.
 */
export function namingViewers(card: Card, teamsIdOf: TeamsIdOf): Card {
  const { refresh, ...plain } = card as Card & { readonly refresh?: { readonly userIds: readonly string[] } };
  if (!refresh) return card;
  const userIds = refresh.userIds.flatMap(id => teamsIdOf(id) ?? []).slice(0, mostViewers);
  return userIds.length > 0 ? ({ ...plain, refresh: { ...refresh, userIds } } as Card) : (plain as Card);
}

const mostViewers = 60;
