import type { Directory } from '../../directory/directory.ts';
import type { Mission } from '../../directory/unit.ts';

/** A mission by its id or its name in either language, whatever the case and accents. */
export function missionNamed(typed: string, { missions }: Directory): Mission | undefined {
  const same = (name: string) => name.localeCompare(typed.trim(), undefined, { sensitivity: 'base' }) === 0;
  return missions.find(({ id, name }) => [id, name.en, name.fr].some(same));
}
