import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { BotConfig, Secrets } from '../config.ts';
import type { Log } from '../shared/log.ts';
import { createAdapter } from './adapter.ts';
import { createCredentials } from './credentials.ts';
import { type CountActivity, createEndpoint } from './endpoint.ts';
import { createGate } from './gate.ts';
import { type Converse, createRouter } from './router.ts';

export interface TeamsParts {
  readonly bot: BotConfig;
  readonly secrets: Secrets;
  readonly converse: Converse;
  readonly log: Log;
  readonly count: CountActivity;
  /** Where the bot's own tokens come from; a test stands in for the cloud here. */
  readonly credentials?: ServiceClientCredentialsFactory | undefined;
}

/** Everything between an HTTP request of Teams and the conversation, put together. Answers `POST /api/messages`. */
export function createTeamsEndpoint({ bot, secrets, converse, log, count, credentials }: TeamsParts) {
  const adapter = createAdapter(bot, credentials ?? createCredentials(bot, secrets), log);
  return createEndpoint(createGate(bot), adapter, createRouter(converse, log), log, count);
}
