import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { freshFolder } from '../store/folders.ts';
import { findPostgres, startPostgres } from '../store/postgres-server.ts';
import { killRounds } from './kill-rounds.ts';

/**
 * Kills a bot many times while eight writers work: `node test/faults/kill.ts --rounds 200`. With `--engine postgres`
 * two bots share a server and one of them is killed each time.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '200' }, engine: { type: 'string', default: 'pglite' } },
});
const rounds = Number(values.rounds);
const say = (text: string) => process.stdout.write(`${text}\n`);

async function onPGlite() {
  const dataDir = await freshFolder();
  try {
    return await killRounds({ place: { dataDir }, rounds, bots: 1, report: say });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function onPostgres() {
  const bin = findPostgres();
  if (!bin) throw new Error('no PostgreSQL server found');
  const server = await startPostgres(bin);
  try {
    return await killRounds({
      place: { databaseUrl: await server.createDatabase() },
      rounds,
      bots: 2,
      report: say,
    });
  } finally {
    await server.stop();
  }
}

const found = await (values.engine === 'postgres' ? onPostgres() : onPGlite());
say(JSON.stringify(found, undefined, 2));
const bad = found.lost.length + found.unsent.length + found.repeatedUnmarked.length > 0 || !found.chainSound;
const slow = found.slowestStart > 3_000;
say(
  bad
    ? 'FAILED'
    : slow
      ? 'nothing lost, but a start took more than 3 s'
      : 'nothing lost, nothing repeated unmarked',
);
process.exitCode = bad || slow ? 1 : 0;
