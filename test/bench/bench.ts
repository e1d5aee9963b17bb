import { readFileSync } from 'node:fs';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { openGuidelines } from '../../src/guidelines/open.ts';
import { measureTurns, type TurnFigures } from './turns.ts';

/**
 * `npm run bench`: speed and size, as ratios in one run. Method:
 *
 * - search: every question of `test/eval`, five times over in this process after one round of warming up; the time that
 *   `answers` takes.
 * - turns: one cited answer, asked of Vigil and of a plain botbuilder + restify echo bot in turns (`turns.ts`), 16 under
 *   way, five rounds of three seconds each after two of warming up. The ratio is the median of the five pairs.
 * - start and memory: from the start of the process to its listening, on data that exist, and what is resident a second
 *   later; on the embedded database and on PostgreSQL.
 *
 * A ratio above 1 means that Vigil does more. Absolute figures vary with the machine; the ratios much less.
 */
const print = (line: string) => process.stdout.write(`${line}\n`);
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function measureSearch() {
  const opening = performance.now();
  const { answers } = openGuidelines(guidelinesFolder);
  const openMs = performance.now() - opening;
  const questions = ['dev', 'heldout'].flatMap(name =>
    readFileSync(new URL(`../eval/${name}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map(line => String(JSON.parse(line).question)),
  );
  const times: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    for (const question of questions) {
      const start = performance.now();
      answers(question);
      if (round > 0) times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  const at = (quantile: number) => times[Math.floor(times.length * quantile)] ?? Number.NaN;
  return { openMs, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

const search = measureSearch();
print(
  `search   p50 ${search.p50.toFixed(2)} ms, p95 ${search.p95.toFixed(2)} ms, p99 ${search.p99.toFixed(2)} ms; guidelines open in ${search.openMs.toFixed(0)} ms`,
);

const { vigil, echo, onPostgres } = await measureTurns();
const ratio = (of: (figures: TurnFigures) => number) =>
  median(vigil.rounds.map((round, at) => of(round) / of(echo.rounds[at] ?? round)));
const turns = ratio(({ turnsPerSecond }) => turnsPerSecond);
const cpu = ratio(({ cpuMsPerTurn }) => cpuMsPerTurn);
for (const [name, { rounds, startMs, idleRssMb }] of [
  ['Vigil', vigil],
  ['echo', echo],
] as const) {
  print(
    `${name.padEnd(8)} ${median(rounds.map(round => round.turnsPerSecond)).toFixed(0)} turns/s, ${median(rounds.map(round => round.cpuMsPerTurn)).toFixed(2)} ms CPU a turn; starts in ${startMs.toFixed(0)} ms; ${idleRssMb.toFixed(0)} MB idle`,
  );
}
print(`ratio    ${turns.toFixed(2)} turns/s, ${cpu.toFixed(2)} CPU a turn (Vigil to echo, median of pairs)`);
print(
  onPostgres
    ? `memory   ${(onPostgres.idleRssMb / echo.idleRssMb).toFixed(2)} on PostgreSQL (${onPostgres.idleRssMb.toFixed(0)} MB idle; starts in ${onPostgres.startMs.toFixed(0)} ms), ${(vigil.idleRssMb / echo.idleRssMb).toFixed(2)} with the embedded database (Vigil to echo)`
    : 'PostgreSQL skipped: no server found',
);
