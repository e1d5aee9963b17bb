import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { startTeamsClient } from '../playground/teams-client.ts';
import { createLog } from '../shared/log.ts';
import { OperatorError, reportFailure } from '../shared/operator-error.ts';

/** `npm run playground`: the bot on its embedded default, and Microsoft's local Teams client to talk to it. */
const clientPort = 56150;

try {
  const config = readConfig(process.env);
  if (config.mode !== 'playground') {
    throw new OperatorError('the playground runs without credentials: unset NODE_ENV and MICROSOFT_APP_ID');
  }
  // What the person at the terminal should read is printed below; the log is for trouble.
  const app = await buildApp(config, createLog(config.log.level === 'info' ? 'warn' : config.log.level));
  const port = await app.listen();
  const client = await startTeamsClient({
    botEndpoint: `http://127.0.0.1:${port}/api/messages`,
    port: clientPort,
    configFile: fileURLToPath(new URL('../../playground/mission.yml', import.meta.url)),
    workFolder: join(config.dataDir, 'playground'),
  }).catch(async error => {
    await app.close();
    throw error;
  });
  process.stdout.write(
    [
      '',
      '  Vigil is ready to try:',
      '',
      `    Teams client   ${client.address}`,
      `    Guidelines     http://127.0.0.1:${port}/guidelines`,
      '',
      '  Type a question in the chat, for example: Should we attend the trial of a defender?',
      '  Ctrl+C stops both.',
      '',
      '',
    ].join('\n'),
  );
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await client.stop();
  await app.close();
} catch (error) {
  reportFailure(error);
}
process.exit();
