import type { Language } from '../i18n/language.ts';

/** The units at Headquarters that the guidelines send missions to. */
export const deskRoles = [
  'human-rights',
  'consular',
  'geographic',
  'responsible-business',
  'immigration-liaison',
] as const;
export type DeskRole = (typeof deskRoles)[number];

/** What a mission and a desk have in common. People are named by their Entra object id. */
export interface Unit {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  /** IANA zone of its working day. */
  readonly timeZone: string;
  /** The language of its channel. */
  readonly language: Language;
  readonly head: string;
  readonly dutyOfficer: string;
  /** Everybody who works there, head and duty officer among them. */
  readonly staff: readonly string[];
  /** Id of its Teams channel or group chat. */
  readonly channel?: string;
  /** Whoever is in its channel works there too, beside the staff that the file names. */
  readonly followsChannel: boolean;
}

/** An embassy or another post abroad. */
export interface Mission extends Unit {
  readonly kind: 'mission';
}

/** A unit at Headquarters. */
export interface Desk extends Unit {
  readonly kind: 'desk';
  readonly role: DeskRole;
  /** The missions it is responsible for; absent, all of them. */
  readonly missions?: readonly string[];
}

/** A person of the ministry whom the directory knows. */
export interface Official {
  readonly id: string;
  readonly name: string;
  /** Id of the mission where they serve; absent for people at Headquarters. */
  readonly mission?: string;
  /** Ids of the desks where they work. */
  readonly desks: readonly string[];
  /** May link channels and reload the directory for every unit. */
  readonly administrator: boolean;
}
