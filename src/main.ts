import { flushCompileCache } from 'node:module';
import { placeOf, readConfig } from './config.ts';
import { createLog } from './shared/log.ts';
import { reportFailure } from './shared/operator-error.ts';
import { beginToOpen } from './store/open-engine.ts';

/** How long running requests may take to finish after the signal to stop, in milliseconds. */
const patience = 10_000;

try {
  const config = readConfig(process.env);
  const log = createLog(config.log.level);
  // The database opens beside this thread while the rest is loaded here.
  const opening = await beginToOpen(placeOf(config));
  const { buildApp } = await import('./app.ts');
  const app = await buildApp(config, log, { opening });
  const port = await app.listen();
  const { host, publicUrl } = config.http;
  if (config.mode === 'playground') {
    log.warn(
      { host, port },
      'playground: no credentials, so no identity is checked; only this machine can connect',
    );
  }
  log.info({ host, port, mode: config.mode, publicUrl }, 'Vigil is ready');
  // A bot that is killed would not leave it for the next start.
  flushCompileCache();

  let stopping = false;
  const stop = (signal: string) => {
    // npm sends on what the terminal, or the service manager, has sent to the whole group: each comes twice.
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), patience).unref();
    app.close().then(
      () => process.exit(0),
      error => {
        log.error({ error }, 'could not stop in order');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  reportFailure(error);
  // What was opened before would keep the process.
  process.exit();
}
