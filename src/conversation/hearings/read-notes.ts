import type { Hearing, Notes } from '../../hearings/hearing.ts';
import type { CalendarStore } from '../../hearings/ports.ts';

/**
 * Shows the sensitive notes of a hearing to somebody entitled to them, which goes on record in the same commit.
 *
 * @param mayRead looked up in the directory when it is asked
 * @returns undefined when there is no such hearing, or they are not for this person
 */
export function createReadNotes(
  store: CalendarStore,
  mayRead: (hearing: Hearing, person: string) => boolean,
  now: () => Date,
) {
  return (id: string, person: string): Promise<Notes | undefined> =>
    store.transaction(async ({ hearings, audit }) => {
      const hearing = await hearings.find(id);
      if (!hearing || !mayRead(hearing, person)) return undefined;
      const notes = await hearings.notesOf(id);
      await audit.append({
        at: now(),
        actor: person,
        subject: { kind: 'hearing', id },
        event: 'NotesShown',
        facts: { names: Object.keys(notes) },
      });
      return notes;
    });
}
export type ReadNotes = ReturnType<typeof createReadNotes>;
