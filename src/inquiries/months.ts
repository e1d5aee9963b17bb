/** The month of an instant, in UTC, such as `2026-10`. */
export function monthOf(at: Date): string {
  return at.toISOString().slice(0, 7);
}

/** The last month that is over. */
export function lastMonth(now: Date): string {
  return monthOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 0)));
}
