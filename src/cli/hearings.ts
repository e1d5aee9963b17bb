import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { formatOf } from '../conversation/hearings/import-file.ts';
import { readMissions } from '../directory/directory-file.ts';
import { OperatorError, reportFailure } from '../shared/operator-error.ts';
import { decodeText, mostFileBytes } from '../shared/text-file.ts';
import { operate } from '../store/operator-door.ts';

const usage = 'usage:\nhearings import FILE.csv|FILE.ics [--dry-run] [--mission ID]';

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  reportFailure(error);
}

/** Reads the file here, for the bot may run as somebody who cannot, and has whoever holds the store import it. */
async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [command, file = ''] = positionals;
  const format = formatOf(file);
  if (command !== 'import' || format === undefined) throw new OperatorError(usage);
  const { directoryFile } = readConfig(process.env);
  return operate(
    [
      ...['hearings', 'import', '--format', format, '--text', readFile(file)],
      ...(values.mission === undefined ? [] : ['--mission', values.mission]),
      ...(values['dry-run'] ? ['--dry-run'] : []),
    ],
    process.env,
    text => process.stdout.write(`${text}\n`),
    () => readMissions(directoryFile),
  );
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, mission: { type: 'string' } },
    });
  } catch (cause) {
    throw new OperatorError(`${(cause as Error).message}\n${usage}`, { cause });
  }
}

function readFile(file: string): string {
  try {
    if (statSync(file).size > mostFileBytes) throw new OperatorError(`${file} is larger than 1 MB`);
    return decodeText(readFileSync(file));
  } catch (cause) {
    if (cause instanceof OperatorError) throw cause;
    throw new OperatorError(`${file} cannot be read`, { cause });
  }
}
