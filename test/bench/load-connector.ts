import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTokenIssuer, type TokenIssuer } from '../fakes/token-issuer.ts';

/** A connector service that takes every message at once and keeps nothing, so that it is not what is measured. */
export interface LoadConnector {
  readonly serviceUrl: string;
  readonly openIdMetadataUrl: string;
  readonly issuer: TokenIssuer;
  stop(): Promise<void>;
}

export async function startLoadConnector(): Promise<LoadConnector> {
  const issuer = await createTokenIssuer('https://issuer.bench');
  let number = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      number += 1;
      const answers: Record<string, unknown> = {
        '/metadata': {
          issuer: issuer.issuer,
          jwks_uri: `${address}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        },
        '/keys': issuer.jwks,
      };
      const known = answers[request.url ?? ''];
      response.writeHead(known ? 200 : 201, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(known ?? { id: String(number) }));
    });
  });
  // Longer than a round: a connection that ends as it is used again would look like a lost answer.
  server.keepAliveTimeout = 120_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    serviceUrl: `${address}/`,
    openIdMetadataUrl: `${address}/metadata`,
    issuer,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
