import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Turn } from './incoming.ts';

/** A question somebody asked a moment ago. It is in the memory of this process and nowhere else. */
export interface RecentQuestion {
  /** The question that a further one carries on from, without what was added to it. */
  readonly base: string;
  /** The question as it was answered. */
  readonly text: string;
  /** The first passage shown, by its edition and id; absent where nothing was found. */
  readonly passage?: string;
}

/** What people asked last, for a while: a restart forgets it all, and then a further question is a new one. */
export interface RecentQuestions {
  /** The last question of this person in this conversation: never another's, never from elsewhere. */
  lastIn(turn: Turn): RecentQuestion | undefined;
  /** Keeps a question for a while; gives an id that tells nothing, by which its asker finds it again. */
  remember(turn: Turn, question: RecentQuestion): string;
  /** A question by its id, for whoever asked it. */
  find(id: string, personId: string): RecentQuestion | undefined;
}

/** Half an hour, in milliseconds: what comes later is a new conversation. */
const keptFor = 30 * 60_000;
/** Questions kept at most; the oldest go first. */
const most = 5_000;

export function createRecentQuestions(now: () => Date): RecentQuestions {
  const options = {
    max: most,
    ttl: keptFor,
    ttlAutopurge: true,
    ttlResolution: 0,
    perf: { now: () => now().getTime() },
  };
  const byId = new LRUCache<string, RecentQuestion & { readonly asker: string }>(options);
  const lastIds = new LRUCache<string, string>(options);
  const placeOf = ({ person, chat }: Turn) => `${person.id} ${chat.id}`;
  return {
    lastIn: turn => {
      const id = lastIds.get(placeOf(turn));
      return id === undefined ? undefined : byId.get(id);
    },
    remember: (turn, question) => {
      const id = randomUUID();
      byId.set(id, { ...question, asker: turn.person.id });
      lastIds.set(placeOf(turn), id);
      return id;
    },
    find: (id, personId) => {
      const found = byId.get(id);
      return found?.asker === personId ? found : undefined;
    },
  };
}
