import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { remindDeskJob } from '../../src/jobs/remind-desk.ts';
import { newKey, readKeyRing } from '../../src/store/encryption.ts';
import type { Place } from '../../src/store/open-engine.ts';
import { openStore } from '../../src/store/store.ts';
import { freshFolder } from '../store/folders.ts';
import { findPostgres, startPostgres } from '../store/postgres-server.ts';
import { racePresses } from './press-race.ts';

/**
 * Lets two approvers press fifty buttons at once, many times: `node test/faults/presses.ts --seeds 200`. With
 * `--engine postgres` the presses arrive at three bots that share a server.
 */
const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '200' }, engine: { type: 'string', default: 'pglite' } },
});
const say = (text: string) => process.stdout.write(`${text}\n`);

async function race(place: Place, bots: number): Promise<boolean> {
  const keys = readKeyRing(newKey('race'));
  const stores = await Promise.all(
    Array.from({ length: bots }, () => openStore({ ...place, keys, jobs: [remindDeskJob] })),
  );
  const problems: string[] = [];
  for (let seed = 1; seed <= Number(values.seeds); seed += 1) {
    problems.push(...(await racePresses(stores, seed)));
    if (seed % 50 === 0) say(`${seed} races, ${problems.length} problems`);
  }
  const verdict = await stores[0]?.auditReader.verify();
  for (const store of stores) await store.close();
  for (const problem of problems) say(problem);
  say(verdict?.sound ? 'the record is sound' : 'THE RECORD IS NOT SOUND');
  return problems.length === 0 && verdict?.sound === true;
}

async function onPGlite(): Promise<boolean> {
  const dataDir = await freshFolder();
  try {
    return await race({ dataDir }, 1);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function onPostgres(): Promise<boolean> {
  const bin = findPostgres();
  if (!bin) throw new Error('no PostgreSQL server found');
  const server = await startPostgres(bin);
  try {
    return await race({ databaseUrl: await server.createDatabase() }, 3);
  } finally {
    await server.stop();
  }
}

const isWell = await (values.engine === 'postgres' ? onPostgres() : onPGlite());
say(isWell ? 'one winner each time, and every loser was told who won' : 'FAILED');
process.exitCode = isWell ? 0 : 1;
