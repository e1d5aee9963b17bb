import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { BotConfig, Secrets } from '../config.ts';
import type { Messenger } from '../jobs/messenger.ts';
import type { Log } from '../shared/log.ts';
import { createAdapter } from './adapter.ts';
import { createCredentials } from './credentials.ts';
import { type CountActivity, createEndpoint } from './endpoint.ts';
import { createGate } from './gate.ts';
import { createMessenger, type FindConversation } from './messenger.ts';
import { type Converse, createRouter } from './router.ts';
import { createWhereabouts, type WhereaboutsLedger } from './whereabouts.ts';

export interface TeamsParts {
  readonly bot: BotConfig;
  readonly secrets: Secrets;
  readonly converse: Converse;
  /** Where people and chats are found again, to write to them later. */
  readonly whereabouts: WhereaboutsLedger & { readonly find: FindConversation };
  readonly log: Log;
  readonly count: CountActivity;
  /** Where the bot's own tokens come from; a test stands in for the cloud here. */
  readonly credentials?: ServiceClientCredentialsFactory | undefined;
}

export interface Teams {
  /** Answers `POST /api/messages`. */
  readonly answerMessages: ReturnType<typeof createEndpoint>;
  /** Sends what is in the outbox. */
  readonly messenger: Messenger;
}

/** Everything between Teams and the conversation, put together: what comes in, and what is sent later. */
export function createTeams(parts: TeamsParts): Teams {
  const { bot, secrets, converse, whereabouts, log, count } = parts;
  const adapter = createAdapter(bot, parts.credentials ?? createCredentials(bot, secrets), log);
  const runTurn = createRouter({
    converse,
    homeTenant: bot.homeTenant,
    keepWhereabouts: createWhereabouts(whereabouts),
    log,
  });
  return {
    answerMessages: createEndpoint(createGate(bot), adapter, runTurn, log, count),
    messenger: createMessenger(adapter, bot.appId, bot.homeTenant, whereabouts.find, bot.serviceHosts),
  };
}
