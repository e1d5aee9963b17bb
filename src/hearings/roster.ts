/** Who attends a hearing: officials by person, everybody else by organisation only. */
export interface Roster {
  readonly officials: readonly Attendee[];
  readonly partners: readonly Partner[];
  /** One of the officials: observes for all and is asked for the outcome. */
  readonly lead?: string;
  readonly interpreterNeeded: boolean;
}

export interface Attendee {
  /** Entra object id. */
  readonly person: string;
  readonly mission?: string;
  /** Whether they said, for the hearing's present date, that they are still coming. */
  readonly confirmed: boolean;
}

/** Another country's mission or an organisation; never a person's name. */
export interface Partner {
  readonly kind: 'mission' | 'ngo';
  readonly organisation: string;
}

export const emptyRoster: Roster = { officials: [], partners: [], interpreterNeeded: false };

export function isAttending({ officials }: Roster, person: string): boolean {
  return officials.some(official => official.person === person);
}

/** The roster with those officials only of whom this is true; the lead passes to the first who is left. */
export function attendedBy(roster: Roster, attends: (person: string) => boolean): Roster {
  const { lead, ...rest } = roster;
  const officials = roster.officials.filter(({ person }) => attends(person));
  const leads = lead === undefined || attends(lead) ? lead : officials[0]?.person;
  return { ...rest, officials, ...(leads === undefined ? {} : { lead: leads }) };
}

/** Whether nobody at all is down for it. */
export function isUnattended({ officials, partners }: Roster): boolean {
  return officials.length === 0 && partners.length === 0;
}
