import type { CloudAdapter, ConversationReference } from 'botbuilder';
import { z } from 'zod';
import { outgoingMessage } from '../conversation/reply.ts';
import { translatorFor } from '../i18n/translator.ts';
import { type Destination, type Messenger, SendError } from '../jobs/messenger.ts';
import { isAllowedHost } from './gate.ts';
import { toActivity } from './outgoing.ts';

/** Where a conversation is, as the last activity from it said. */
export interface KnownConversation {
  readonly conversationId: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
}
export type FindConversation = (to: Destination) => Promise<KnownConversation | undefined>;

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
 * Sends messages of the outbox to conversations that Vigil knows. A message that may have arrived before says so, for
 * Teams has no way to ask whether it did.
 *
 * @param serviceHosts hosts that the bot's token may be sent to, asked again at each send
 */
export function createMessenger(
  adapter: CloudAdapter,
  appId: string,
  find: FindConversation,
  serviceHosts: readonly string[],
): Messenger {
  return {
    send: async ({ to, body, mayBeRepeated }, signal) => {
      const parsed = outgoingMessage.safeParse(body);
      if (!parsed.success) throw new SendError('the message is not one Vigil can say', { status: 400 });
      const known = await find(to);
      if (!known) throw new SendError(`no conversation is known for this ${to.kind}`, { status: 404 });
      if (!isAllowedHost(known.serviceUrl, serviceHosts)) {
        throw new SendError('the service host of the conversation is not allowed any more', { status: 403 });
      }
      const message = parsed.data;
      const t = translatorFor(message.language);
      const text = [mayBeRepeated ? t('message.mayBeRepeated') : '', message.text ?? ''].filter(
        part => part !== '',
      );
      const activity = toActivity({ ...message, ...(text.length > 0 ? { text: text.join('\n\n') } : {}) });

      let activityId: string | undefined;
      let failure: unknown;
      await adapter.continueConversationAsync(appId, referenceTo(known, appId), async context => {
        // What is thrown here would end in the adapter's own handler of turn errors.
        try {
          signal.throwIfAborted();
          activityId = (await context.sendActivity(activity))?.id;
        } catch (error) {
          failure = error;
        }
      });
      if (failure !== undefined) throw toSendError(failure);
      return { activityId: activityId ?? '' };
    },
  };
}

function referenceTo(known: KnownConversation, appId: string): Partial<ConversationReference> {
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
  const parsed = answered.safeParse(cause);
  if (!parsed.success) return new SendError('no answer from Teams', {}, { cause });
  const { statusCode: status, response } = parsed.data;
  const seconds = Number.parseFloat(response?.headers.get('retry-after') ?? '');
  return new SendError(
    `Teams answered ${status}`,
    { status, ...(Number.isFinite(seconds) ? { retryAfter: seconds * 1000 } : {}) },
    { cause },
  );
}
