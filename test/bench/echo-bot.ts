import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from 'botbuilder';
import restify from 'restify';
import { createFixedTokenCredentials } from '../fakes/credentials.ts';
import { reportToParent, settingsFromParent } from './child.ts';

/** The plain bot that Vigil is measured against: botbuilder and restify as their samples put them together. */
const { appId, tenantId, botToken, openIdMetadataUrl, issuer } = settingsFromParent();
const options: ConfigurationBotFrameworkAuthenticationOptions = {
  MicrosoftAppId: appId,
  ToBotFromChannelTokenIssuer: issuer,
  ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
};
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    options,
    createFixedTokenCredentials(appId, tenantId, botToken),
  ),
);
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, async context => {
    if (context.activity.type === 'message') await context.sendActivity(`You said: ${context.activity.text}`);
  });
});
server.listen(0, '127.0.0.1', () => reportToParent(server.address().port));
