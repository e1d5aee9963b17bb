import type { Directory } from '../directory/directory.ts';
import type { Follower } from './follow.ts';
import type { Hearing } from './hearing.ts';
import { isAttending } from './roster.ts';

/**
 * Whether somebody may read a hearing's sensitive notes: the people of its mission, those who attend, and the officers at
 * Headquarters who answer for human rights and for that part of the world.
 */
export function mayReadNotes(hearing: Hearing, person: string, directory: Directory, at: Date): boolean {
  if (!directory.official(person)) return false;
  return isAttending(hearing.roster, person) || answersFor(hearing.mission, person, directory, at);
}

/** Whether somebody serves at a mission, or answers at Headquarters for human rights or for its part of the world. */
export function answersFor(mission: string, person: string, directory: Directory, at: Date): boolean {
  if (directory.servesAt(mission, person)) return true;
  return (['human-rights', 'geographic'] as const).some(role => {
    const desk = directory.deskFor(role, mission);
    return desk !== undefined && directory.actsFor(desk.id, person, at) !== undefined;
  });
}

/** Whether a follower may be told of hearings: channels and groups, and people as long as they are in the directory. */
export function mayHear({ kind, id }: Follower, directory: Directory): boolean {
  return kind !== 'person' || directory.official(id) !== undefined;
}
