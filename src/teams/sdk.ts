import './spare.ts';

/*
 * All that Vigil uses of the SDK. It is loaded through this file only, so that what Vigil does not need is spared first.
 */

// Not from the package's index, which loads OpenAI's client and every planner: 34 MB and a third of a second.
export { Application } from '@microsoft/teams-ai/lib/Application.js';
export {
  ActivityTypes,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
export { AuthenticationConfiguration, AuthenticationError } from 'botframework-connector';
export { Entity as EntityMapper } from 'botframework-connector/lib/connectorApi/models/mappers.js';
