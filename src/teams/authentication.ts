import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { AuthenticateRequestResult, ClaimsIdentity, ConnectorFactory } from 'botframework-connector';
import { createSendPolicy, type SendPolicy } from './send-policy.ts';

/** The SDK's authentication, whose connector clients send by Vigil's own policy. */
export class VigilAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #policy: SendPolicy = createSendPolicy();

  override async authenticateRequest(
    ...args: Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>
  ): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(...args);
    const { connectorFactory } = result;
    return connectorFactory ? { ...result, connectorFactory: this.#sending(connectorFactory) } : result;
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.#sending(super.createConnectorFactory(identity));
  }

  #sending(factory: ConnectorFactory): ConnectorFactory {
    return {
      create: async (serviceUrl, audience) => {
        const connector = await factory.create(serviceUrl, audience);
        // The SDK takes a `noRetryPolicy` and passes it on to nobody; only its pipeline can be told.
        const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client;
        pipeline.removePolicy({ name: 'defaultRetryPolicy' });
        pipeline.addPolicy(this.#policy, { phase: 'Retry' });
        return connector;
      },
    };
  }
}

interface Pipeline {
  removePolicy(options: { name: string }): readonly object[];
  addPolicy(policy: SendPolicy, options: { phase: 'Retry' }): void;
}
