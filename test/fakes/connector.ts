import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTokenIssuer, type TokenIssuer } from './token-issuer.ts';

/** An activity of the bot's as the service holds it. */
export interface Held {
  readonly id: string;
  readonly conversationId: string;
  /** The message that it answers, where it is an answer. */
  readonly replyToId: string | undefined;
  /** As it was posted, or last updated. */
  activity: SentActivity;
  updates: number;
  deleted: boolean;
}

/** The parts of an outgoing activity that tests read. */
export interface SentActivity {
  readonly type: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly summary?: string;
  readonly locale?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
  readonly entities?: readonly Readonly<Record<string, unknown>>[];
  readonly suggestedActions?: {
    readonly to: readonly string[];
    readonly actions: readonly { readonly type: string; readonly title: string; readonly value: string }[];
  };
}

/** What goes wrong with one request of the bot's. */
export type Fault =
  | { readonly status: 403 | 404 | 412 | 429 | 500 | 502 | 503 | 504; readonly retryAfter?: number | string }
  /** The connection breaks: before the service takes the activity, or after it did and before it says so. */
  | { readonly reset: 'before' | 'after' }
  /** No answer ever comes. */
  | { readonly hang: true }
  /** The service takes the activity, and this comes back in place of its answer. */
  | { readonly says: string };

/** One request of the bot's and how it ended; 0 stands for no answer. */
export interface Attempt {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/**
 * The Bot Connector service on this machine's loopback: it keeps conversations and the bot's activities in them, checks
 * the bot's token, publishes the keys of its own tokens, and fails where it is told to.
 * Sources: Microsoft, "Bot Framework REST API reference"; "Status codes from bot conversational APIs" for Teams.
 */
export interface Connector {
  /** What activities name as `serviceUrl`; with a path, as Teams' own have. */
  readonly serviceUrl: string;
  readonly issuer: TokenIssuer;
  readonly openIdMetadataUrl: string;
  /** The token that the bot must bring. */
  readonly botToken: string;
  /** Every request of the bot's, also those that failed. */
  readonly attempts: readonly Attempt[];
  /** Everything the bot has posted, in order. */
  readonly held: readonly Held[];
  /** Makes a conversation that the bot is part of. */
  open(conversationId: string): void;
  /** Says who is in a conversation, as the service tells it page by page. */
  populate(conversationId: string, members: readonly Readonly<Record<string, unknown>>[]): void;
  /** Removes the bot from a conversation: its messages there are refused. */
  leave(conversationId: string): void;
  /** The next requests of the bot's meet these faults, one each. */
  fail(...faults: Fault[]): void;
  /** Resolves when the bot has begun one more request than at the time of the call. */
  nextAttempt(): Promise<void>;
  /** Ends all connections, also those whose request hangs. */
  breakConnections(): void;
  /** Serves another issuer's keys at an address of their own; gives the address of the metadata. */
  publish(issuer: TokenIssuer): string;
  stop(): Promise<void>;
}

/** A card may have 28 KB in Teams. */
const mostCardBytes = 28 * 1024;

const problems: Record<number, { code: string; message: string }> = {
  403: { code: 'ConversationBlockedByUser', message: 'User blocked the conversation with the bot.' },
  404: { code: 'ConversationNotFound', message: 'Conversation not found.' },
  412: { code: 'PreconditionFailed', message: 'Precondition failed, please try again.' },
  429: { code: 'Throttled', message: 'Too many requests.' },
  500: { code: 'ServiceError', message: 'Internal server error.' },
  502: { code: 'ServiceError', message: 'Bad gateway.' },
  503: { code: 'ServiceError', message: 'Service unavailable.' },
  504: { code: 'ServiceError', message: 'Gateway timeout.' },
};

class Refusal {
  readonly status: number;
  readonly error: { code: string; message: string };
  constructor(status: number, code: string, message: string) {
    this.status = status;
    this.error = { code, message };
  }
}

/** Starts the service on a free port. Addresses of key sets are never used twice, for the SDK keeps keys per address. */
export async function startConnector(): Promise<Connector> {
  const issuer = await createTokenIssuer('https://api.botframework.example');
  const botToken = await issuer.sign({ aud: 'connector' });
  const published = new Map<string, TokenIssuer>();
  const conversations = new Map<string, 'member' | 'left'>();
  const held: Held[] = [];
  const rosters = new Map<string, readonly Readonly<Record<string, unknown>>[]>();
  const attempts: Attempt[] = [];
  const faults: Fault[] = [];
  let waiting: (() => void)[] = [];
  let lastId = 1_700_000_000_000;
  const newId = () => {
    lastId += 1;
    return String(lastId);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(error => response.destroy(error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const [, keyId = '', document] = /^\/keys\/([^/]+)\/(metadata|jwks)$/.exec(path) ?? [];
    const keys = published.get(keyId);
    if (keys) {
      answer(
        response,
        200,
        document === 'jwks'
          ? keys.jwks
          : {
              issuer: keys.issuer,
              jwks_uri: `${origin}/keys/${keyId}/jwks`,
              id_token_signing_alg_values_supported: ['RS256'],
            },
      );
      return;
    }
    const body = await readJson(request);
    const fault = faults.shift();
    const attempt = { method: request.method ?? '', path, status: 0 };
    attempts.push(attempt);
    for (const told of waiting) told();
    waiting = [];
    if (fault && 'hang' in fault) return;
    if (fault && 'reset' in fault && fault.reset === 'before') {
      request.socket.resetAndDestroy();
      return;
    }
    if (fault && 'status' in fault) {
      attempt.status = fault.status;
      if (fault.retryAfter !== undefined) response.setHeader('Retry-After', String(fault.retryAfter));
      answer(response, fault.status, { error: problems[fault.status] });
      return;
    }
    try {
      const { status, result } = handle(request, path, body);
      if (fault && 'says' in fault) {
        attempt.status = status;
        response.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' });
        response.end(fault.says);
        return;
      }
      if (fault) {
        request.socket.resetAndDestroy();
        return;
      }
      attempt.status = status;
      answer(response, status, result);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      attempt.status = refusal.status;
      answer(response, refusal.status, { error: refusal.error });
    }
  }

  function handle(request: IncomingMessage, path: string, body: unknown): { status: number; result: object } {
    if (request.headers.authorization !== `Bearer ${botToken}`) {
      throw new Refusal(401, 'Unauthorized', 'Authorization has been denied for this request.');
    }
    const { method } = request;
    const roster = /^\/amer\/v3\/conversations\/([^/]+)\/pagedmembers\?(.*)$/.exec(path);
    if (roster) return pageOf(decodeURIComponent(roster[1] ?? ''), new URLSearchParams(roster[2]));
    const parts = /^\/amer\/v3\/conversations(?:\/([^/]+)\/activities(?:\/([^/]+))?)?$/.exec(path);
    if (!parts) throw new Refusal(404, 'NotFound', 'No such address.');
    const [, conversation, activityId] = parts.map(part => part && decodeURIComponent(part));
    if (conversation === undefined) {
      if (method !== 'POST') throw new Refusal(405, 'MethodNotAllowed', 'Method not allowed.');
      return createConversation(body as NewConversation);
    }
    const membership = conversations.get(conversation);
    if (!membership) throw new Refusal(404, 'ConversationNotFound', 'Conversation not found.');
    if (membership === 'left') {
      throw new Refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
    }
    if (method === 'POST') {
      return { status: 201, result: { id: post(conversation, body as SentActivity, activityId).id } };
    }
    const known = held.find(one => one.id === activityId && one.conversationId === conversation);
    if (!known || known.deleted) {
      throw new Refusal(404, 'ActivityNotFoundInConversation', 'The message id is invalid or deleted.');
    }
    if (method === 'PUT') {
      known.activity = sized(body as SentActivity);
      known.updates += 1;
      return { status: 200, result: { id: known.id } };
    }
    if (method !== 'DELETE') throw new Refusal(405, 'MethodNotAllowed', 'Method not allowed.');
    known.deleted = true;
    return { status: 200, result: {} };
  }

  /** Two to a page, so that nobody reads the first page only. */
  function pageOf(conversation: string, asked: URLSearchParams): { status: number; result: object } {
    const members = rosters.get(conversation);
    if (!members) throw new Refusal(404, 'ConversationNotFound', 'Conversation not found.');
    const from = Number(asked.get('continuationToken') ?? 0);
    const next = from + 2 < members.length ? { continuationToken: String(from + 2) } : {};
    return { status: 200, result: { members: members.slice(from, from + 2), ...next } };
  }

  interface NewConversation {
    readonly isGroup?: boolean;
    readonly members?: readonly { readonly id: string }[];
    readonly channelData?: { readonly channel?: { readonly id: string } };
    readonly activity?: SentActivity;
  }

  /** In a channel a new conversation is a thread, begun by its first message; with one person it is their chat. */
  function createConversation({ members, channelData, activity }: NewConversation) {
    const channel = channelData?.channel?.id;
    const [member] = members ?? [];
    if (!channel && !member) throw new Refusal(400, 'BadSyntax', 'Bad format of conversation.');
    if (channel && !activity) throw new Refusal(400, 'BadSyntax', 'Activity is missing.');
    const threadId = newId();
    const id = channel ? `${channel};messageid=${threadId}` : `a:chat-with-${member?.id}`;
    conversations.set(id, 'member');
    const first = activity && post(id, activity, undefined, channel ? threadId : newId());
    return { status: 201, result: { id, ...(first ? { activityId: first.id } : {}) } };
  }

  function post(conversationId: string, activity: SentActivity, replyToId?: string, id = newId()): Held {
    const one = { id, conversationId, replyToId, activity: sized(activity), updates: 0, deleted: false };
    held.push(one);
    return one;
  }

  function sized(activity: SentActivity): SentActivity {
    for (const { content } of activity.attachments ?? []) {
      if (Buffer.byteLength(JSON.stringify(content)) > mostCardBytes) {
        throw new Refusal(413, 'MessageSizeTooBig', 'Message size too large.');
      }
    }
    return activity;
  }

  function publish(other: TokenIssuer): string {
    published.set(other.keyId, other);
    return `${origin}/keys/${other.keyId}/metadata`;
  }

  return {
    serviceUrl: `${origin}/amer/`,
    issuer,
    openIdMetadataUrl: publish(issuer),
    botToken,
    attempts,
    held,
    populate: (id, members) => {
      conversations.set(id, 'member');
      rosters.set(id, members);
    },
    open: id => {
      conversations.set(id, 'member');
    },
    leave: id => {
      conversations.set(id, 'left');
    },
    fail: (...more) => {
      faults.push(...more);
    },
    nextAttempt: () => new Promise(resolve => waiting.push(resolve)),
    breakConnections: () => server.closeAllConnections(),
    publish,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
