import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { cellsOf } from './figures.ts';

/**
 * `npm run bench`: all benchmarks one after the other, and their figures in one table. Some five minutes on two quiet cores;
 * `-- --hearings` adds the calendar of a million hearings, which takes as long again.
 */
const files = ['bench.ts', 'store.ts', ...(process.argv.includes('--hearings') ? ['hearings.ts'] : [])];
const rows: (readonly string[])[] = [['', 'seen', 'goal', '']];
const began = performance.now();
const minutes = () => ((performance.now() - began) / 60_000).toFixed(1);
const loads: number[] = [loadavg()[0] ?? 0];

for (const file of files) {
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    process.stdout.write(`${line}\n`);
    const cells = cellsOf(line);
    if (cells) rows.push(cells);
  }
  const [code] = await ended;
  if (code !== 0) {
    rows.push([file, `ended with ${code}`, '', 'FAILED']);
    process.exitCode = 1;
  }
  loads.push(loadavg()[0] ?? 0);
}

const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
const table = rows.map(row => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')).join('\n');
process.stdout.write(
  `\n${table}\n\n${minutes()} minutes on ${cpus().length} processors; load ${loads.map(load => load.toFixed(1)).join(', ')}\n`,
);
