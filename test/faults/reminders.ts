import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { freshFolder } from '../store/folders.ts';
import { findPostgres, startPostgres } from '../store/postgres-server.ts';
import { type ReminderKillReport, remindThroughKill } from './reminder-kill.ts';

/**
 * Lets 10,000 reminders come due within a minute, kills a bot in the middle, and says what became of them:
 * `node test/faults/reminders.ts`. With `--engine postgres` a second bot takes over; alone, a bot is started again.
 * Teams' limit of 50 messages a second, under which they would take three minutes, is lifted.
 */
const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'pglite' },
    reminders: { type: 'string', default: '10000' },
    within: { type: 'string', default: '60' },
  },
});
const many = { reminders: Number(values.reminders), within: Number(values.within) };
/** How late 99 of 100 reminders may come once the bots have recovered, in milliseconds. */
const goal = 5_000;
const say = (text: string) => process.stdout.write(`${text}\n`);

async function onPGlite(): Promise<ReminderKillReport> {
  const dataDir = await freshFolder();
  try {
    return await remindThroughKill({ place: { dataDir }, bots: 1, ...many });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function onPostgres(): Promise<ReminderKillReport> {
  const bin = findPostgres();
  if (!bin) throw new Error('no PostgreSQL server found');
  const server = await startPostgres(bin);
  try {
    return await remindThroughKill({
      place: { databaseUrl: await server.createDatabase() },
      bots: 2,
      ...many,
    });
  } finally {
    await server.stop();
  }
}

const report = await (values.engine === 'postgres' ? onPostgres() : onPGlite());
say(JSON.stringify(report, undefined, 2));
const bad =
  report.lost.length + report.repeatedUnmarked.length > 0 ||
  report.repeatedMarked > report.mostUnderWay ||
  report.mostOften > 2 ||
  !report.recordSound;
// A bot that never caught up has nothing that came due afterwards to be late with.
const slow = report.afterRecovery.count === 0 || report.afterRecovery.p99 > goal;
say(
  bad
    ? 'FAILED'
    : slow
      ? `nothing lost, but 1 in 100 came more than ${goal} ms late, or the bots never caught up`
      : 'each sent once, in time',
);
process.exitCode = bad || slow ? 1 : 0;
