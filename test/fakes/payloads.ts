import { randomUUID } from 'node:crypto';

/**
 * Activities as Teams sends them, field by field.
 * Sources: Microsoft, "Receive a message activity", "Conversation events", "Universal Actions for Adaptive Cards",
 * "Respond to search command".
 */
export interface Official {
  /** Teams' own id, which differs from bot to bot. */
  readonly id: string;
  /** Entra object id. */
  readonly aadObjectId: string;
  readonly name: string;
  readonly locale: string;
}

/** A person with ids like Teams' own. */
export function official(name: string, locale = 'en-CA'): Official {
  return { id: `29:1${randomUUID().replaceAll('-', '')}`, aadObjectId: randomUUID(), name, locale };
}

export interface Place {
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly conversationId: string;
}

export const personalChat = (): Place => ({ kind: 'personal', conversationId: `a:1${randomUUID()}` });
export const groupChat = (): Place => ({
  kind: 'groupChat',
  conversationId: `19:${randomUUID().replaceAll('-', '')}@thread.v2`,
});
export const channelThread = (): Place => ({
  kind: 'channel',
  conversationId: `19:${randomUUID().replaceAll('-', '')}@thread.tacv2;messageid=1700000000000`,
});

/** What every activity of one installation has in common. */
export interface Installation {
  readonly appId: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
}

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of an activity, also into what it must not be
export type Payload = any;

const newId = () => String(1_600_000_000_000 + Math.floor(Math.random() * 1e9));

function base({ appId, tenantId, serviceUrl }: Installation, person: Official, place: Place): Payload {
  const [channelId] = place.conversationId.split(';');
  return {
    id: newId(),
    timestamp: '2026-03-05T14:10:07.437Z',
    localTimestamp: '2026-03-05T09:10:07.437-05:00',
    localTimezone: 'America/Toronto',
    serviceUrl,
    channelId: 'msteams',
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    conversation: {
      ...(place.kind === 'personal' ? {} : { isGroup: true }),
      conversationType: place.kind,
      tenantId,
      id: place.conversationId,
    },
    recipient: { id: `28:${appId}`, name: 'Vigil' },
    channelData: {
      tenant: { id: tenantId },
      ...(place.kind === 'channel'
        ? {
            teamsChannelId: channelId,
            teamsTeamId: '19:0123456789abcdef@thread.tacv2',
            channel: { id: channelId },
            team: { id: '19:0123456789abcdef@thread.tacv2' },
          }
        : {}),
    },
    entities: [
      {
        locale: person.locale,
        country: 'CA',
        platform: 'Windows',
        timezone: 'America/Toronto',
        type: 'clientInfo',
      },
    ],
    locale: person.locale,
  };
}

/** A typed message. In a group chat or channel the bot is mentioned first, as Teams requires. */
export function message(to: Installation, person: Official, place: Place, text: string): Payload {
  const activity = base(to, person, place);
  const mention = place.kind === 'personal' ? undefined : '<at>Vigil</at>';
  const html = mention
    ? `<p><span itemtype="http://schema.skype.com/Mention" itemscope itemid="0">Vigil</span>&nbsp;${text}</p>`
    : `<p>${text}</p>`;
  return {
    ...activity,
    type: 'message',
    textFormat: 'plain',
    text: mention ? `${mention} ${text}` : text,
    attachments: [{ contentType: 'text/html', content: html }],
    entities: mention
      ? [
          { mentioned: { id: `28:${to.appId}`, name: 'Vigil' }, text: mention, type: 'mention' },
          ...activity.entities,
        ]
      : activity.entities,
  };
}

/** A press of a button of type Action.Execute on a card that the bot sent. */
export function press(
  to: Installation,
  person: Official,
  place: Place,
  action: { verb: unknown; data: unknown; cardId?: string | undefined },
): Payload {
  const { verb, data, cardId = newId() } = action;
  const activity = base(to, person, place);
  return {
    ...activity,
    id: `f:${randomUUID()}`,
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: cardId,
    channelData: {
      ...activity.channelData,
      source: { name: 'message' },
      legacy: { replyToId: `1:${cardId}` },
    },
    value: { action: { type: 'Action.Execute', title: 'Yes', verb, data }, trigger: 'manual' },
  };
}

/** A press of a button of type Action.Submit: a message without text. */
export function submit(to: Installation, person: Official, place: Place, data: unknown): Payload {
  const activity = base(to, person, place);
  return { ...activity, type: 'message', replyToId: newId(), value: data };
}

/** A search from the compose box. Without words it is what Teams sends when the person opens it. */
export function search(
  to: Installation,
  person: Official,
  place: Place,
  query: { words?: string; skip?: number; count?: number },
): Payload {
  const { words, skip = 0, count = 25 } = query;
  const activity = base(to, person, place);
  return {
    ...activity,
    id: `f:${randomUUID()}`,
    type: 'invoke',
    name: 'composeExtension/query',
    channelData: { ...activity.channelData, source: { name: 'compose' } },
    value: {
      commandId: 'searchGuidelines',
      parameters: [
        words === undefined ? { name: 'initialRun', value: 'true' } : { name: 'query', value: words },
      ],
      queryOptions: { skip, count },
    },
  };
}

/** Any other invoke, such as a dialog's. */
export function invoke(
  to: Installation,
  person: Official,
  place: Place,
  name: string,
  value: unknown,
): Payload {
  return { ...base(to, person, place), id: `f:${randomUUID()}`, type: 'invoke', name, value };
}

/** The app was installed, updated (`add-upgrade`) or removed. */
export function installation(
  to: Installation,
  person: Official,
  place: Place,
  action: 'add' | 'add-upgrade' | 'remove' | 'remove-upgrade' = 'add',
): Payload {
  const { localTimestamp, localTimezone, ...activity } = base(to, person, place);
  return { ...activity, id: `f:${randomUUID()}`, type: 'installationUpdate', action };
}

/** Somebody joined; without a name, the bot itself, as Teams says beside the installation. */
export function membersAdded(
  to: Installation,
  person: Official,
  place: Place,
  ids: readonly string[] = [`28:${to.appId}`],
): Payload {
  const { localTimestamp, localTimezone, locale, entities, ...activity } = base(to, person, place);
  return {
    ...activity,
    id: `f:${randomUUID()}`,
    type: 'conversationUpdate',
    membersAdded: ids.map(id => ({ id })),
    channelData: { ...activity.channelData, eventType: 'teamMemberAdded' },
  };
}
