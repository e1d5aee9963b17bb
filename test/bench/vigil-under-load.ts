import { flushCompileCache } from 'node:module';
import { placeOf, readConfig } from '../../src/config.ts';
import { createLog } from '../../src/shared/log.ts';
import { beginToOpen } from '../../src/store/open-engine.ts';
import { createFixedTokenCredentials } from '../fakes/credentials.ts';
import { reportToParent, settingsFromParent } from './child.ts';

/** Vigil as `npm start` starts it in production; only the tokens for its own messages come from a stand-in. */
const { appId, tenantId, botToken, openIdMetadataUrl, issuer, folder, databaseUrl } = settingsFromParent();
const config = readConfig({
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PORT: '0',
  PUBLIC_URL: 'https://vigil.example.org',
  MICROSOFT_APP_ID: appId,
  MICROSOFT_APP_PASSWORD: 'a password that is never sent',
  MICROSOFT_APP_TENANT_ID: tenantId,
  ALLOWED_SERVICE_HOSTS: '127.0.0.1',
  BOT_OPENID_METADATA_URL: openIdMetadataUrl,
  BOT_TOKEN_ISSUER: issuer,
  DATA_DIR: folder,
  // The same at every start.
  DATA_KEYS: `bench:${Buffer.alloc(32, 7).toString('base64')}`,
  DATABASE_URL: databaseUrl,
  LOG_LEVEL: 'error',
});
// In this order main.ts does it, too: the database opens while the rest is loaded.
const opening = await beginToOpen(placeOf(config));
const { buildApp } = await import('../../src/app.ts');
const app = await buildApp(config, createLog('error'), {
  opening,
  credentials: createFixedTokenCredentials(appId, tenantId, botToken),
});
reportToParent(await app.listen());
// As main.ts does: this process will be killed.
flushCompileCache();
