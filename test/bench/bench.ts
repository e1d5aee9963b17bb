import { tmpdir } from 'node:os';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { openGuidelines } from '../../src/guidelines/open.ts';
import { questionsOf } from '../eval/questions.ts';
import { median, show } from './figures.ts';
import { measureStarts } from './starts.ts';
import { measureTurns, type TurnFigures } from './turns.ts';

/**
 * Speed and size of the whole bot, as ratios in one run: `node test/bench/bench.ts`. Method:
 *
 * - search: every question of `test/eval`, five times over in this process after one round of warming up; the time that
 *   `answers` takes.
 * - turns: one cited answer, asked of Vigil and of a plain botbuilder + restify echo bot in turns (`turns.ts`), 16 under
 *   way, five rounds of three seconds each after two of warming up. The ratio is the median of the five pairs.
 * - start and memory: what `npm start` starts, from the start of the process until it is ready, on data that exist, the median
 *   of seven; and what is resident a second later. On the embedded database and on PostgreSQL (`starts.ts`).
 * - first turn: it loads what the start does not.
 *
 * All data are on the disk of the system's temporary folder, or of VIGIL_TEST_DIR.
 *
 * A ratio above 1 means that Vigil does more. Absolute figures vary with the machine; the ratios much less.
 */
process.env.VIGIL_TEST_DIR ??= tmpdir();

function measureSearch() {
  const opening = performance.now();
  const { answers } = openGuidelines(guidelinesFolder);
  const openMs = performance.now() - opening;
  const questions = (['dev', 'heldout'] as const).flatMap(questionsOf).map(({ question }) => question);
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
show({
  what: 'search, a question: p50, p95, p99',
  seen: `${search.p50.toFixed(2)}, ${search.p95.toFixed(2)}, ${search.p99.toFixed(2)} ms`,
  goal: { of: 'p95 3 ms', met: search.p95 <= 3 },
});
show({
  what: 'guidelines ready',
  seen: `${search.openMs.toFixed(0)} ms`,
  goal: { of: '300 ms', met: search.openMs <= 300 },
});

const { onPGlite, onPostgres } = await measureStarts();
const { vigil, echo } = await measureTurns();
const ratio = (of: (figures: TurnFigures) => number) =>
  median(vigil.rounds.map((round, at) => of(round) / of(echo.rounds[at] ?? round)));
for (const [name, { rounds }] of [
  ['Vigil', vigil],
  ['echo bot', echo],
] as const) {
  const turns = median(rounds.map(({ turnsPerSecond }) => turnsPerSecond));
  const cpu = median(rounds.map(({ cpuMsPerTurn }) => cpuMsPerTurn));
  show({ what: `turns, ${name}`, seen: `${turns.toFixed(0)}/s, ${cpu.toFixed(2)} ms CPU each` });
}
show({
  what: 'turns, Vigil to echo bot: per second, CPU',
  seen: `${ratio(({ turnsPerSecond }) => turnsPerSecond).toFixed(2)}, ${ratio(({ cpuMsPerTurn }) => cpuMsPerTurn).toFixed(2)}`,
});
const startGoal = 1_500;
for (const [name, bot] of [
  ['PGlite', onPGlite],
  ['PostgreSQL', onPostgres],
] as const) {
  if (!bot) continue;
  const { startMs } = bot;
  show({
    what: `start to ready on ${name}, median of ${startMs.length}`,
    seen: `${median(startMs).toFixed(0)} ms (${Math.min(...startMs).toFixed(0)}-${Math.max(...startMs).toFixed(0)})`,
    goal: { of: `${startGoal} ms`, met: median(startMs) <= startGoal },
  });
}
show({ what: 'first turn after a start', seen: `${vigil.firstTurnMs.toFixed(0)} ms` });
show({ what: 'idle memory, echo bot', seen: `${echo.idleRssMb.toFixed(0)} MB` });
show({
  what: 'idle memory on PGlite',
  seen: `${onPGlite.idleRssMb.toFixed(0)} MB`,
  goal: { of: '400 MB', met: onPGlite.idleRssMb <= 400 },
});
if (onPostgres) {
  const times = onPostgres.idleRssMb / echo.idleRssMb;
  show({
    what: 'idle memory on PostgreSQL',
    seen: `${onPostgres.idleRssMb.toFixed(0)} MB, ${times.toFixed(2)} times the echo bot's`,
    goal: { of: '1.2 times', met: times <= 1.2 },
  });
} else process.stdout.write('PostgreSQL skipped: no server found\n');
