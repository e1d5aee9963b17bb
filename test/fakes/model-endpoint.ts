import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AskedOfModel {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it looks for
  readonly body: any;
}

/** An OpenAI-compatible endpoint on this machine that answers as a test tells it to, for good or ill. */
export interface ModelEndpoint {
  readonly address: string;
  readonly asked: readonly AskedOfModel[];
  /** What the model writes from now on. */
  says(words: string): void;
  /** How the endpoint behaves from now on. */
  behaves(answer: (response: ServerResponse) => void): void;
  stop(): Promise<void>;
}

/** Not chained: restify changes what `writeHead` of this process gives back. */
export function answering(status: number, body = '', headers: Record<string, string> = {}) {
  return (response: ServerResponse): void => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(body);
  };
}

export async function startModelEndpoint(): Promise<ModelEndpoint> {
  const asked: AskedOfModel[] = [];
  let answer: (response: ServerResponse) => void = response => response.end();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', part => parts.push(part));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString('utf8'));
      asked.push({ path: request.url ?? '', headers: request.headers, body });
      answer(response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    says: words => {
      const choices = [{ index: 0, message: { role: 'assistant', content: words } }];
      answer = answering(200, JSON.stringify({ choices }));
    },
    behaves: next => {
      answer = next;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
