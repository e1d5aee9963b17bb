import type { TurnState } from '@microsoft/teams-ai';
import type { TurnContext } from 'botbuilder';
import type { Incoming } from '../conversation/incoming.ts';
import { nothing, type Reply } from '../conversation/reply.ts';
import { translatorFor } from '../i18n/translator.ts';
import type { Log } from '../shared/log.ts';
import { OperatorError } from '../shared/operator-error.ts';
import { parsedOf, toIncoming } from './activity.ts';
import type { Present } from './dialog-buttons.ts';
import { messagesOf, toActivity, toDialogAnswer, toPressAnswer, toSearchResult } from './outgoing.ts';
import { createRepeats } from './repeats.ts';
import { ActivityTypes, Application } from './sdk.ts';
import { namingViewers } from './viewers.ts';
import type { KeepWhereabouts } from './whereabouts.ts';

export type Converse = (incoming: Incoming) => Promise<Reply>;

export interface RouterParts {
  readonly converse: Converse;
  /** Whose people may decide; empty in the playground. */
  readonly homeTenant: string;
  readonly keepWhereabouts: KeepWhereabouts;
  readonly present: Present;
  readonly log: Log;
}

const dialogs = ['task/fetch', 'task/submit', 'composeExtension/fetchTask', 'composeExtension/submitAction'];
const isDialog = (name = '') => dialogs.includes(name);

/**
 * Routes each activity with teams-ai's Application to the conversation and sends back what it replies. Every handler
 * answers: an invoke without an answer, or with an exception, would show the person a bare error of Teams.
 *
 * @returns runs one turn; it never throws for what a person sent
 */
export function createRouter({
  converse,
  homeTenant,
  keepWhereabouts,
  present,
  log,
}: RouterParts): (context: TurnContext) => Promise<void> {
  const repeats = createRepeats();
  const app = new Application<TurnState>({ startTypingTimer: false, removeRecipientMention: false });

  async function replyTo(context: TurnContext): Promise<Reply> {
    const activity = parsedOf(context.activity);
    if (!activity) return nothing;
    if (!repeats.isFirst(activity)) {
      log.info({ type: activity.type }, 'an activity was delivered again');
      return nothing;
    }
    // A turn that can be answered is answered, also when where it came from could not be noted.
    await keepWhereabouts(activity).catch((error: unknown) => {
      log.error({ error }, 'a conversation reference could not be kept');
    });
    const incoming = toIncoming(activity, homeTenant);
    if (!incoming) return nothing;
    try {
      return await converse(incoming);
    } catch (error) {
      log.error({ error, kind: incoming.kind }, 'a turn failed');
      // Who is merely welcomed has sent nothing that could have failed.
      if (incoming.kind === 'arrival') return nothing;
      const { language } = incoming.person;
      // What the operator can mend in the middle of a turn is the store, such as a full disk.
      const failure = error instanceof OperatorError ? 'failure.store' : 'failure.turn';
      return { kind: 'notice', language, text: translatorFor(language)(failure) };
    }
  }

  /** Cards that come back at once are for whoever has spoken. */
  const presentTo =
    ({ activity: { from } }: TurnContext): Present =>
    card =>
      present(namingViewers(card, id => (id === (from.aadObjectId ?? from.id) ? from.id : undefined)));

  async function send(context: TurnContext, reply: Reply): Promise<void> {
    for (const message of messagesOf(reply)) {
      const { from } = context.activity;
      const activity = toActivity(message, presentTo(context));
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

  // Not by `adaptiveCards.actionExecute`, which once a verb has been answered by a card with `refresh` changes the card in the
  // chat, for everybody, at each later press.
  app.addRoute(
    async ({ activity }) => activity.type === ActivityTypes.Invoke && activity.name === 'adaptiveCard/action',
    async context => {
      const reply = await replyTo(context);
      await answerInvoke(context, 200, toPressAnswer(reply, presentTo(context)));
      if (reply.kind === 'messages') await send(context, reply);
    },
    true,
  );
  // Not by `messageExtensions.query`, which reads the parameters before we do and throws where they are no list.
  app.addRoute(
    async ({ activity }) =>
      activity.type === ActivityTypes.Invoke && activity.name === 'composeExtension/query',
    async context => {
      await answerInvoke(context, 200, { composeExtension: toSearchResult(await replyTo(context)) });
    },
    true,
  );
  app.addRoute(
    async ({ activity }) => activity.type === ActivityTypes.Invoke && isDialog(activity.name),
    async context => {
      const reply = await replyTo(context);
      await answerInvoke(context, 200, toDialogAnswer(reply));
      if (reply.kind === 'messages') await send(context, reply);
    },
    true,
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
      await send(context, await replyTo(context));
    },
  );

  return async context => {
    await app.run(context);
  };
}
