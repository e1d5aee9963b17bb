import { PasswordServiceClientCredentialFactory } from 'botframework-connector';

type Credentials = Awaited<ReturnType<PasswordServiceClientCredentialFactory['createCredentials']>>;

/** The bot's identity as configured, with a fixed token where Microsoft's cloud would give one. */
class FixedTokenCredentials extends PasswordServiceClientCredentialFactory {
  readonly #token: string;

  constructor(appId: string, tenantId: string, token: string) {
    super(appId, 'a password that is never sent', tenantId);
    this.#token = token;
  }

  override async createCredentials(): Promise<Credentials> {
    return {
      signRequest: async request => {
        request.headers.set('Authorization', `Bearer ${this.#token}`);
        return request;
      },
    };
  }
}

export function createFixedTokenCredentials(appId: string, tenantId: string, token: string) {
  return new FixedTokenCredentials(appId, tenantId, token);
}
