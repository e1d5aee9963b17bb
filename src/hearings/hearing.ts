import type { CourtTime } from './court-time.ts';
import type { Permission } from './permission.ts';
import type { Roster } from './roster.ts';

export const hearingKinds = [
  'trial',
  'bail',
  'appeal',
  'verdict',
  'sentencing',
  'detention-review',
  'other',
] as const;
export type HearingKind = (typeof hearingKinds)[number];

export const accesses = ['open', 'closed', 'permission-needed', 'unknown'] as const;
export type Access = (typeof accesses)[number];

/** A court date of a case. Nothing in it is secret: what is, stands in its notes. */
export interface Hearing {
  /** `HRG-2026-0042`. */
  readonly id: string;
  /** The case's code name, in capitals. */
  readonly caseName: string;
  /** The mission responsible for it. */
  readonly mission: string;
  readonly kind: HearingKind;
  readonly court: string;
  readonly place: string;
  /** The court's IANA zone, known even while the date is not. */
  readonly zone: string;
  readonly access: Access;
  readonly permission: Permission;
  readonly roster: Roster;
  readonly schedule: Schedule;
  /** Grows with each change of the time and with the cancellation; reminders and calendars go by it. From 1. */
  readonly revision: number;
}

/** Where a hearing stands. A hearing that was adjourned remembers from when. */
export type Schedule =
  | { readonly state: 'scheduled'; readonly time: CourtTime; readonly adjournedFrom?: CourtTime }
  | { readonly state: 'to-be-announced'; readonly adjournedFrom?: CourtTime }
  | { readonly state: 'cancelled'; readonly time?: CourtTime }
  | { readonly state: 'held'; readonly time: CourtTime; readonly outcome: Outcome };

/** What a hearing came to; what was seen and said there stands in the notes. */
export interface Outcome {
  readonly attendance: 'attended' | 'not-admitted' | 'nobody';
  readonly result: 'adjourned' | 'verdict' | 'continues' | 'unknown';
  /** The hearing that follows, made in the same step. */
  readonly next?: string;
}

/** Sensitive texts of a hearing: encrypted, never on a channel card, in a feed or a file name. */
export const noteNames = [
  'judge',
  'charges',
  'askedOf',
  'observed',
  'verdict',
  'concerns',
  'reason',
] as const;
export type NoteName = (typeof noteNames)[number];
export type Notes = { readonly [Name in NoteName]?: string };

/** The time of a hearing that is still to come or has just been, if it has one. */
export function timeOf({ schedule }: Hearing): CourtTime | undefined {
  return schedule.state === 'to-be-announced' ? undefined : schedule.time;
}

/** How code names are written: `HERON`, `GREY HERON 2`. */
export const codeNamePattern = /^[\p{Lu}\d][\p{Lu}\d -]{1,39}$/u;

/** A code name as it is kept; what people type may be in small letters. Undefined when it cannot be one. */
export function codeNameOf(typed: string): string | undefined {
  const name = typed.normalize('NFC').trim().replace(/\s+/gu, ' ').toUpperCase();
  return codeNamePattern.test(name) ? name : undefined;
}
