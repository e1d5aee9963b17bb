import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

export class DataFileError extends Error {
  readonly problems: readonly string[];
  /** @param problems one sentence each with file and line, for the operator; all that were found */
  constructor(file: string, problems: readonly string[]) {
    super(`${file} cannot be used:\n${problems.map(problem => `  - ${problem}`).join('\n')}`);
    this.name = 'DataFileError';
    this.problems = problems;
  }
}

/**
 * Reads a YAML file that a ministry may edit and checks it against a schema.
 *
 * @throws DataFileError with the line of every problem, when the file is missing, is not YAML or does not fit
 */
export function readDataFile<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new DataFileError(path, [`it cannot be read (${(cause as NodeJS.ErrnoException).code})`]);
  }
  return parseData(path, text, schema);
}

/** The same for a text already read; `file` only names it in problems. */
export function parseData<Schema extends z.ZodType>(file: string, text: string, schema: Schema): z.output<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line);
  if (document.errors.length > 0) {
    throw new DataFileError(
      file,
      document.errors.map(error => `line ${lineAt(error.pos[0])}: ${error.message.split('\n')[0]}`),
    );
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  throw new DataFileError(
    file,
    parsed.error.issues.map(issue => {
      const path = issue.path as (string | number)[];
      return `line ${lineAt(offsetOf(document, path))}: ${path.join('.') || 'the file'}: ${issue.message}`;
    }),
  );
}

/** Where the nearest existing node on the way to a path stands in the text. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly (string | number)[]): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
    if (range) return range[0];
  }
  return undefined;
}
