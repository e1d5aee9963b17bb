import { readFileSync } from 'node:fs';
import { load, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import { OperatorError } from './operator-error.ts';
import { loadYaml } from './yaml.ts';

export class DataFileError extends OperatorError {
  readonly problems: readonly string[];
  /** @param problems one sentence each with file and line, for the operator; all that were found */
  constructor(file: string, problems: readonly string[]) {
    super(`${file} cannot be used:\n${problems.map(problem => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/**
 * Reads a YAML file that a ministry may edit and checks it against a schema.
 *
 * @throws DataFileError with the line of every problem, when the file is missing, is not YAML or does not fit
 */
export function readDataFile<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> {
  return parseData(path, readText(path), schema);
}

/** A file's text. @throws DataFileError when it cannot be read */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new DataFileError(path, [`it cannot be read (${(cause as NodeJS.ErrnoException).code})`]);
  }
}

/** The same for a text already read; `file` only names it in problems. */
export function parseData<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): z.output<Schema> {
  let data: unknown;
  try {
    // js-yaml reads five times faster than yaml, which start-up feels; yaml knows where every node stands.
    data = load(text);
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    throw new DataFileError(file, [`line ${(cause.mark?.line ?? 0) + 1}: ${cause.reason}`]);
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const lineOf = createLineFinder(text);
  throw new DataFileError(
    file,
    parsed.error.issues.map(issue => {
      const path = issue.path as (string | number)[];
      return `line ${lineOf(path)}: ${path.join('.') || 'the file'}: ${issue.message}`;
    }),
  );
}

/** Finds the line where the nearest existing node on the way to a path stands. */
function createLineFinder(text: string): (path: readonly (string | number)[]) => number {
  const { isNode, LineCounter, parseDocument } = loadYaml();
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return path => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
}
