import { LRUCache } from 'lru-cache';
import type { Destination } from '../jobs/messenger.ts';
import type { Activity } from './activity.ts';
import type { KnownConversation } from './messenger.ts';

/** A place that Vigil can write to, and where Teams keeps it. */
export interface Whereabouts extends KnownConversation, Destination {
  readonly locale?: string;
}

/** What keeps the whereabouts of people and chats between turns. */
export interface WhereaboutsLedger {
  remember(whereabouts: Whereabouts): Promise<void>;
  forget(place: Destination): Promise<void>;
}

/**
 * The places that an activity tells of: the person in a personal chat, a group chat, or a channel with the thread in
 * it. Source: Microsoft, "Proactive messages"; a thread's conversation id is the channel's with `;messageid=`.
 */
export function whereaboutsIn(activity: Activity): Whereabouts[] {
  // A message extension is called from any chat, also one between two people, where Vigil cannot write.
  if (activity.name?.startsWith('composeExtension/')) return [];
  const { conversation, serviceUrl, from, locale, channelData } = activity;
  const common = {
    tenantId: channelData?.tenant?.id ?? conversation.tenantId ?? '',
    serviceUrl,
    ...(locale ? { locale } : {}),
  };
  const place = (kind: Destination['kind'], id: string, conversationId = id): Whereabouts => ({
    kind,
    id,
    conversationId,
    ...common,
  });
  switch (conversation.conversationType) {
    case 'channel': {
      const [channel = conversation.id] = conversation.id.split(';messageid=');
      return [
        place('channel', channel),
        ...(channel === conversation.id ? [] : [place('thread', conversation.id)]),
      ];
    }
    case 'groupChat':
      return [place('groupChat', conversation.id)];
    case 'personal':
    case undefined:
      return [place('person', from.aadObjectId ?? from.id, conversation.id)];
    default:
      // A kind of chat that is new to Vigil: others may read it, so what is for one person must not go there.
      return [];
  }
}

/** True when the activity says that Vigil was taken out of the place. */
export function isFarewell({ type, action }: Activity): boolean {
  return type === 'installationUpdate' && action?.startsWith('remove') === true;
}

/** For how long this bot takes what it wrote to be there still, in milliseconds: another one may have moved or removed it. */
const fresh = 10 * 60_000;

/**
 * Keeps the ledger up to date with what each activity tells, and writes only what is new: most turns tell nothing new.
 * That Vigil was put into a place is always written, for it may be another bot that was told of its removal.
 *
 * @param clock milliseconds from any moment on
 */
export function createWhereabouts(ledger: WhereaboutsLedger, clock = () => performance.now()) {
  const known = new LRUCache<string, string>({
    max: 10_000,
    ttl: fresh,
    ttlResolution: 0,
    perf: { now: clock },
  });
  return async (activity: Activity): Promise<void> => {
    for (const whereabouts of whereaboutsIn(activity)) {
      const key = `${whereabouts.kind} ${whereabouts.id}`;
      if (isFarewell(activity)) {
        known.delete(key);
        await ledger.forget(whereabouts);
        continue;
      }
      const now = JSON.stringify(whereabouts);
      if (!activity.type.endsWith('Update') && known.get(key) === now) continue;
      await ledger.remember(whereabouts);
      known.set(key, now);
    }
  };
}
export type KeepWhereabouts = ReturnType<typeof createWhereabouts>;
