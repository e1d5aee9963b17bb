import { type App, buildApp, type Overrides } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { type Connector, type Held, type SentActivity, startConnector } from '../fakes/connector.ts';
import { createFixedTokenCredentials } from '../fakes/credentials.ts';
import { createVolatileMemory, type VolatileMemory } from '../fakes/memory.ts';
import {
  type Installation,
  installation,
  membersAdded,
  message,
  type Official,
  official,
  type Payload,
  type Place,
  personalChat,
  press,
  search,
  submit,
} from '../fakes/payloads.ts';
import { channelClaims } from '../fakes/token-issuer.ts';
import type { CardPart } from './card.ts';
import { createRecordingLog, type RecordingLog } from './recording-log.ts';

export const appId = '3f1a2b4c-5d6e-4f70-8192-a3b4c5d6e7f8';
export const homeTenant = '0d1e2f30-4152-4637-8a9b-acbdcedfe0f1';
export const publicUrl = 'https://vigil.example.org';

/**
 * What came back for one request: the HTTP answer, and the messages that the bot posted meanwhile. For an activity these
 * are the messages of its own conversation and of that one's threads: what the outbox sends elsewhere may come at any time.
 */
export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
  readonly body: any;
  readonly messages: readonly SentActivity[];
}

/** The whole bot as it runs in production, on loopback, with the service of Teams beside it. */
export interface Bot {
  /** Of the bot's own server, such as `http://127.0.0.1:40000`. */
  readonly address: string;
  readonly app: App;
  readonly connector: Connector;
  readonly memory: VolatileMemory;
  readonly log: RecordingLog;
  readonly installation: Installation;
  /** Posts to `/api/messages`; nothing is added to the headers given. */
  post(body: string, headers: Readonly<Record<string, string>>): Promise<Answered>;
  /** Delivers an activity as Teams does: JSON, with a token of the Bot Connector service. */
  deliver(activity: Payload): Promise<Answered>;
  /** The headers with which Teams delivers an activity. */
  headers(): Promise<Record<string, string>>;
  meet(name: string | Official, locale?: string): Visitor;
  stop(): Promise<void>;
}

/** A person who talks to the bot; without another place, in their personal chat with it. */
export interface Visitor {
  readonly who: Official;
  readonly chat: Place;
  says(text: string, place?: Place): Promise<Answered>;
  presses(button: CardPart, place?: Place): Promise<Answered>;
  searches(query: { words?: string; skip?: number; count?: number }): Promise<Answered>;
  /** Both events of an installation, in the order given. */
  installs(place?: Place): Promise<readonly Answered[]>;
}

export function productionEnvironment(connector: Connector): Record<string, string> {
  return {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: publicUrl,
    MICROSOFT_APP_ID: appId,
    MICROSOFT_APP_PASSWORD: 'a password that is never sent',
    MICROSOFT_APP_TENANT_ID: homeTenant,
    ALLOWED_SERVICE_HOSTS: '127.0.0.1',
    ALLOWED_FILE_HOSTS: '127.0.0.1',
    DATA_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    BOT_OPENID_METADATA_URL: connector.openIdMetadataUrl,
    BOT_TOKEN_ISSUER: connector.issuer.issuer,
  };
}

const isIn = (place: string, conversationId: string) => place.split(';')[0] === conversationId.split(';')[0];

/**
 * @param environment what differs from the production environment
 * @param build Vigil itself; the sources' own unless it is what was built of them
 */
export async function startBot(
  overrides: Overrides = {},
  environment: Readonly<Record<string, string>> = {},
  build: typeof buildApp = buildApp,
): Promise<Bot> {
  const connector = await startConnector();
  const memory = createVolatileMemory();
  const log = createRecordingLog();
  const app = await build(readConfig({ ...productionEnvironment(connector), ...environment }), log, {
    memory,
    credentials: createFixedTokenCredentials(appId, homeTenant, connector.botToken),
    ...overrides,
  });
  const address = `http://127.0.0.1:${await app.listen()}`;
  const { serviceUrl, issuer } = connector;
  const to: Installation = { appId, tenantId: homeTenant, serviceUrl };
  const token = issuer.sign(channelClaims(issuer.issuer, appId, serviceUrl));
  const headers = async () => ({
    'Content-Type': 'application/json; charset=utf-8',
    Authorization: `Bearer ${await token}`,
  });

  async function post(
    body: string,
    sentHeaders: Readonly<Record<string, string>>,
    counts: (held: Held) => boolean = () => true,
  ) {
    const before = connector.held.length;
    const response = await fetch(`${address}/api/messages`, { method: 'POST', headers: sentHeaders, body });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? undefined : JSON.parse(text),
      messages: connector.held
        .slice(before)
        .filter(counts)
        .map(({ activity }) => activity),
    };
  }

  async function deliver(activity: Payload): Promise<Answered> {
    const place = activity.conversation.id;
    connector.open(place);
    return post(JSON.stringify(activity), await headers(), held => isIn(place, held.conversationId));
  }

  return {
    address,
    app,
    connector,
    memory,
    log,
    installation: to,
    post: (body, sentHeaders) => post(body, sentHeaders),
    deliver,
    headers,
    meet: (name, locale) => {
      const who = typeof name === 'string' ? official(name, locale) : name;
      const chat = personalChat();
      return {
        who,
        chat,
        says: (text, place = chat) => deliver(message(to, who, place, text)),
        presses: ({ type, verb, data }, place = chat) =>
          deliver(
            type === 'Action.Submit' ? submit(to, who, place, data) : press(to, who, place, { verb, data }),
          ),
        searches: query => deliver(search(to, who, chat, query)),
        installs: async (place = chat) => [
          await deliver(installation(to, who, place)),
          await deliver(membersAdded(to, who, place)),
        ],
      };
    },
    stop: async () => {
      await app.close();
      await connector.stop();
    },
  };
}
