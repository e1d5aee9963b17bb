import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Activity } from './activity.ts';

/** Teams delivers an activity again when it had no answer within 15 seconds, for some minutes. */
const remembered = 10 * 60_000;
const mostRemembered = 20_000;

/**
 * Recognises activities that Teams delivers a second time under the same id, so that nobody is answered twice. What a
 * press changes is guarded for longer, in the store, by `pressKey`.
 */
export function createRepeats() {
  const seen = new LRUCache<string, true>({ max: mostRemembered, ttl: remembered });
  return {
    /** True the first time an activity comes. */
    isFirst({ id, conversation, type, name }: Activity): boolean {
      // An invoke must be answered each time; what it changes is guarded by its press key.
      if (id === undefined || type === 'invoke') return true;
      const key = `${conversation.id} ${type} ${name ?? ''} ${id}`;
      if (seen.has(key)) return false;
      seen.set(key, true);
      return true;
    },
    /** Lets an activity come again, because taking it up failed. */
    forget({ id, conversation, type, name }: Activity): void {
      if (id !== undefined) seen.delete(`${conversation.id} ${type} ${name ?? ''} ${id}`);
    },
  };
}

/**
 * What makes a press this press, the same when Teams delivers it again under a new id: who pressed which button of
 * which card. A digest, so that it tells nothing of the person.
 */
export function pressKey({ from, conversation, replyToId, value }: Activity): string {
  const parts = [from.aadObjectId ?? from.id, conversation.id, replyToId ?? '', value];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
