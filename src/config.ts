import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { OperatorError } from './shared/operator-error.ts';
import { retentionDays } from './shared/retention.ts';

/** Everything Vigil reads from its environment, by subject. Secrets stand apart so that nothing logs them by accident. */
export interface Config {
  readonly mode: 'production' | 'playground';
  readonly http: { readonly host: string; readonly port: number; readonly publicUrl: string };
  readonly bot: BotConfig;
  readonly log: { readonly level: 'debug' | 'info' | 'warn' | 'error' };
  /** The folder of everything Vigil keeps on this machine, the embedded database among it. */
  readonly dataDir: string;
  /** The folder of editions of the guidelines that the ministry has added; it need not exist. */
  readonly guidelinesDir: string;
  /** Days after which what is over loses its free text. */
  readonly retentionDays: number;
  /** The file of missions, desks and people; absent, nobody can ask for sign-off or decide. */
  readonly directoryFile: string | undefined;
  /** What sign-off asks, of whom, and by when. */
  readonly policyFile: string;
  /** Absent, no language model is used and nothing is sent to one. */
  readonly languageModel: LanguageModelConfig | undefined;
  readonly secrets: Secrets;
}

/** Where the data are: on a PostgreSQL server, or in the folder of this machine. */
export function placeOf({
  dataDir,
  secrets: { databaseUrl },
}: Config): { readonly dataDir: string } | { readonly databaseUrl: string } {
  return databaseUrl ? { databaseUrl } : { dataDir };
}

/** An endpoint that speaks OpenAI's chat completions. */
export interface LanguageModelConfig {
  readonly endpoint: string;
  /** Name of the model; with Azure, of the deployment. */
  readonly model: string;
  /** Present for an Azure OpenAI endpoint only. */
  readonly apiVersion: string | undefined;
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
  /** Host names from which files that people attach are fetched; a leading dot admits subdomains. */
  readonly fileHosts: readonly string[];
  readonly openIdMetadataUrl: string;
  readonly tokenIssuer: string;
  /** Whether forms open as dialogs; otherwise they are cards in the chat. */
  readonly dialogs: boolean;
}

export interface Secrets {
  readonly appPassword: string;
  /** Address of a PostgreSQL server with user and password; absent, the embedded database is used. */
  readonly databaseUrl: string | undefined;
  /** Keys that encrypt what is kept, newest first, as `id:base64` joined by commas; the store reads them. */
  readonly dataKeys: string | undefined;
  /** Opens the language model's endpoint; empty where none is configured. */
  readonly languageModelKey: string;
}

export class ConfigError extends OperatorError {
  readonly problems: readonly string[];
  /** @param problems one sentence each, for the operator; all that were found */
  constructor(problems: readonly string[]) {
    super(`Vigil cannot start:\n${problems.map(problem => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A host alone, or with a dot before it for all hosts under it: no scheme, no port, no path. */
const hostPattern = /^(\.?([a-z0-9-]+\.)*[a-z0-9-]+|\[[0-9a-f:]+\])$/i;
const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];

/** Ids and host names are compared letter by letter, and Microsoft writes them in small ones. */
const id = (what: string) => z.string().regex(uuid, `must be ${what}, a UUID`).toLowerCase();
const list = (item: RegExp, what: string) =>
  z
    .string()
    .default('')
    .transform(text =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(part => part !== ''),
    )
    .refine(parts => parts.every(part => item.test(part)), `must be ${what}, with commas between them`);
const port = 'must be a number from 0 to 65535';

/**
 * The variables, each explained where `.env.example` repeats it. The defaults are the playground: no credentials, this
 * machine only.
 */
export const environment = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'must be production, development or test')
    .default('development'),
  HOST: z.string().optional(),
  PORT: z.coerce.number(port).int(port).min(0, port).max(65535, port).default(3978),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://vigil.example.org' })
    .refine(text => !/[?#@]/.test(text), 'must be an address without user name, “?” or “#”')
    .optional(),
  MICROSOFT_APP_ID: id('the bot’s application (client) id').optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT_ID: id('the id of the ministry’s tenant').optional(),
  ALLOWED_TENANTS: list(uuid, 'ids of tenants, UUIDs'),
  ALLOWED_SERVICE_HOSTS: list(hostPattern, 'host names such as smba.trafficmanager.net or .botframework.com'),
  ALLOWED_FILE_HOSTS: list(hostPattern, 'host names such as ministry-my.sharepoint.com or .sharepoint.com'),
  BOT_OPENID_METADATA_URL: z
    .url('must be an address')
    .refine(isSafeAddress, 'must begin with https://: who can change its answer can forge every token')
    .default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  BOT_TOKEN_ISSUER: z.string().default('https://api.botframework.com'),
  TEAMS_DIALOGS: z.enum(['on', 'off'], 'must be on or off').optional(),
  DATA_DIR: z.string().default('.vigil'),
  GUIDELINES_DIR: z.string().optional(),
  DIRECTORY_FILE: z.string().optional(),
  POLICY_FILE: z.string().optional(),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be an address such as postgresql://user:password@host:5432/vigil',
    })
    .optional(),
  DATA_KEYS: z.string().optional(),
  RETENTION_DAYS: retentionDays,
  LANGUAGE_MODEL_ENDPOINT: z
    .url('must be an address')
    .refine(isSafeAddress, 'must begin with https://: questions are sent there')
    .optional(),
  LANGUAGE_MODEL_NAME: z.string().optional(),
  LANGUAGE_MODEL_KEY: z.string().optional(),
  LANGUAGE_MODEL_API_VERSION: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error').default('info'),
});

/** The policy that comes with Vigil. */
const ownPolicy = fileURLToPath(new URL('../guidelines/policy.yaml', import.meta.url));
/** The invented ministry of the playground. */
const sampleDirectory = fileURLToPath(new URL('../playground/directory.yaml', import.meta.url));

/** Hosts of Teams' own connector service, worldwide and for government clouds. */
const teamsServiceHosts = ['smba.trafficmanager.net', '.botframework.com', '.infra.gov.teams.microsoft.us'];

/** Where Teams keeps the files of chats, worldwide and for government clouds. */
const sharePointHosts = ['.sharepoint.com', '.sharepoint.us'];

/**
 * Reads the environment. Without credentials the bot is a playground on this machine's loopback; a half-configured or
 * production environment that lacks anything is refused.
 *
 * @param env variables by name, such as `process.env`; empty values count as absent
 * @throws ConfigError naming every problem at once, by variable
 */
export function readConfig(env: Given): Config {
  const given: Given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const production = given.NODE_ENV === 'production';
  const credentials = Boolean(given.MICROSOFT_APP_ID || given.MICROSOFT_APP_PASSWORD);
  const mode = production || credentials ? 'production' : 'playground';
  const parsed = environment.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map(issue => `${issue.path.join('.')} ${issue.message}`),
    ...(mode === 'production' ? missingForTeams(given) : problemsOfPlayground(given)),
    ...missingForLanguageModel(given),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const settings = parsed.data;

  const host = settings.HOST ?? (mode === 'production' ? '0.0.0.0' : '127.0.0.1');
  const tenants =
    settings.ALLOWED_TENANTS.length > 0 ? settings.ALLOWED_TENANTS : [settings.MICROSOFT_APP_TENANT_ID ?? ''];
  const hosts = settings.ALLOWED_SERVICE_HOSTS;
  const files = settings.ALLOWED_FILE_HOSTS;
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
      fileHosts: files.length > 0 ? files : mode === 'production' ? sharePointHosts : loopbackHosts,
      openIdMetadataUrl: settings.BOT_OPENID_METADATA_URL,
      tokenIssuer: settings.BOT_TOKEN_ISSUER,
      // The local client opens none from a card.
      dialogs: (settings.TEAMS_DIALOGS ?? (mode === 'production' ? 'on' : 'off')) === 'on',
    },
    log: { level: settings.LOG_LEVEL },
    dataDir: settings.DATA_DIR,
    guidelinesDir: guidelinesDirOf(settings),
    retentionDays: settings.RETENTION_DAYS,
    policyFile: settings.POLICY_FILE ?? ownPolicy,
    directoryFile: settings.DIRECTORY_FILE ?? (mode === 'playground' ? sampleDirectory : undefined),
    languageModel:
      settings.LANGUAGE_MODEL_ENDPOINT && settings.LANGUAGE_MODEL_NAME
        ? {
            endpoint: settings.LANGUAGE_MODEL_ENDPOINT.replace(/\/+$/, ''),
            model: settings.LANGUAGE_MODEL_NAME,
            apiVersion: settings.LANGUAGE_MODEL_API_VERSION,
          }
        : undefined,
    secrets: {
      appPassword: settings.MICROSOFT_APP_PASSWORD ?? '',
      databaseUrl: settings.DATABASE_URL,
      dataKeys: settings.DATA_KEYS,
      languageModelKey: settings.LANGUAGE_MODEL_KEY ?? '',
    },
  };
}

/**
 * The folder of added editions alone, for commands that need nothing else of the environment.
 *
 * @param env variables by name; empty values count as absent
 */
export function readGuidelinesDir(env: Given): string {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  return guidelinesDirOf(environment.pick({ DATA_DIR: true, GUIDELINES_DIR: true }).parse(given));
}

function guidelinesDirOf(settings: { DATA_DIR: string; GUIDELINES_DIR?: string | undefined }): string {
  return settings.GUIDELINES_DIR ?? join(settings.DATA_DIR, 'guidelines');
}

/** The variables as they were given, before any check. */
type Given = Readonly<Record<string, string | undefined>>;

function missingForTeams(given: Given): string[] {
  const why = given.NODE_ENV === 'production' ? 'in production' : 'when credentials are given';
  const problems = (
    [
      'MICROSOFT_APP_ID',
      'MICROSOFT_APP_PASSWORD',
      'MICROSOFT_APP_TENANT_ID',
      'PUBLIC_URL',
      'DATA_KEYS',
    ] as const
  )
    .filter(name => !given[name])
    .map(name => `${name} is required ${why}`);
  if (given.PUBLIC_URL?.startsWith('http://') && given.NODE_ENV === 'production') {
    problems.push('PUBLIC_URL must begin with https:// in production: people open its links from Teams');
  }
  return problems;
}

/** A language model is configured whole or not at all. */
function missingForLanguageModel(given: Given): string[] {
  const needed = ['LANGUAGE_MODEL_ENDPOINT', 'LANGUAGE_MODEL_NAME', 'LANGUAGE_MODEL_KEY'] as const;
  const [one] = [...needed, 'LANGUAGE_MODEL_API_VERSION' as const].filter(name => given[name]);
  return one
    ? needed.filter(name => !given[name]).map(name => `${name} is required when ${one} is given`)
    : [];
}

function problemsOfPlayground({ HOST: host }: Given): string[] {
  return host === undefined || ['127.0.0.1', 'localhost', '::1'].includes(host)
    ? []
    : [
        `HOST must be 127.0.0.1, localhost or ::1 while MICROSOFT_APP_ID is absent: without credentials nobody's identity is checked (it is ${host})`,
      ];
}

/** On this machine alone, for tests, an address may go without encryption. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && loopbackHosts.includes(hostname));
}
