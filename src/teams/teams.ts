import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { BotConfig, Secrets } from '../config.ts';
import type { MembersOf } from '../directory/directory.ts';
import type { Messenger } from '../jobs/messenger.ts';
import type { Log } from '../shared/log.ts';
import { createAdapter } from './adapter.ts';
import { createCredentials } from './credentials.ts';
import { openingDialogs, type Present } from './dialog-buttons.ts';
import { type CountActivity, createEndpoint } from './endpoint.ts';
import { createGate } from './gate.ts';
import { createMembers } from './members.ts';
import { createMessenger, type FindConversation } from './messenger.ts';
import { type Converse, createRouter } from './router.ts';
import { createWhereabouts, type WhereaboutsLedger } from './whereabouts.ts';

export interface TeamsParts {
  readonly bot: BotConfig;
  readonly secrets: Secrets;
  /** Where people and chats are found again, to write to them later. */
  readonly whereabouts: WhereaboutsLedger & { readonly find: FindConversation };
  readonly log: Log;
  readonly count: CountActivity;
  /** Where the bot's own tokens come from; a test stands in for the cloud here. */
  readonly credentials?: ServiceClientCredentialsFactory | undefined;
}

export interface Teams {
  /** Who is in a channel or group chat now; guests are left out. */
  readonly membersOf: MembersOf;
  /** Answers `POST /api/messages` with what the conversation replies. */
  answerMessages(converse: Converse): ReturnType<typeof createEndpoint>;
  /** Sends what is in the outbox. */
  readonly messenger: Messenger;
}

/** Everything between Teams and the conversation, put together: what comes in, what is sent later, who is where. */
export function createTeams(parts: TeamsParts): Teams {
  const { bot, secrets, whereabouts, log, count } = parts;
  const adapter = createAdapter(bot, parts.credentials ?? createCredentials(bot, secrets), log);
  const { appId, homeTenant } = bot;
  const present: Present = bot.dialogs ? openingDialogs : card => card;
  const { find } = whereabouts;
  const membersOf = createMembers(adapter, appId, homeTenant, find, log);
  return {
    membersOf,
    messenger: createMessenger({ adapter, bot, find, rosterOf: membersOf, present }),
    answerMessages: converse => {
      const keepWhereabouts = createWhereabouts(whereabouts);
      const runTurn = createRouter({ converse, homeTenant, keepWhereabouts, present, log });
      return createEndpoint(createGate(bot), adapter, runTurn, log, count);
    },
  };
}
