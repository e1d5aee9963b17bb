import { flushCompileCache } from 'node:module';
import { placeOf, readConfig } from '../../src/config.ts';
import { createLog } from '../../src/shared/log.ts';
import { beginToOpen } from '../../src/store/open-engine.ts';
import { createFixedTokenCredentials } from '../fakes/credentials.ts';
import { environmentOf, reportToParent, settingsFromParent } from './child.ts';

/** Vigil as `npm start` starts it in production; only the tokens for its own messages come from a stand-in. */
const settings = settingsFromParent();
const { appId, tenantId, botToken, openIdMetadataUrl, issuer } = settings;
const config = readConfig({
  ...environmentOf(settings),
  ALLOWED_SERVICE_HOSTS: '127.0.0.1',
  BOT_OPENID_METADATA_URL: openIdMetadataUrl,
  BOT_TOKEN_ISSUER: issuer,
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
