/** One line of the table at the end of `npm run bench`. */
export interface Figure {
  readonly what: string;
  readonly seen: string;
  /** Absent for what is told and has no goal. */
  readonly goal?: { readonly of: string; readonly met: boolean };
}

const mark = '= ';

/** Says a figure as soon as it is known, so that `run.ts` can gather it. */
export function show({ what, seen, goal }: Figure): void {
  const cells = [what, seen, goal?.of ?? '', goal ? (goal.met ? 'met' : 'NOT MET') : ''];
  process.stdout.write(`${mark}${cells.join(' | ')}\n`);
}

/** The cells of a line that `show` wrote; undefined for any other line. */
export function cellsOf(line: string): readonly string[] | undefined {
  return line.startsWith(mark) ? line.slice(mark.length).split(' | ') : undefined;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
