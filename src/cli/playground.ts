import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { startTwoClients } from '../playground/two-clients.ts';
import { createLog } from '../shared/log.ts';
import { OperatorError, reportFailure } from '../shared/operator-error.ts';

/**
 * `npm run playground`: the bot on its embedded default, and Microsoft's local Teams client twice to talk to it. Others sit at
 * them with `-- --mission luc --headquarters sofia`.
 */
const ports = { mission: 56150, headquarters: 56160 };

try {
  const { values: people } = parseArgs({
    options: { mission: { type: 'string' }, headquarters: { type: 'string' } },
  });
  const config = readConfig(process.env);
  if (config.mode !== 'playground') {
    throw new OperatorError('the playground runs without credentials: unset NODE_ENV and MICROSOFT_APP_ID');
  }
  // What the person at the terminal should read is printed below; the log is for trouble.
  const app = await buildApp(config, createLog(config.log.level === 'info' ? 'warn' : config.log.level));
  const port = await app.listen();
  const clients = await startTwoClients({
    botEndpoint: `http://127.0.0.1:${port}/api/messages`,
    ports,
    people,
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
      `    Mission        ${clients.mission.address}       ${clients.seated.mission ?? 'Amara Okafor, political officer in Bogotá'}`,
      `    Headquarters   ${clients.headquarters.address}       ${clients.seated.headquarters ?? 'Claire Gagnon, human rights desk'}`,
      `    Guidelines     http://127.0.0.1:${port}/guidelines`,
      '',
      '  Each address is a Teams client of its own: play both sides. Ask at the mission, for example:',
      '  Should we attend the trial of a defender?',
      '  Ctrl+C stops everything.',
      '',
      '',
    ].join('\n'),
  );
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await clients.stop();
  await app.close();
} catch (error) {
  reportFailure(error);
}
process.exit();
