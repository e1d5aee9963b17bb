import type { DeskRight } from './escalation.ts';
import type { DeskRole, Policy } from './policy.ts';

/** What a decision needs to know, looked up when the command comes: never what a card carries. */
export interface Context {
  /** Entra object id of the verified sender. */
  readonly actor: string;
  readonly now: Date;
  readonly policy: Policy;
  readonly offices: Offices;
  /** Whether the edition has a passage of this id. */
  readonly hasPassage: (id: string) => boolean;
}

/** As much of the directory as the rules ask for. */
export interface Offices {
  mission(id: string): MissionOffice | undefined;
  desk(id: string): DeskOffice | undefined;
  /** The desk of this role that is responsible for the mission. */
  deskFor(role: DeskRole, missionId: string): { readonly id: string } | undefined;
  /** In what right the person acts for the desk at that time. */
  actsFor(deskId: string, personId: string, at: Date): DeskRight | undefined;
  /** Who stands in for whom at the desk at that time. */
  delegates(deskId: string, at: Date): readonly { readonly from: string; readonly to: string }[];
}

export interface MissionOffice {
  readonly id: string;
  readonly head: string;
  readonly dutyOfficer: string;
  readonly officials: readonly string[];
}

export interface DeskOffice {
  readonly id: string;
  readonly role: DeskRole;
  /** IANA zone, by which it is quiet there. */
  readonly timeZone: string;
  readonly head: string;
  readonly dutyOfficer: string;
}

/** Whether the person works at the mission, its head and duty officer among them. */
export function belongsTo(mission: MissionOffice | undefined, person: string): boolean {
  if (!mission) return false;
  return mission.head === person || mission.dutyOfficer === person || mission.officials.includes(person);
}
