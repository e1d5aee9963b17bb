import { z } from 'zod';
import { ManifestError } from './manifest-error.ts';

/** What the template's placeholders stand for, by name. All but the last are variables of the environment. */
export interface ManifestSettings {
  readonly MICROSOFT_APP_ID: string;
  readonly TEAMS_APP_ID: string;
  readonly PUBLIC_URL: string;
  readonly APP_VERSION: string;
  readonly MANIFEST_DEVELOPER_NAME: string;
  readonly MANIFEST_WEBSITE_URL: string;
  readonly MANIFEST_PRIVACY_URL: string;
  readonly MANIFEST_TERMS_URL: string;
  /** The host of `PUBLIC_URL`, without a port. */
  readonly PUBLIC_HOST: string;
}

const id = (missing: string) =>
  z
    .guid({ error: ({ input }) => (input === undefined ? missing : 'must be a UUID') })
    .refine(text => !/^[0-]+$/.test(text), 'must not be all zeros: Teams refuses it');
/** A name with a dot that does not end in a number: neither localhost nor an IP address, which Teams cannot use. */
const hostWithDomain = /^(?!.*\.\d+$)[^.]+(\.[^.]+)+$/;
const httpsUrl = (missing: string, example: string) =>
  z.url({
    protocol: /^https$/,
    hostname: hostWithDomain,
    error: ({ input }) =>
      input === undefined ? missing : `must be an https address with a domain name, such as ${example}`,
  });
const page = httpsUrl('', 'https://www.example.org/privacy').optional();

const environment = z.object({
  MICROSOFT_APP_ID: id('is required: the bot’s application (client) id'),
  TEAMS_APP_ID: id('').optional(),
  PUBLIC_URL: httpsUrl(
    'is required: the https address where the bot is reached, such as https://vigil.example.org',
    'https://vigil.example.org',
  ),
  APP_VERSION: z
    .string()
    .regex(
      /^\d+\.\d+\.\d+$/,
      'must be three numbers such as 1.4.0: Teams compares them to see what is newer',
    ),
  MANIFEST_DEVELOPER_NAME: z
    .string()
    .max(32, 'must have at most 32 characters')
    .default('Ministry of Foreign Affairs'),
  MANIFEST_WEBSITE_URL: page,
  MANIFEST_PRIVACY_URL: page,
  MANIFEST_TERMS_URL: page,
});

/**
 * Reads what the package needs from the environment.
 *
 * @param env variables by name, such as `process.env`; empty values count as absent
 * @param version the project's own version, where `APP_VERSION` gives none
 * @throws ManifestError naming every problem at once, by variable
 */
export function readManifestSettings(
  env: Readonly<Record<string, string | undefined>>,
  version: string,
): ManifestSettings {
  const given = Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value),
  );
  const parsed = environment.safeParse({ APP_VERSION: version, ...given });
  if (!parsed.success) {
    throw new ManifestError(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`));
  }
  const settings = parsed.data;
  const publicUrl = settings.PUBLIC_URL.replace(/\/+$/, '');
  const guidelines = `${publicUrl}/guidelines`;
  return {
    ...settings,
    TEAMS_APP_ID: settings.TEAMS_APP_ID ?? settings.MICROSOFT_APP_ID,
    PUBLIC_URL: publicUrl,
    PUBLIC_HOST: new URL(publicUrl).hostname,
    MANIFEST_WEBSITE_URL: settings.MANIFEST_WEBSITE_URL ?? guidelines,
    MANIFEST_PRIVACY_URL: settings.MANIFEST_PRIVACY_URL ?? guidelines,
    MANIFEST_TERMS_URL: settings.MANIFEST_TERMS_URL ?? guidelines,
  };
}
