import type { TurnContext } from 'botbuilder';
import type { LanguageModelConfig } from '../config.ts';
import type { LanguageModel } from '../conversation/ports.ts';
import type { Log } from '../shared/log.ts';
import { createModelFetch, type Fetch } from './model-fetch.ts';

/** What of teams-ai's model is used here. */
type Model = import('@microsoft/teams-ai/lib/models/OpenAIModel.js').OpenAIModel;
type Template = Parameters<Model['completePrompt']>[4];
type Memory = Parameters<Model['completePrompt']>[1];

/**
 * teams-ai's model class against an OpenAI-compatible or Azure OpenAI endpoint. It is loaded here only: it brings OpenAI's
 * client and 34 MB with it.
 *
 * @param send sends the request; a test stands in for the cloud here
 */
export async function createLanguageModel(
  { endpoint, model, apiVersion }: LanguageModelConfig,
  key: string,
  log: Log,
  send: Fetch = fetch,
): Promise<LanguageModel> {
  const { OpenAIModel } = await import('@microsoft/teams-ai/lib/models/OpenAIModel.js');
  return {
    complete: async ({ instructions, input }, signal) => {
      // A client for each question, so that its request ends with its turn. What fails, fails within `fetch`: the model
      // class would print the error, which may repeat the question, to the log.
      const client = {
        fetch: createModelFetch(send, signal, log) as never,
        // Else OPENAI_BASE_URL of the environment would be taken.
        ...(apiVersion ? { baseURL: null } : {}),
      };
      const common = { maxRetries: 0, useSystemMessages: true, logRequests: false };
      const openAi = new OpenAIModel(
        apiVersion
          ? {
              ...common,
              azureApiKey: key,
              azureDefaultDeployment: model,
              azureEndpoint: endpoint,
              azureApiVersion: apiVersion,
              clientOptions: { ...client, maxRetries: 0 },
            }
          : {
              ...common,
              apiKey: key,
              defaultModel: model,
              endpoint,
              clientOptions: { ...client, maxRetries: 0 },
            },
      );
      const messages = [
        { role: 'system', content: instructions },
        { role: 'user', content: input },
      ];
      // No turn and no state go to the model class: it renders nothing but these two messages.
      const { message } = await openAi.completePrompt(
        {} as TurnContext,
        { getValue: () => undefined } as unknown as Memory,
        undefined as never,
        undefined as never,
        templateOf(messages),
      );
      const words = message?.content;
      if (!words) throw new Error('the language model gave no answer');
      return words;
    },
  };
}

function templateOf(messages: readonly { role: string; content: string }[]): Template {
  return {
    name: 'summary',
    prompt: { renderAsMessages: async () => ({ output: [...messages], length: 0, tooLong: false }) },
    config: {
      schema: 1.1,
      type: 'completion',
      completion: { completion_type: 'chat', max_input_tokens: 16_000 },
    },
  } as unknown as Template;
}
