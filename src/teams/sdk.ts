import './spare.ts';
import { createRequire } from 'node:module';

/*
 * All that Vigil uses of the SDK. It is loaded through this file only, so that what Vigil does not need is spared first; and
 * by `require`, for `import` reads every file of a CommonJS package that exports another's names, loaded or not.
 */
const require = createRequire(import.meta.url);

// Not from the package's index, which loads OpenAI's client and every planner: 34 MB and a third of a second.
export const { Application } =
  require('@microsoft/teams-ai/lib/Application.js') as typeof import('@microsoft/teams-ai/lib/Application.js');
export const {
  ActivityTypes,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} = require('botbuilder') as typeof import('botbuilder');
export type CloudAdapter = InstanceType<typeof CloudAdapter>;
export type ConfigurationBotFrameworkAuthentication = InstanceType<
  typeof ConfigurationBotFrameworkAuthentication
>;
export const { AuthenticationConfiguration, AuthenticationError } =
  require('botframework-connector') as typeof import('botframework-connector');
export const { Entity: EntityMapper } =
  require('botframework-connector/lib/connectorApi/models/mappers.js') as typeof import('botframework-connector/lib/connectorApi/models/mappers.js');
