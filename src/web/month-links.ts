import * as errors from 'jose/errors';
import { jwtDecrypt } from 'jose/jwt/decrypt';
import { EncryptJWT } from 'jose/jwt/encrypt';
import { z } from 'zod';
import type { Language } from '../i18n/language.ts';

/** Whose hearings a page shows, and by whose clock beside the court's. */
const monthScope = z.object({
  of: z.discriminatedUnion('kind', [
    /** What is followed there. */
    z.object({ kind: z.enum(['channel', 'groupChat', 'person']), id: z.string().min(1) }),
    /** What a mission is responsible for. */
    z.object({ kind: z.literal('mission'), id: z.string().min(1) }),
  ]),
  /** IANA zone of the reader. */
  zone: z.string().min(1),
});
export type MonthScope = Readonly<z.infer<typeof monthScope>>;

export interface MonthLinks {
  /** The address of the page, good for a day; it opens in the language given, else in the browser's. */
  make(scope: MonthScope, language?: Language): Promise<string>;
  /** What a link was made for and until when it is good; undefined for one that Vigil did not make. */
  read(link: string): Promise<{ readonly scope: MonthScope; readonly until: Date } | 'expired' | undefined>;
}

/** A day, in seconds: as long as the message that carries it is looked at. */
const lastsFor = 24 * 3_600;
const audience = 'vigil month page';

/**
 * Links that open the page of a month without signing in. A link is sealed (JWE, AES-256-GCM): nobody can make or change
 * one, and it does not tell whose calendar it opens.
 *
 * @param publicUrl the bot's own address, without a slash at its end
 * @param secrets 32 bytes by key id: the first seals, every one opens
 */
export function createMonthLinks(
  publicUrl: string,
  secrets: ReadonlyMap<string, Uint8Array>,
  now: () => Date,
): MonthLinks {
  return {
    make: async (scope, language) => {
      const [current] = secrets;
      if (!current) throw new Error('there is no secret to seal links with');
      const [kid, secret] = current;
      const at = Math.floor(now().getTime() / 1000);
      const link = await new EncryptJWT({ scope })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid })
        .setAudience(audience)
        .setIssuedAt(at)
        .setExpirationTime(at + lastsFor)
        .encrypt(secret);
      return `${publicUrl}/hearings/month?link=${link}${language ? `&lang=${language}` : ''}`;
    },
    read: async link => {
      try {
        const { payload } = await jwtDecrypt(link, ({ kid }) => secretOf(secrets, kid), {
          audience,
          currentDate: now(),
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
          requiredClaims: ['exp'],
        });
        const scope = monthScope.parse(payload.scope);
        return { scope, until: new Date((payload.exp ?? 0) * 1000) };
      } catch (error) {
        if (error instanceof errors.JWTExpired) return 'expired';
        if (error instanceof errors.JOSEError || error instanceof z.ZodError) return undefined;
        throw error;
      }
    },
  };
}

function secretOf(secrets: ReadonlyMap<string, Uint8Array>, keyId: string | undefined): Uint8Array {
  const secret = secrets.get(keyId ?? '');
  if (!secret) throw new errors.JWEInvalid('sealed with no key of ours');
  return secret;
}
