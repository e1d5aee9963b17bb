import { z } from 'zod';
import type { Executor } from './database.ts';
import { StoreError } from './errors.ts';

const kinds = ['person', 'channel', 'thread', 'groupChat'] as const;

/** Where Vigil can write to a person, a channel, a thread in one, or a group chat. */
export interface ConversationReference {
  readonly kind: (typeof kinds)[number];
  /** A person's Entra object id, a channel's or group chat's id, a thread's conversation id. */
  readonly id: string;
  /** The conversation to post into, as Teams names it. */
  readonly conversationId: string;
  readonly tenantId: string;
  /** Teams moves it now and then: keep what the latest activity said. */
  readonly serviceUrl: string;
  readonly locale?: string;
}

export type ConversationKey = Pick<ConversationReference, 'kind' | 'id'>;

export interface Conversations {
  /** Keeps a reference, or refreshes the one with its kind and id. @throws ServiceUrlRefusedError */
  remember(reference: ConversationReference, at: Date): Promise<void>;
  find(key: ConversationKey): Promise<ConversationReference | undefined>;
  list(kind?: ConversationReference['kind']): Promise<ConversationReference[]>;
  /** Forgets one, as when the bot is uninstalled there. */
  forget(key: ConversationKey): Promise<void>;
}

/** A service address outside the allow-list: the bot's token would be sent to it. */
export class ServiceUrlRefusedError extends StoreError {
  constructor(serviceUrl: string) {
    super(`the service address ${serviceUrl} is not on the allow-list: nothing will be sent there`);
  }
}

const schema = z.object({
  kind: z.enum(kinds),
  id: z.string().min(1),
  conversationId: z.string().min(1),
  tenantId: z.string(),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  locale: z.string().optional(),
});

/** How late an activity may arrive after a newer one, in milliseconds. */
const outOfOrder = 5 * 60_000;

/** @param allows says whether a service address may be kept and written to */
export function createConversations(db: Executor, allows: (serviceUrl: string) => boolean): Conversations {
  return {
    remember: async (given, at) => {
      const reference = schema.parse(given);
      if (!allows(reference.serviceUrl)) throw new ServiceUrlRefusedError(reference.serviceUrl);
      const place = {
        conversation_id: reference.conversationId,
        tenant_id: reference.tenantId,
        service_url: reference.serviceUrl,
        locale: reference.locale ?? null,
        updated_at: at,
      };
      await db
        .insertInto('conversation')
        .values({ kind: reference.kind, id: reference.id, ...place })
        // Activities may arrive out of order: an older one does not undo a move. What is dated further ahead than that was
        // kept before the clock was set back.
        .onConflict(conflict =>
          conflict
            .columns(['kind', 'id'])
            .doUpdateSet(place)
            .where(row =>
              row.or([
                row('conversation.updated_at', '<=', at),
                row('conversation.updated_at', '>', new Date(at.getTime() + outOfOrder)),
              ]),
            ),
        )
        .execute();
    },
    find: async ({ kind, id }) => {
      const row = await db
        .selectFrom('conversation')
        .selectAll()
        .where('kind', '=', kind)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toReference(row);
    },
    list: async kind => {
      const rows = await db
        .selectFrom('conversation')
        .selectAll()
        .$if(kind !== undefined, query => query.where('kind', '=', kind as ConversationReference['kind']))
        .orderBy('kind')
        .orderBy('id')
        .execute();
      return rows.map(toReference);
    },
    forget: async ({ kind, id }) => {
      await db.deleteFrom('conversation').where('kind', '=', kind).where('id', '=', id).execute();
    },
  };
}

interface Row {
  readonly kind: ConversationReference['kind'];
  readonly id: string;
  readonly conversation_id: string;
  readonly tenant_id: string;
  readonly service_url: string;
  readonly locale: string | null;
}

function toReference(row: Row): ConversationReference {
  return {
    kind: row.kind,
    id: row.id,
    conversationId: row.conversation_id,
    tenantId: row.tenant_id,
    serviceUrl: row.service_url,
    ...(row.locale === null ? {} : { locale: row.locale }),
  };
}
