import type { Directory } from '../directory/directory.ts';
import type { Hearing } from './hearing.ts';
import { isAttending } from './roster.ts';

/**
 * Whether somebody may read a hearing's sensitive notes: the people of its mission, those who attend, and the officers at
 * Headquarters who answer for human rights and for that part of the world.
 */
export function mayReadNotes(hearing: Hearing, person: string, directory: Directory, at: Date): boolean {
  if (!directory.official(person)) return false;
  if (directory.servesAt(hearing.mission, person) || isAttending(hearing.roster, person)) return true;
  return (['human-rights', 'geographic'] as const).some(role => {
    const desk = directory.deskFor(role, hearing.mission);
    return desk !== undefined && directory.actsFor(desk.id, person, at) !== undefined;
  });
}
