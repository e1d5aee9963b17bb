import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
} from 'jose';

/** A service that signs tokens with a key of its own and publishes the key, as Microsoft's do. */
export interface TokenIssuer {
  readonly issuer: string;
  readonly keyId: string;
  /** The key set, as its address serves it. */
  readonly jwks: object;
  /** Signs exactly these claims: nothing is added, so that a test can leave anything out. */
  sign(claims: JWTPayload, header?: JWTHeaderParameters): Promise<string>;
}

/** @param issuer what the tokens name as their issuer; any text, for this is how a forger would do it too */
export async function createTokenIssuer(issuer: string): Promise<TokenIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const keyId = await calculateJwkThumbprint(jwk);
  return {
    issuer,
    keyId,
    jwks: { keys: [{ ...jwk, kid: keyId, use: 'sig', alg: 'RS256', endorsements: ['msteams'] }] },
    sign: (claims, header = { alg: 'RS256', kid: keyId, typ: 'JWT' }) =>
      new SignJWT(claims).setProtectedHeader(header).sign(privateKey),
  };
}

/** The claims of a token that the Bot Connector service sends with an activity, good for an hour. */
export function channelClaims(issuer: string, audience: string, serviceUrl: string): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return { iss: issuer, aud: audience, serviceurl: serviceUrl, nbf: now - 300, exp: now + 3600 };
}
