import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ConfigError, environment, readConfig } from '../../src/config.ts';

const complete = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://vigil.example.org',
  DATA_KEYS: 'a:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  MICROSOFT_APP_ID: '3f1a2b4c-5d6e-4f70-8192-a3b4c5d6e7f8',
  MICROSOFT_APP_PASSWORD: 'correct horse battery staple',
  MICROSOFT_APP_TENANT_ID: '0d1e2f30-4152-4637-8a9b-acbdcedfe0f1',
};
const other = '99999999-0000-4000-8000-000000000000';

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems;
  }
}

describe('without anything in the environment', () => {
  test('Vigil is a playground on this machine, and lets everybody on it in', () => {
    expect(readConfig({})).toMatchObject({
      mode: 'playground',
      http: { host: '127.0.0.1', port: 3978, publicUrl: 'http://127.0.0.1:3978' },
      bot: { appId: '', tenants: [], serviceHosts: ['127.0.0.1', 'localhost', '[::1]'] },
      log: { level: 'info' },
      dataDir: '.vigil',
      retentionDays: 730,
      secrets: { appPassword: '', databaseUrl: undefined },
    });
  });

  test('empty values count as absent', () => {
    const empty = Object.fromEntries(Object.keys(environment.shape).map(name => [name, '  ']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  test('variables of other programs are passed over', () => {
    expect(readConfig({ PATH: '/usr/bin', HOME: '/root', __proto__: 'x' })).toEqual(readConfig({}));
  });
});

describe('with everything that Teams needs', () => {
  test('Vigil listens to all, and lets in the ministry’s tenant and Microsoft’s hosts', () => {
    expect(readConfig(complete)).toMatchObject({
      mode: 'production',
      http: { host: '0.0.0.0', port: 3978, publicUrl: 'https://vigil.example.org' },
      bot: {
        appId: complete.MICROSOFT_APP_ID,
        homeTenant: complete.MICROSOFT_APP_TENANT_ID,
        tenants: [complete.MICROSOFT_APP_TENANT_ID],
        serviceHosts: ['smba.trafficmanager.net', '.botframework.com', '.infra.gov.teams.microsoft.us'],
        openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
        tokenIssuer: 'https://api.botframework.com',
        dialogs: true,
      },
      secrets: { appPassword: complete.MICROSOFT_APP_PASSWORD },
    });
  });

  test('every setting can be changed', () => {
    const config = readConfig({
      ...complete,
      HOST: '10.0.0.5',
      PORT: '8080',
      PUBLIC_URL: 'https://vigil.example.org/bot/',
      ALLOWED_TENANTS: `${complete.MICROSOFT_APP_TENANT_ID}, ${other}`,
      ALLOWED_SERVICE_HOSTS: 'smba.infra.gcc.teams.microsoft.com .example.org',
      BOT_OPENID_METADATA_URL: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
      BOT_TOKEN_ISSUER: 'https://api.botframework.us',
      TEAMS_DIALOGS: 'off',
      DATA_DIR: '/var/lib/vigil',
      DATABASE_URL: 'postgresql://vigil:secret@db:5432/vigil',
      RETENTION_DAYS: '90',
      LOG_LEVEL: 'warn',
    });
    expect(config).toMatchObject({
      http: { host: '10.0.0.5', port: 8080, publicUrl: 'https://vigil.example.org/bot' },
      bot: {
        tenants: [complete.MICROSOFT_APP_TENANT_ID, other],
        serviceHosts: ['smba.infra.gcc.teams.microsoft.com', '.example.org'],
        openIdMetadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
        tokenIssuer: 'https://api.botframework.us',
        dialogs: false,
      },
      log: { level: 'warn' },
      dataDir: '/var/lib/vigil',
      retentionDays: 90,
      secrets: { databaseUrl: 'postgresql://vigil:secret@db:5432/vigil' },
    });
  });

  test('ids and hosts in capitals mean the same', () => {
    const shouted = { ...complete };
    for (const name of ['MICROSOFT_APP_ID', 'MICROSOFT_APP_TENANT_ID'] as const) {
      shouted[name] = shouted[name].toUpperCase();
    }
    expect(readConfig(shouted)).toEqual(readConfig(complete));
    expect(
      readConfig({ ...complete, ALLOWED_SERVICE_HOSTS: 'SMBA.trafficmanager.net' }).bot.serviceHosts,
    ).toEqual(['smba.trafficmanager.net']);
  });

  test('a bot with credentials may also be tried outside production, on a plain address', () => {
    const { NODE_ENV, ...trial } = { ...complete, PUBLIC_URL: 'http://vigil.test' };
    expect(readConfig(trial)).toMatchObject({ mode: 'production', http: { publicUrl: 'http://vigil.test' } });
  });
});

describe('Vigil refuses to start', () => {
  test('in production with nothing, and names all that is missing', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual([
      'MICROSOFT_APP_ID is required in production',
      'MICROSOFT_APP_PASSWORD is required in production',
      'MICROSOFT_APP_TENANT_ID is required in production',
      'PUBLIC_URL is required in production',
      'DATA_KEYS is required in production',
    ]);
  });

  test.each<[string, Record<string, string | undefined>, string[]]>([
    [
      'an app id without a password',
      { ...complete, NODE_ENV: undefined, MICROSOFT_APP_PASSWORD: undefined },
      ['MICROSOFT_APP_PASSWORD is required when credentials are given'],
    ],
    [
      'a password without an app id',
      { ...complete, NODE_ENV: undefined, MICROSOFT_APP_ID: '' },
      ['MICROSOFT_APP_ID is required when credentials are given'],
    ],
    [
      'an app id alone',
      { MICROSOFT_APP_ID: complete.MICROSOFT_APP_ID },
      [
        'MICROSOFT_APP_PASSWORD is required when credentials are given',
        'MICROSOFT_APP_TENANT_ID is required when credentials are given',
        'PUBLIC_URL is required when credentials are given',
        'DATA_KEYS is required when credentials are given',
      ],
    ],
    [
      'everybody on the network and no credentials',
      { HOST: '0.0.0.0' },
      [
        "HOST must be 127.0.0.1, localhost or ::1 while MICROSOFT_APP_ID is absent: without credentials nobody's identity is checked (it is 0.0.0.0)",
      ],
    ],
    [
      'an address in production that is not encrypted',
      { ...complete, PUBLIC_URL: 'http://vigil.example.org' },
      ['PUBLIC_URL must begin with https:// in production: people open its links from Teams'],
    ],
    [
      'keys from an address that anybody on the way can change',
      { ...complete, BOT_OPENID_METADATA_URL: 'http://login.botframework.com/keys' },
      ['BOT_OPENID_METADATA_URL must begin with https://: who can change its answer can forge every token'],
    ],
    [
      'an address with a question mark in it',
      { ...complete, PUBLIC_URL: 'https://vigil.example.org/?x=1' },
      ['PUBLIC_URL must be an address without user name, “?” or “#”'],
    ],
    [
      'a host that is written as an address',
      { ...complete, ALLOWED_SERVICE_HOSTS: 'https://smba.trafficmanager.net/' },
      [
        'ALLOWED_SERVICE_HOSTS must be host names such as smba.trafficmanager.net or .botframework.com, with commas between them',
      ],
    ],
    [
      'a tenant that is written as a name',
      { ...complete, ALLOWED_TENANTS: 'ministry.example.org' },
      ['ALLOWED_TENANTS must be ids of tenants, UUIDs, with commas between them'],
    ],
    [
      'an environment nobody knows',
      { ...complete, NODE_ENV: 'prod' },
      ['NODE_ENV must be production, development or test'],
    ],
    ['a log level nobody knows', { LOG_LEVEL: 'loud' }, ['LOG_LEVEL must be debug, info, warn or error']],
    [
      'a database of another kind',
      { DATABASE_URL: 'mysql://user:hunter2@host/vigil' },
      ['DATABASE_URL must be an address such as postgresql://user:password@host:5432/vigil'],
    ],
  ])('with %s', (_kind, env, problems) => {
    expect(problemsOf(env)).toEqual(problems);
  });

  test.each(['http', '3978a', '-1', '65536', '80.5', 'Infinity'])('with the port %s', PORT => {
    expect(problemsOf({ PORT })).toEqual(['PORT must be a number from 0 to 65535']);
  });

  test('with wrong and missing settings together, all named at once', () => {
    expect(
      problemsOf({
        NODE_ENV: 'production',
        PORT: 'x',
        MICROSOFT_APP_ID: 'vigil',
        PUBLIC_URL: 'vigil',
        RETENTION_DAYS: '0',
        LOG_LEVEL: 'x',
      }),
    ).toEqual([
      'PORT must be a number from 0 to 65535',
      'PUBLIC_URL must be an address such as https://vigil.example.org',
      'MICROSOFT_APP_ID must be the bot’s application (client) id, a UUID',
      'RETENTION_DAYS must be a number of days from 1 to 36500',
      'LOG_LEVEL must be debug, info, warn or error',
      'MICROSOFT_APP_PASSWORD is required in production',
      'MICROSOFT_APP_TENANT_ID is required in production',
      'DATA_KEYS is required in production',
    ]);
  });

  test('without ever repeating a secret', () => {
    const error = (() => {
      try {
        return readConfig({ MICROSOFT_APP_PASSWORD: 'hunter2', DATABASE_URL: 'x://u:hunter2@h' });
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(String(error)).toContain('DATABASE_URL');
    expect(String(error)).not.toContain('hunter2');
  });
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');

  test('names exactly the variables that are read', () => {
    expect(Object.keys(parseEnv(text)).sort()).toEqual(Object.keys(environment.shape).sort());
  });

  test('explains each of them in the line before it', () => {
    const lines = text.split('\n');
    const unexplained = lines.filter(
      (line, index) => /^[A-Z_]+=/.test(line) && !/^# .{10,}/.test(lines[index - 1] ?? ''),
    );
    expect(unexplained).toEqual([]);
  });

  test('is the playground as it stands', () => {
    expect(readConfig(parseEnv(text))).toEqual(readConfig({}));
  });
});
