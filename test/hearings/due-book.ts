import type { Due } from '../../src/hearings/due.ts';
import { errandKey } from '../../src/hearings/schedule.ts';

/** The dues of one hearing as the store keeps them, in memory. */
export function createDueBook() {
  const open = new Map<string, Due>();
  const settled = new Set<string>();
  const keyOf = (due: Due) => `${due.revision} ${errandKey(due.errand)}`;
  const put = (due: Due) => {
    settled.delete(keyOf(due));
    open.set(keyOf(due), due);
  };
  return {
    keep: (wanted: readonly Due[], now: Date) => {
      const keys = new Set(wanted.map(keyOf));
      for (const key of open.keys()) if (!keys.has(key)) open.delete(key);
      for (const due of wanted) {
        if (open.has(keyOf(due)) || (due.at > now && !settled.has(keyOf(due)))) open.set(keyOf(due), due);
      }
    },
    put,
    take: (now: Date): Due[] => {
      const taken = [...open.values()].filter(({ at }) => at <= now);
      for (const due of taken) {
        open.delete(keyOf(due));
        settled.add(keyOf(due));
      }
      return taken;
    },
    keys: () => [...open.keys()],
  };
}
