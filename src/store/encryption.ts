import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { z } from 'zod';
import { StoreError } from './errors.ts';

/** Where a ciphertext stands. It opens nowhere else, so that a value cannot be moved to another row unnoticed. */
export interface Cell {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

/** The keys of the data at rest: the first one encrypts, every one decrypts. */
export interface KeyRing {
  /** The key that encrypts now. */
  readonly current: string;
  readonly keyIds: readonly string[];
  /** Gives `v1.<key id>.<nonce, text and tag in base64url>`. */
  encrypt(text: string, cell: Cell): string;
  /** @throws MissingKeyError, WrongKeyError when key, place or text do not fit, DamagedCiphertextError */
  decrypt(ciphertext: string, cell: Cell): string;
  /** HMAC-SHA-256 in hex under a key derived from the ring's; by default from the current one. @throws MissingKeyError */
  digest(text: string, keyId?: string): string;
  /** 32 bytes for one more purpose, derived from a key of the ring. @throws MissingKeyError */
  secret(purpose: 'page-links', keyId: string): Uint8Array;
}

export class KeyRingError extends StoreError {}

export class MissingKeyError extends StoreError {
  readonly keyId: string;
  constructor(keyId: string) {
    super(
      `data are encrypted with the key "${keyId}", which is not in DATA_KEYS: add it behind the current one`,
    );
    this.keyId = keyId;
  }
}

export class WrongKeyError extends StoreError {
  readonly keyId: string;
  constructor(keyId: string) {
    super(`the key "${keyId}" in DATA_KEYS does not open what was encrypted under that name`);
    this.keyId = keyId;
  }
}

export class DamagedCiphertextError extends StoreError {
  constructor() {
    super('an encrypted value is damaged: it is not in the form that Vigil writes');
  }
}

const keyIdPattern = /^[A-Za-z0-9_-]{1,32}$/;
const entry = z
  .string()
  .regex(/^[^:]+:[A-Za-z0-9+/]{43}=$/, 'must be "key id:32 bytes in base64"')
  .transform(text => {
    const [id = '', secret = ''] = text.split(':');
    return { id, secret: Buffer.from(secret, 'base64') };
  })
  .refine(({ id }) => keyIdPattern.test(id), 'a key id has letters, digits, - and _ only, 32 at most');

/**
 * Reads a key ring such as `k2:q83v…=,k1:Zm9v…=`: the first key encrypts, all decrypt.
 *
 * @throws KeyRingError that says which entry is wrong, never what is in it
 */
export function readKeyRing(text: string): KeyRing {
  const entries = text.split(',').map(part => part.trim());
  const keys = new Map<string, Buffer>();
  entries.forEach((part, index) => {
    const parsed = entry.safeParse(part);
    const where = `entry ${index + 1} of DATA_KEYS`;
    if (!parsed.success) throw new KeyRingError(`${where}: ${parsed.error.issues[0]?.message}`);
    if (keys.has(parsed.data.id)) throw new KeyRingError(`${where}: the key id is there twice`);
    keys.set(parsed.data.id, parsed.data.secret);
  });
  return createKeyRing(keys);
}

/** A new entry for a ring, for instance `k2:…`. */
export function newKey(id: string): string {
  return `${id}:${randomBytes(32).toString('base64')}`;
}

const nonceLength = 12;
const tagLength = 16;
const form = /^v1\.([A-Za-z0-9_-]{1,32})\.([A-Za-z0-9_-]+)$/;

/** The key that a ciphertext needs. @throws DamagedCiphertextError */
export function keyIdOf(ciphertext: string): string {
  const keyId = form.exec(ciphertext)?.[1];
  if (keyId === undefined) throw new DamagedCiphertextError();
  return keyId;
}

function createKeyRing(secrets: ReadonlyMap<string, Buffer>): KeyRing {
  const keyIds = [...secrets.keys()];
  const current = keyIds[0] as string;
  const derived = new Map([...secrets].map(([id, secret]) => [id, derive(secret)]));
  const keysOf = (id: string) => {
    const keys = derived.get(id);
    if (!keys) throw new MissingKeyError(id);
    return keys;
  };
  return {
    current,
    keyIds,
    encrypt: (text, cell) => {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', keysOf(current).encryption, nonce);
      cipher.setAAD(associated(cell, current));
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `v1.${current}.${sealed.toString('base64url')}`;
    },
    decrypt: (ciphertext, cell) => {
      const keyId = keyIdOf(ciphertext);
      const sealed = Buffer.from(form.exec(ciphertext)?.[2] ?? '', 'base64url');
      if (sealed.length < nonceLength + tagLength) throw new DamagedCiphertextError();
      const nonce = sealed.subarray(0, nonceLength);
      const decipher = createDecipheriv('aes-256-gcm', keysOf(keyId).encryption, nonce);
      decipher.setAAD(associated(cell, keyId));
      decipher.setAuthTag(sealed.subarray(-tagLength));
      try {
        const text = decipher.update(sealed.subarray(nonceLength, -tagLength));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        throw new WrongKeyError(keyId);
      }
    },
    digest: (text, keyId = current) => createHmac('sha256', keysOf(keyId).digest).update(text).digest('hex'),
    secret: (purpose, keyId) => {
      const secret = secrets.get(keyId);
      if (!secret) throw new MissingKeyError(keyId);
      return deriveFor(secret, purpose);
    },
  };
}

/**
 * One purpose, one key: none of the derived ones tells anything about another. As key objects, because Node takes longer to
 * find out that bytes are none than to encrypt with them.
 */
function derive(secret: Buffer): { encryption: KeyObject; digest: KeyObject } {
  return {
    encryption: createSecretKey(deriveFor(secret, 'encryption')),
    digest: createSecretKey(deriveFor(secret, 'digest')),
  };
}

function deriveFor(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `vigil ${purpose}`, 32));
}

/** Lengths go first, so that no two different places read alike. */
function associated({ table, column, row }: Cell, keyId: string): Buffer {
  return Buffer.from(['v1', keyId, table, column, row].map(part => `${part.length}:${part}`).join(''));
}
