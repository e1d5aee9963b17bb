import { Application, type TurnState } from '@microsoft/teams-ai';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Incoming } from '../conversation/incoming.ts';
import { nothing, type Reply } from '../conversation/reply.ts';
import { translatorFor } from '../i18n/translator.ts';
import type { Log } from '../shared/log.ts';
import { parseActivity, toIncoming } from './activity.ts';
import { toActivity, toPressAnswer, toSearchResult } from './outgoing.ts';

export type Converse = (incoming: Incoming) => Promise<Reply>;

/**
 * Routes each activity with teams-ai's Application to the conversation and sends back what it replies. Every handler
 * answers: an invoke without an answer, or with an exception, would show the person a bare error of Teams.
 *
 * @returns runs one turn; it never throws for what a person sent
 */
export function createRouter(converse: Converse, log: Log): (context: TurnContext) => Promise<void> {
  const app = new Application<TurnState>({ startTypingTimer: false, removeRecipientMention: false });

  async function replyTo(context: TurnContext): Promise<Reply> {
    const parsed = parseActivity(context.activity);
    const incoming = parsed.ok ? toIncoming(parsed.activity) : undefined;
    if (!incoming) return nothing;
    try {
      return await converse(incoming);
    } catch (error) {
      log.error({ error, kind: incoming.kind }, 'a turn failed');
      const text = translatorFor(incoming.person.language)('failure.turn');
      return incoming.kind === 'message'
        ? { kind: 'messages', messages: [{ language: incoming.person.language, text }] }
        : { kind: 'notice', text };
    }
  }

  async function send(context: TurnContext, reply: Reply): Promise<void> {
    if (reply.kind !== 'messages') return;
    for (const message of reply.messages) {
      const { from } = context.activity;
      const activity = toActivity(message);
      await context.sendActivity(
        activity.suggestedActions
          ? { ...activity, suggestedActions: { ...activity.suggestedActions, to: [from.id] } }
          : activity,
      );
    }
  }

  async function answerInvoke(context: TurnContext, status: number, body: object): Promise<void> {
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, body } });
  }

  app.addRoute(
    async ({ activity }) => activity.type === ActivityTypes.Invoke && activity.name === 'adaptiveCard/action',
    async context => {
      const reply = await replyTo(context);
      await answerInvoke(context, 200, toPressAnswer(reply));
      await send(context, reply);
    },
    true,
  );
  app.messageExtensions.query(
    async ({ activity }) => activity.name === 'composeExtension/query',
    async context => {
      const reply = await replyTo(context);
      if (reply.kind === 'results') return toSearchResult(reply);
      return { type: 'message', text: reply.kind === 'notice' ? reply.text : '' };
    },
  );
  app.addRoute(
    async ({ activity }) => activity.type === ActivityTypes.Invoke,
    async context => {
      log.warn({ name: context.activity.name }, 'an invoke that Vigil does not handle');
      await answerInvoke(context, 501, {});
    },
    true,
  );
  app.activity(
    [ActivityTypes.Message, ActivityTypes.InstallationUpdate, ActivityTypes.ConversationUpdate],
    async context => {
      const reply = await replyTo(context);
      await (reply.kind === 'notice'
        ? send(context, { kind: 'messages', messages: [{ language: 'en', text: reply.text }] })
        : send(context, reply));
    },
  );

  return async context => {
    await app.run(context);
  };
}
