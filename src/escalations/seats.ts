import type { DeskRole } from '../directory/unit.ts';
import type { Offices } from './context.ts';
import type { Seat } from './escalation.ts';
import type { Refusal } from './refusals.ts';

/**
 * The desks that fill the required roles. A desk that has a role already keeps it, so that a revision does not undo a
 * reassignment, unless it has left the directory; one desk with two roles decides once.
 */
export function seatsFor(
  roles: readonly DeskRole[],
  present: readonly Seat[],
  mission: string,
  offices: Offices,
): readonly Seat[] | Refusal {
  const seats = new Map<string, DeskRole[]>();
  const still = present.filter(({ desk }) => offices.desk(desk));
  for (const role of roles) {
    const desk = still.find(seat => seat.roles.includes(role))?.desk ?? offices.deskFor(role, mission)?.id;
    if (desk === undefined) return { refusal: 'no-desk-for-role', role };
    seats.set(desk, [...(seats.get(desk) ?? []), role]);
  }
  return [...seats].map(([desk, filled]) => ({ desk, roles: filled }));
}
