import type { CloudAdapter } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Member } from '../directory/directory.ts';
import type { Log } from '../shared/log.ts';
import { type FindConversation, referenceTo } from './messenger.ts';

type PageOptions = NonNullable<
  Parameters<ConnectorClient['conversations']['getConversationPagedMembers']>[1]
> &
  object;

/** For how long an answer of Teams holds, in milliseconds: who left a channel may decide this much longer. */
const fresh = 60_000;
/** A member with Teams' own id of them for this bot. */
export interface TeamsMember extends Member {
  readonly teamsId: string;
}
const pageSize = 200;
const mostPages = 50;

/** Teams tells more of each member; guests and applications are told apart by what they lack or are named. */
const member = z.object({
  id: z.string().min(1),
  aadObjectId: z.string().min(1).optional(),
  objectId: z.string().min(1).optional(),
  name: z.string().default(''),
  tenantId: z.string().optional(),
  userRole: z.string().optional(),
});
const page = z.object({ members: z.array(z.unknown()).default([]), continuationToken: z.string().nullish() });

/**
 * Asks Teams who is in a channel or group chat: people of the ministry's own tenant only, no guests. When Teams does not
 * answer, the last answer holds; without one, nobody is in it.
 * Source: Microsoft, "Get Teams specific context for your bot", fetch the roster.
 */
export function createMembers(
  adapter: CloudAdapter,
  appId: string,
  homeTenant: string,
  find: FindConversation,
  log: Log,
): RosterOf {
  const known = new LRUCache<string, { at: number; members: readonly TeamsMember[] }>({ max: 1_000 });

  async function ask(channelId: string): Promise<readonly TeamsMember[]> {
    const place =
      (await find({ kind: 'channel', id: channelId })) ?? (await find({ kind: 'groupChat', id: channelId }));
    if (!place) return [];
    const found: TeamsMember[] = [];
    let failure: unknown;
    await adapter.continueConversationAsync(appId, referenceTo(place, appId), async context => {
      try {
        const { conversations }: ConnectorClient = context.turnState.get(adapter.ConnectorClientKey);
        let continuationToken: string | undefined;
        for (let read = 0; read < mostPages; read += 1) {
          const answer = page.parse(
            // The SDK's type demands a token also for the first page, which has none.
            await conversations.getConversationPagedMembers(place.conversationId, {
              pageSize,
              ...(continuationToken ? { continuationToken } : {}),
            } as PageOptions),
          );
          found.push(...answer.members.flatMap(one => toMember(one, homeTenant)));
          continuationToken = answer.continuationToken ?? undefined;
          if (!continuationToken) break;
        }
      } catch (error) {
        failure = error;
      }
    });
    if (failure !== undefined) throw failure;
    return found;
  }

  return async (channelId: string): Promise<readonly TeamsMember[]> => {
    const last = known.get(channelId);
    if (last && Date.now() - last.at < fresh) return last.members;
    try {
      const members = await ask(channelId);
      known.set(channelId, { at: Date.now(), members });
      return members;
    } catch (error) {
      log.warn({ error }, 'Teams did not say who is in a channel');
      return last?.members ?? [];
    }
  };
}

/** Who is in a channel or group chat. Never throws. */
export type RosterOf = (channelId: string) => Promise<readonly TeamsMember[]>;

function toMember(value: unknown, homeTenant: string): TeamsMember[] {
  const parsed = member.safeParse(value);
  if (!parsed.success) return [];
  const { id: teamsId, aadObjectId, objectId, name, tenantId, userRole } = parsed.data;
  const id = aadObjectId ?? objectId;
  const guest = userRole === 'guest' || userRole === 'anonymous';
  const elsewhere = homeTenant !== '' && tenantId !== undefined && tenantId !== homeTenant;
  return id === undefined || guest || elsewhere ? [] : [{ id, name, teamsId }];
}
