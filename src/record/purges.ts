import type { AccountedEntry } from './account.ts';

/** The event that a purge leaves in the record, with the number of the subject's texts that it removed. */
export const textsPurged = 'TextsPurged';

/** Tells texts that were purged, which is on record, from those that are gone. */
export function watchPurges() {
  /** By subject, the entries whose texts are gone and not accounted for, once for each text. */
  const gone = new Map<string, number[]>();
  return {
    /** @param entry the next one, in the order of `seq` */
    see: ({ seq, subjectKind, subjectId, event, facts, texts }: AccountedEntry): void => {
      const subject = JSON.stringify([subjectKind, subjectId]);
      const purged = Object.values(texts).filter(({ state }) => state === 'purged');
      const left = [...(gone.get(subject) ?? []), ...purged.map(() => seq)].slice(
        event === textsPurged ? Number(facts.texts) : 0,
      );
      if (left.length > 0) gone.set(subject, left);
      else gone.delete(subject);
    },
    /** The first entry that has lost a text without a purge, as far as was seen. */
    firstLost: (): number | undefined => {
      const all = [...gone.values()].flat();
      return all.length === 0 ? undefined : all.reduce((one, other) => Math.min(one, other));
    },
  };
}
