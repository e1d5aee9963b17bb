import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { BotConfig, Secrets } from '../config.ts';
import { ConfigurationServiceClientCredentialFactory } from './sdk.ts';

/** How the bot gets tokens for its own messages: from the ministry's Entra tenant, or none in the playground. */
export function createCredentials(bot: BotConfig, secrets: Secrets): ServiceClientCredentialsFactory {
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: bot.appId,
    MicrosoftAppPassword: secrets.appPassword,
    MicrosoftAppType: bot.appId === '' ? 'MultiTenant' : 'SingleTenant',
    MicrosoftAppTenantId: bot.homeTenant,
  });
}
