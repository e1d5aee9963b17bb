import { createRequire } from 'node:module';
import { leaveOut, loadLater, loadOnce } from '../shared/load-later.ts';

/*
 * The SDK loads all of itself at once. What stands here takes a third of a second and some 40 MB, and Vigil does not
 * use it, or not before it first sends a message.
 */
const from = (owner: string, request: string) => createRequire(owner).resolve(request);
const application = from(import.meta.url, '@microsoft/teams-ai/lib/Application.js');
const botbuilder = from(application, 'botbuilder');
const core = from(botbuilder, 'botbuilder-core');
const connector = from(core, 'botframework-connector');
const schema = from(connector, 'botframework-schema');

// Signing people in by dialogs, which recognise numbers and dates in six languages.
loadLater(application, 'botbuilder-dialogs', {
  Dialog: 'botbuilder-dialogs/lib/dialog.js',
  OAuthPrompt: 'botbuilder-dialogs/lib/prompts/oauthPrompt.js',
});
// Signing people in, planners and moderators of language models.
loadLater(application, './authentication/Authentication');
loadLater(application, './AI');
// Tokens: the first only for managed identities, the second for a password.
loadLater(connector, '@azure/identity');
loadLater(connector, '@azure/msal-node');
// Speech, and transcripts in files.
loadLater(botbuilder, 'htmlparser2');
loadLater(botbuilder, 'fs-extra');
// Requests: pipelines of them, checks of tokens, a socket that Teams does not use. What a turn needs comes with the first.
const stdlib = from(botbuilder, 'botbuilder-stdlib');
loadLater(from(stdlib, './azureCoreHttpCompat/compat'), '@azure/core-rest-pipeline');
loadLater(from(stdlib, './azureCoreHttpCompat/util'), '@azure/core-rest-pipeline');
loadLater(connector, 'axios');
loadLater(connector, 'jsonwebtoken');
loadLater(connector, 'node-fetch');
loadLater(connector, 'cross-fetch');
loadLater(botbuilder, 'botframework-streaming', {
  RequestHandler: 'botframework-streaming/lib/requestHandler.js',
});
// Each of these packages has its own.
for (const owner of [application, botbuilder, core, schema]) loadLater(owner, 'uuid');
loadOnce([schema, core, connector, botbuilder], 'zod');
// Shapes of cards for SharePoint.
leaveOut(schema, './sharepoint');
