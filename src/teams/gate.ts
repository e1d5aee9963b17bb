import * as errors from 'jose/errors';
import { createRemoteJWKSet } from 'jose/jwks/remote';
import { type JWTVerifyGetKey, jwtVerify } from 'jose/jwt/verify';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { BotConfig } from '../config.ts';

/** Faults of the key set, by jose's names: nothing is known yet of the token. */
const aboutKeySet: readonly string[] = [
  errors.JOSEError.code,
  errors.JWKSInvalid.code,
  errors.JWKSTimeout.code,
];

/** What the gate lets pass, or why not. `reason` is for the log and holds nothing of the message. */
export type Passage =
  | { readonly ok: true }
  | { readonly ok: false; readonly status: 401 | 403 | 503; readonly reason: string };

/** The fields of an activity that say where it comes from. */
export interface Origin {
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly tenantId: string | undefined;
}

const metadata = z.object({ jwks_uri: z.url() });
const channels: readonly string[] = ['msteams'];
const clockTolerance = 300;
/** Microsoft asks for a fresh look at least daily; until then, their outage is not ours. In milliseconds. */
const keysGoodFor = 24 * 3600 * 1000;

/** A token found good is not checked again for so many milliseconds: a key that is withdrawn counts until then. */
const rememberedFor = 5 * 60_000;
const mostRemembered = 1_000;

/**
 * Stands before the Bot Framework adapter, whose own checks let through a token without expiry, skip the service
 * address when it is absent, and answer the bot's own token with a message to any host.
 *
 * A token must be signed by the Bot Connector service for this bot, be in date, and name the service address that the
 * activity names. That address, the tenant and the channel must be on the allow-lists.
 * Source: Microsoft, "Authenticate requests from the Bot Connector service to your bot".
 */
export function createGate(bot: BotConfig) {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  /** The service address of each token that was found good: Teams sends the same token with many activities. */
  const admitted = new LRUCache<string, string>({ max: mostRemembered });

  /** Fetched on first use and kept; jose fetches the key set again when a key is unknown, at most every 30 seconds. */
  function keySet(): Promise<JWTVerifyGetKey> {
    keys ??= fetch(bot.openIdMetadataUrl, { signal: AbortSignal.timeout(10_000) })
      .then(async response => metadata.parse(await response.json()))
      .then(({ jwks_uri }) => createRemoteJWKSet(new URL(jwks_uri), { cacheMaxAge: keysGoodFor }))
      .catch(cause => {
        keys = undefined;
        throw new Error('the keys of the Bot Connector service cannot be fetched', { cause });
      });
    return keys;
  }

  return {
    /** Checks the sender's token before the body is even read. The claim says which service address it is good for. */
    async admitSender(authorization: string | undefined): Promise<Passage & { serviceUrl?: string }> {
      if (bot.appId === '') return { ok: true };
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
      if (!token) return { ok: false, status: 401, reason: 'no bearer token' };
      const known = admitted.get(token);
      if (known !== undefined) return { ok: true, serviceUrl: known };
      try {
        const { payload, protectedHeader } = await jwtVerify(token, await keySet(), {
          issuer: bot.tokenIssuer,
          audience: bot.appId,
          algorithms: ['RS256'],
          requiredClaims: ['exp', 'serviceurl'],
          clockTolerance,
        });
        // jose takes the only key there is; the SDK does not, and complains past our log.
        if (!protectedHeader.kid) return { ok: false, status: 401, reason: 'token without a key id' };
        const serviceUrl = z.string().parse(payload.serviceurl);
        const left = ((payload.exp ?? 0) + clockTolerance) * 1000 - Date.now();
        admitted.set(token, serviceUrl, { ttl: Math.max(1, Math.min(left, rememberedFor)) });
        return { ok: true, serviceUrl };
      } catch (cause) {
        if (cause instanceof errors.JOSEError && !aboutKeySet.includes(cause.code)) {
          return { ok: false, status: 401, reason: `token refused (${cause.code})` };
        }
        if (cause instanceof z.ZodError)
          return { ok: false, status: 401, reason: 'token without a service address' };
        return {
          ok: false,
          status: 503,
          reason: cause instanceof Error ? cause.message : 'token not checked',
        };
      }
    },

    /** Checks where an activity says it comes from, against the token and the allow-lists. */
    admitOrigin({ channelId, serviceUrl, tenantId }: Origin, tokenServiceUrl: string | undefined): Passage {
      if (!channels.includes(channelId)) return { ok: false, status: 403, reason: 'channel not allowed' };
      if (!isAllowedHost(serviceUrl, bot.serviceHosts)) {
        return { ok: false, status: 403, reason: 'service host not allowed' };
      }
      // Letter by letter, as the SDK compares them after us.
      if (bot.appId !== '' && serviceUrl !== tokenServiceUrl) {
        return { ok: false, status: 403, reason: 'service address differs from the token' };
      }
      if (bot.tenants.length > 0 && !bot.tenants.includes(tenantId?.toLowerCase() ?? '')) {
        return { ok: false, status: 403, reason: 'tenant not allowed' };
      }
      return { ok: true };
    },
  };
}
export type Gate = ReturnType<typeof createGate>;

/** True when the address is http(s) on a listed host; ".example.org" in the list admits its subdomains. */
export function isAllowedHost(address: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, protocol, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && loopback)) return false;
  return hosts.some(host => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host));
}
