import { z } from 'zod';
import { OperatorError } from './shared/operator-error.ts';

/** Everything Vigil reads from its environment, by subject. Secrets stand apart so that nothing logs them by accident. */
export interface Config {
  readonly mode: 'production' | 'playground';
  readonly http: { readonly host: string; readonly port: number; readonly publicUrl: string };
  readonly bot: BotConfig;
  readonly log: { readonly level: 'debug' | 'info' | 'warn' | 'error' };
  /** The folder of everything Vigil keeps on this machine, the embedded database among it. */
  readonly dataDir: string;
  readonly secrets: Secrets;
}

/** How the bot proves who it is and whom it lets in. */
export interface BotConfig {
  /** Empty only in the playground, where no token is checked and only this machine can connect. */
  readonly appId: string;
  /** The ministry's own tenant. Empty in the playground. */
  readonly homeTenant: string;
  /** Tenants whose people may speak to the bot. Empty admits all, in the playground only. */
  readonly tenants: readonly string[];
  /** Host names of the connector services that may call the bot and be answered; a leading dot admits subdomains. */
  readonly serviceHosts: readonly string[];
  readonly openIdMetadataUrl: string;
  readonly tokenIssuer: string;
}

export interface Secrets {
  readonly appPassword: string;
  /** Address of a PostgreSQL server with user and password; absent, the embedded database is used. */
  readonly databaseUrl: string | undefined;
}

export class ConfigError extends OperatorError {
  readonly problems: readonly string[];
  /** @param problems one sentence each, for the operator; all that were found */
  constructor(problems: readonly string[]) {
    super(`Vigil cannot start:\n${problems.map(problem => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

const list = z
  .string()
  .default('')
  .transform(text => text.split(/[\s,]+/).filter(part => part !== ''));
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The variables, each explained where `.env.example` repeats it. The defaults are the playground: no credentials, this
 * machine only.
 */
export const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  HOST: z.string().optional(),
  PORT: z.coerce.number('must be a number').int().min(0).max(65535).default(3978),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://vigil.example.org' })
    .optional(),
  MICROSOFT_APP_ID: z.string().regex(uuid, 'must be the bot’s application (client) id, a UUID').optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT_ID: z
    .string()
    .regex(uuid, 'must be the id of the ministry’s tenant, a UUID')
    .optional(),
  ALLOWED_TENANTS: list,
  ALLOWED_SERVICE_HOSTS: list,
  BOT_OPENID_METADATA_URL: z
    .url('must be an address')
    .default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  BOT_TOKEN_ISSUER: z.string().default('https://api.botframework.com'),
  DATA_DIR: z.string().default('.vigil'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be an address such as postgresql://user:password@host:5432/vigil',
    })
    .optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error').default('info'),
});

/** Hosts of Teams' own connector service, worldwide and for government clouds. */
const teamsServiceHosts = ['smba.trafficmanager.net', '.botframework.com', '.infra.gov.teams.microsoft.us'];
const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Reads the environment. Without credentials the bot is a playground on this machine's loopback; a half-configured or
 * production environment that lacks anything is refused.
 *
 * @param env variables by name, such as `process.env`; empty values count as absent
 * @throws ConfigError naming every problem at once, by variable
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`));
  }
  const settings = parsed.data;
  const production = settings.NODE_ENV === 'production';
  const credentials = Boolean(settings.MICROSOFT_APP_ID || settings.MICROSOFT_APP_PASSWORD);
  const mode = production || credentials ? 'production' : 'playground';
  const problems = mode === 'production' ? missingForTeams(settings) : problemsOfPlayground(settings);
  if (problems.length > 0) throw new ConfigError(problems);

  const host = settings.HOST ?? (mode === 'production' ? '0.0.0.0' : '127.0.0.1');
  const tenants =
    settings.ALLOWED_TENANTS.length > 0 ? settings.ALLOWED_TENANTS : [settings.MICROSOFT_APP_TENANT_ID ?? ''];
  const hosts = settings.ALLOWED_SERVICE_HOSTS;
  return {
    mode,
    http: {
      host,
      port: settings.PORT,
      publicUrl: (settings.PUBLIC_URL ?? `http://127.0.0.1:${settings.PORT}`).replace(/\/+$/, ''),
    },
    bot: {
      appId: settings.MICROSOFT_APP_ID ?? '',
      homeTenant: settings.MICROSOFT_APP_TENANT_ID ?? '',
      tenants: mode === 'production' ? tenants : settings.ALLOWED_TENANTS,
      serviceHosts: hosts.length > 0 ? hosts : mode === 'production' ? teamsServiceHosts : loopbackHosts,
      openIdMetadataUrl: settings.BOT_OPENID_METADATA_URL,
      tokenIssuer: settings.BOT_TOKEN_ISSUER,
    },
    log: { level: settings.LOG_LEVEL },
    dataDir: settings.DATA_DIR,
    secrets: { appPassword: settings.MICROSOFT_APP_PASSWORD ?? '', databaseUrl: settings.DATABASE_URL },
  };
}

type Settings = z.infer<typeof environment>;

function missingForTeams(settings: Settings): string[] {
  const why = settings.NODE_ENV === 'production' ? 'in production' : 'when credentials are given';
  const problems = (
    ['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID', 'PUBLIC_URL'] as const
  )
    .filter(name => !settings[name])
    .map(name => `${name} is required ${why}`);
  if (
    settings.PUBLIC_URL &&
    !settings.PUBLIC_URL.startsWith('https://') &&
    settings.NODE_ENV === 'production'
  ) {
    problems.push('PUBLIC_URL must begin with https:// in production: people open its links from Teams');
  }
  return problems;
}

function problemsOfPlayground(settings: Settings): string[] {
  const host = settings.HOST;
  return host === undefined || ['127.0.0.1', 'localhost', '::1'].includes(host)
    ? []
    : [
        `HOST must be 127.0.0.1, localhost or ::1 while MICROSOFT_APP_ID is absent: without credentials nobody's identity is checked (it is ${host})`,
      ];
}
