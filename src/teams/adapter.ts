import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationError,
  type Claim,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { BotConfig } from '../config.ts';
import type { Log } from '../shared/log.ts';

/** Bot Framework's adapter with its own token checks on, the second barrier behind the gate. */
export function createAdapter(
  bot: BotConfig,
  credentials: ServiceClientCredentialsFactory,
  log: Log,
): CloudAdapter {
  const authentication = new AuthenticationConfiguration([], async (claims: Claim[]) => {
    // Only the Bot Connector service speaks to Vigil: no skill, no emulator, no other bot.
    const issuer = claims.find(({ type }) => type === 'iss')?.value;
    if (bot.appId !== '' && issuer !== bot.tokenIssuer) {
      throw new AuthenticationError('the issuer is not the Bot Connector service', 401);
    }
  });
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      {
        MicrosoftAppId: bot.appId,
        ToBotFromChannelTokenIssuer: bot.tokenIssuer,
        ToBotFromChannelOpenIdMetadataUrl: bot.openIdMetadataUrl,
        ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${bot.homeTenant || 'botframework.com'}`,
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        OAuthUrl: 'https://api.botframework.com',
      },
      credentials,
      authentication,
      undefined,
      // The SDK posts a message again after a reset, and so twice: what failed is tried again by us or not at all.
      {
        noRetryPolicy: true,
        agentSettings: {
          http: new HttpAgent({ keepAlive: true }),
          https: new HttpsAgent({ keepAlive: true }),
        },
      },
    ),
  );
  adapter.onTurnError = async (_context, error) => {
    log.error({ error }, 'a turn failed while sending its reply');
  };
  return adapter;
}
