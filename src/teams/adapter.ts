import type { Claim, ServiceClientCredentialsFactory } from 'botframework-connector';
import type { BotConfig } from '../config.ts';
import type { Log } from '../shared/log.ts';
import { VigilAuthentication } from './authentication.ts';
import { AuthenticationConfiguration, AuthenticationError, CloudAdapter, EntityMapper } from './sdk.ts';

// The SDK knows three fields of an entity and sends no other: a citation would leave as an empty shell.
EntityMapper.type.additionalProperties = { type: { name: 'Object' } };

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
    new VigilAuthentication(
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
    ),
  );
  adapter.onTurnError = async (_context, error) => {
    log.error({ error }, 'a turn failed while sending its reply');
  };
  return adapter;
}
