/** How long before a hearing: days by the court's calendar, or hours by the stopwatch. `14d`, `1h`. */
export type Offset = `${number}d` | `${number}h`;

export const usualOffsets: readonly Offset[] = ['14d', '7d', '1d', '1h'];

/** Reads `14d` or `1 h`; at most 60 days or 72 hours. Undefined when it is not an offset. */
export function offsetOf(typed: string): Offset | undefined {
  const [, number = '', unit = ''] = /^\s*([1-9]\d?)\s*([dhj])\s*$/i.exec(typed) ?? [];
  const days = /[dj]/i.test(unit);
  const count = Number(number);
  if (count === 0 || count > (days ? 60 : 72)) return undefined;
  return days ? `${count}d` : `${count}h`;
}
