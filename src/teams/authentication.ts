import type { AuthenticateRequestResult, ClaimsIdentity, ConnectorFactory } from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import { ConfigurationBotFrameworkAuthentication } from './sdk.ts';
import { createSendPolicy, type SendPolicy, sendBy } from './send-policy.ts';

/** The SDK's authentication, whose connector clients send by Vigil's own policy. */
export class VigilAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #policy: SendPolicy = createSendPolicy();
  /**
   * What the SDK found of a token together with where the activity says it comes from. The gate, which stands before it,
   * sees to it that a token past its time comes no further.
   */
  readonly #authenticated = new LRUCache<string, AuthenticateRequestResult>({ max: 1_000, ttl: 5 * 60_000 });

  override async authenticateRequest(
    ...args: Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>
  ): Promise<AuthenticateRequestResult> {
    const [{ channelId, serviceUrl }, authHeader] = args;
    const key = JSON.stringify([authHeader, channelId, serviceUrl]);
    const known = this.#authenticated.get(key);
    if (known) return known;
    const result = await super.authenticateRequest(...args);
    const { connectorFactory } = result;
    if (!connectorFactory) return result;
    const sending = { ...result, connectorFactory: this.#sending(connectorFactory) };
    if (authHeader) this.#authenticated.set(key, sending);
    return sending;
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.#sending(super.createConnectorFactory(identity));
  }

  #sending(factory: ConnectorFactory): ConnectorFactory {
    return {
      create: async (serviceUrl, audience) => {
        const connector = await factory.create(serviceUrl, audience);
        sendBy(this.#policy, connector);
        return connector;
      },
    };
  }
}
