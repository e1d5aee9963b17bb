import type {
  Activity,
  CloudAdapter,
  ConversationParameters,
  ConversationReference,
  TurnContext,
} from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { BotConfig } from '../config.ts';
import { type OutgoingMessage, outgoingMessage } from '../conversation/reply.ts';
import { translatorFor } from '../i18n/translator.ts';
import {
  type Destination,
  type Messenger,
  type OutboxMessage,
  type Posting,
  SendError,
} from '../jobs/messenger.ts';
import type { Present } from './dialog-buttons.ts';
import { isAllowedHost } from './gate.ts';
import type { RosterOf } from './members.ts';
import { toActivity } from './outgoing.ts';
import { createSendPolicy, retryAfterIn, sendBy } from './send-policy.ts';
import { namesViewers, namingViewers } from './viewers.ts';

/** Where a conversation is, as the last activity from it said. */
export interface KnownConversation {
  readonly conversationId: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
}
export type FindConversation = (to: Destination) => Promise<KnownConversation | undefined>;

export interface MessengerParts {
  readonly adapter: CloudAdapter;
  /** `serviceHosts` are those that the bot's token may be sent to, asked again at each send. */
  readonly bot: Pick<BotConfig, 'appId' | 'homeTenant' | 'serviceHosts'>;
  readonly find: FindConversation;
  readonly rosterOf: RosterOf;
  readonly present: Present;
}

/** The SDK's errors carry the answer of Teams, when there was one. */
const answered = z.object({
  statusCode: z.number(),
  response: z
    .object({
      headers: z.custom<{ get(name: string): string | undefined }>(headers => typeof headers === 'object'),
    })
    .optional(),
});

/**
 * Sends messages of the outbox to conversations that Vigil knows: in a channel each begins a thread, unless it answers
 * an earlier one there. A message that may have arrived before says so, for Teams has no way to ask whether it did; a
 * change of an earlier message can be made twice without harm.
 *
 */
export function createMessenger({
  adapter,
  bot: { appId, homeTenant, serviceHosts },
  find,
  rosterOf,
  present,
}: MessengerParts): Messenger {
  return {
    send: async (message, signal, isInTime) => {
      const { to, target } = message;
      const parsed = outgoingMessage.safeParse(message.body);
      if (!parsed.success) throw new SendError('the message is not one Vigil can say', { status: 400 });
      const known = await findPlace(to, find, homeTenant);
      if (!known) throw new SendError(`no conversation is known for this ${to.kind}`, { status: 404 });
      if (!isAllowedHost(known.serviceUrl, serviceHosts)) {
        throw new SendError('the service host of the conversation is not allowed', { status: 403 });
      }
      if (target && !target.posted) {
        throw new SendError('the message that it belongs to was never delivered', { status: 404 });
      }
      const activity = activityOf(await withViewers(parsed.data, to, rosterOf), message, present);
      let posting: Posting | undefined;
      let failure: unknown;
      await adapter.continueConversationAsync(appId, referenceTo(known, appId), async context => {
        // What is thrown here would end in the adapter's own handler of turn errors.
        try {
          signal.throwIfAborted();
          const client: ConnectorClient = context.turnState.get(adapter.ConnectorClientKey);
          sendBy(once, client);
          if (!isInTime()) throw new SendError('held up until it was too late to send it', { status: 503 });
          posting = await post(client, context, activity, message, known);
        } catch (error) {
          failure = error;
        }
      });
      if (failure !== undefined) throw toSendError(failure);
      if (!posting) throw new SendError('no answer from Teams');
      return posting;
    },
  };
}

/** The outbox tries again itself, at its time; a request that waited here would hold up what goes to others. */
const once = createSendPolicy(undefined, 1);

/** A card whose readers see versions of their own names those of them who are where it goes. */
async function withViewers(
  message: OutgoingMessage,
  { kind, id }: Destination,
  rosterOf: RosterOf,
): Promise<OutgoingMessage> {
  const { card } = message;
  if (!card || !namesViewers(card)) return message;
  const roster = kind === 'person' ? [] : await rosterOf(id);
  const teamsIds = new Map(roster.map(member => [member.id, member.teamsId]));
  return { ...message, card: namingViewers(card, person => teamsIds.get(person)) };
}

/** A change is the message as it now is; everything else that may have come before says so in its first line. */
function activityOf(
  message: OutgoingMessage,
  { mayBeRepeated, target }: OutboxMessage,
  present: Present,
): Partial<Activity> {
  if (!mayBeRepeated || target?.as === 'change') return toActivity(message, present);
  const note = translatorFor(message.language)('message.mayBeRepeated');
  return toActivity(
    { ...message, text: [note, ...(message.text ? [message.text] : [])].join('\n\n') },
    present,
  );
}

/**
 * Puts one activity where it belongs. The connector's own calls are used: the SDK's helpers for channels give the id of
 * the conversation in place of the activity's.
 * Source: Microsoft, "Send proactive messages" (a thread is a new conversation in a channel), "Update and delete messages".
 */
async function post(
  { conversations }: ConnectorClient,
  { activity: turn }: TurnContext,
  activity: Partial<Activity>,
  { target }: OutboxMessage,
  { conversationId, tenantId, hasThreads }: PlaceToPost,
): Promise<Posting> {
  const filled = { ...activity, from: turn.recipient, channelId: turn.channelId } as Activity;
  if (target?.as === 'change' && target.posted) {
    const { posted } = target;
    await conversations.updateActivity(posted.conversationId, posted.activityId, {
      ...filled,
      id: posted.activityId,
    });
    return posted;
  }
  if (hasThreads && !target) {
    const opened = await conversations.createConversation({
      isGroup: true,
      bot: turn.recipient,
      tenantId,
      channelData: { channel: { id: conversationId }, tenant: { id: tenantId } },
      activity: filled,
    } as ConversationParameters);
    return postingIn({ conversationId: opened.id, activityId: opened.activityId });
  }
  const place = target?.posted?.conversationId ?? conversationId;
  const { id } = await conversations.sendToConversation(place, filled);
  return postingIn({ conversationId: place, activityId: id });
}

/** Only what names the message is an answer of Teams: something on the way may have said the rest. @throws SendError */
function postingIn(answer: object): Posting {
  const parsed = placeOfMessage.safeParse(answer);
  if (!parsed.success) throw new SendError('Teams did not say where the message stands');
  return parsed.data;
}

const placeOfMessage = z.object({ conversationId: z.string().min(1), activityId: z.string().min(1) });

interface PlaceToPost extends KnownConversation {
  /** In a channel each message begins a thread. */
  readonly hasThreads: boolean;
}

/**
 * Finds where a message goes. A unit of the directory may have a group chat for its channel, known by the same kind of id;
 * and a channel that has told nothing yet is reached through Teams' address for all regions.
 * Source: Microsoft, "Send proactive messages", global service URLs.
 */
async function findPlace(
  to: Destination,
  find: FindConversation,
  homeTenant: string,
): Promise<PlaceToPost | undefined> {
  const known = await find(to);
  if (known || to.kind !== 'channel') return known && { ...known, hasThreads: to.kind === 'channel' };
  const group = await find({ kind: 'groupChat', id: to.id });
  if (group) return { ...group, hasThreads: false };
  if (homeTenant === '') return undefined;
  const serviceUrl = 'https://smba.trafficmanager.net/teams/';
  return { conversationId: to.id, tenantId: homeTenant, serviceUrl, hasThreads: true };
}

/** The conversation as the SDK continues it. */
export function referenceTo(known: KnownConversation, appId: string): Partial<ConversationReference> {
  return {
    channelId: 'msteams',
    serviceUrl: known.serviceUrl,
    bot: { id: `28:${appId}`, name: 'Vigil' },
    conversation: {
      id: known.conversationId,
      tenantId: known.tenantId,
      isGroup: false,
      conversationType: '',
      name: '',
    },
  };
}

function toSendError(cause: unknown): SendError {
  if (cause instanceof SendError) return cause;
  const parsed = answered.safeParse(cause);
  // One that says "done" and does not open is a lost answer.
  if (!parsed.success || parsed.data.statusCode < 300)
    return new SendError('no answer from Teams', {}, { cause });
  const { statusCode: status, response } = parsed.data;
  const retryAfter = response && retryAfterIn(response.headers);
  return new SendError(
    `Teams answered ${status}`,
    { status, ...(retryAfter === undefined ? {} : { retryAfter }) },
    { cause },
  );
}
