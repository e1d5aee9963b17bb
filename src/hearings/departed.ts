import type { Directory } from '../directory/directory.ts';
import type { Hearing } from './hearing.ts';
import type { Hearings } from './ports.ts';
import { attendedBy } from './roster.ts';

type Officials = Pick<Directory, 'official'>;

/**
 * A hearing as it stands for people: until its outcome is recorded, whoever has left the directory attends no more. The
 * stored roster keeps them: a directory may be wrong for an hour, and who was down for a hearing that was held is on record.
 */
export function withoutDeparted(hearing: Hearing, directory: Officials): Hearing {
  if (hearing.schedule.state === 'held') return hearing;
  const isOfficial = (person: string) => directory.official(person) !== undefined;
  return { ...hearing, roster: attendedBy(hearing.roster, isOfficial) };
}

/** The calendar for whoever reads it, without those who have left. What is changed must be taken from the store itself. */
export function readWithoutDeparted(
  { find, list }: Pick<Hearings, 'find' | 'list'>,
  directory: () => Promise<Officials>,
): Pick<Hearings, 'find' | 'list'> {
  return {
    find: async id => {
      const hearing = await find(id);
      return hearing && withoutDeparted(hearing, await directory());
    },
    list: async filter => {
      const [hearings, people] = await Promise.all([list(filter), directory()]);
      return hearings.map(hearing => withoutDeparted(hearing, people));
    },
  };
}
