import type { Request, Response, Server, ServerOptions } from 'restify';
import type { Log } from '../shared/log.ts';
import { OperatorError } from '../shared/operator-error.ts';
import { createRestifyServer } from './spare.ts';

export type Handler = (request: Request, response: Response) => Promise<void>;

interface HandlerError extends Error {
  /** Of errors that restify makes itself, such as 404. */
  readonly statusCode?: number;
}

/** How long a request may take to send its headers and body, in milliseconds. */
const slowest = 15_000;

/**
 * The HTTP server. It reads no bodies by itself: whoever needs one bounds it.
 *
 * @param answerMessages what answers `POST /api/messages`
 */
export function createServer(answerMessages: Handler, log: Log): Server {
  const server = createRestifyServer({ name: 'Vigil', strictFormatters: false, log: quietLog(log) });
  server.server.requestTimeout = slowest;
  server.server.headersTimeout = slowest;
  // restify takes requests for another protocol from Node and leaves them unanswered, past every timeout. Nobody here speaks
  // another: without a listener Node has them answered as what else they are.
  server.server.removeAllListeners('upgrade');
  const failed = (response: Response, error: unknown) => {
    log.error({ error }, 'a request failed');
    if (!response.headersSent) response.send(500, { error: 'internal error' });
  };
  server.on('uncaughtException', (_request: Request, response: Response, _route: unknown, error: unknown) =>
    failed(response, error),
  );
  // What an async handler throws; restify would show its message to the sender.
  server.on(
    'restifyError',
    (_request: Request, response: Response, error: HandlerError, done: () => void) => {
      if ((error.statusCode ?? 500) >= 500) failed(response, error);
      done();
    },
  );
  // Once the server is closed, a connection ends with the answer that it waits for, not seconds later.
  server.server.on('request', (_request, response) => {
    response.once('close', () => {
      if (!server.server.listening) setImmediate(() => server.server.closeIdleConnections());
    });
  });
  server.post('/api/messages', answerMessages);
  server.get('/', async (_request, response) => {
    response.header('Location', '/guidelines');
    response.send(302);
  });
  return server;
}

/**
 * What restify says by itself, in Vigil's log: its own would show the headers of a request, token included, when an answer
 * cannot be written, and would trace each answer.
 */
function quietLog(log: Log): ServerOptions['log'] {
  const warn = (about: unknown, words?: unknown) =>
    log.warn({}, `restify: ${typeof words === 'string' ? words : String(about)}`);
  return { trace: () => false, warn } as unknown as ServerOptions['log'];
}

export class ListenError extends OperatorError {}

/**
 * Starts to listen.
 *
 * @returns the port, which the system chose where 0 was asked for
 * @throws ListenError with what to do, when the port is taken or not allowed
 */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: `port ${port} is in use: stop the other program or set PORT to another number`,
        EACCES: `port ${port} may not be opened by this user: set PORT to a number above 1023`,
        EADDRNOTAVAIL: `this machine has no address ${host}: set HOST to one of its own`,
        ENOTFOUND: `${host} is no address, nor a name that is known here: set HOST to an address of this machine`,
      };
      reject(new ListenError(reasons[error.code ?? ''] ?? error.message, { cause: error }));
    };
    server.once('error', failed);
    server.listen(port, host, () => {
      server.removeListener('error', failed);
      resolve(server.address().port);
    });
  });
}
