import type { Tell } from '../conversation/in-own-chat.ts';
import { toJson } from '../conversation/reply.ts';
import type { Store } from '../store/store.ts';

/** Writing to a person in their own chat, through the outbox. */
export function createTell(
  store: Pick<Store, 'conversations' | 'transaction'>,
  now: () => Date,
): { readonly tell: Tell; readonly canTell: (personId: string) => Promise<boolean> } {
  const place = (personId: string) => ({ kind: 'person', id: personId }) as const;
  const canTell = async (personId: string) => (await store.conversations.find(place(personId))) !== undefined;
  return {
    canTell,
    tell: async (personId, key, message) => {
      if (!(await canTell(personId))) return false;
      await store.transaction(({ outbox }) =>
        outbox.put({ key, to: place(personId), body: toJson(message), at: now() }),
      );
      return true;
    },
  };
}
