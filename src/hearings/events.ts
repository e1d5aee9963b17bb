import type { HearingDetails } from './commands.ts';
import type { CourtTime } from './court-time.ts';
import type { Notes, Outcome } from './hearing.ts';
import type { Attendee, Partner } from './roster.ts';

/** What happened to a hearing. The events are the audit record: `notes` goes there as encrypted texts. */
export type HearingEvent =
  | {
      readonly event: 'HearingAdded';
      readonly id: string;
      readonly details: HearingDetails;
      readonly time?: CourtTime;
      readonly notes: Notes;
      /** The hearing whose outcome made this one. */
      readonly follows?: string;
    }
  | { readonly event: 'HearingEdited'; readonly details: Partial<HearingDetails>; readonly notes: Notes }
  | { readonly event: 'HearingTimeCorrected'; readonly time?: CourtTime }
  | { readonly event: 'HearingAdjourned'; readonly time?: CourtTime }
  /** A date for a hearing that had none. */
  | { readonly event: 'HearingDateAnnounced'; readonly time: CourtTime }
  | { readonly event: 'HearingCancelled'; readonly notes?: Notes }
  | { readonly event: 'OutcomeRecorded'; readonly outcome: Outcome; readonly notes: Notes }
  | { readonly event: 'AttendanceOffered'; readonly attendee: Omit<Attendee, 'confirmed'> }
  | { readonly event: 'AttendanceWithdrawn'; readonly person: string }
  | { readonly event: 'AttendanceConfirmed'; readonly person: string }
  | { readonly event: 'AttendanceSwapped'; readonly from: string; readonly to: Omit<Attendee, 'confirmed'> }
  | { readonly event: 'LeadNamed'; readonly person: string }
  | { readonly event: 'PartnerAdded'; readonly partner: Partner }
  | { readonly event: 'PartnerRemoved'; readonly partner: Partner }
  | { readonly event: 'InterpreterSet'; readonly needed: boolean }
  | { readonly event: 'PermissionRequested'; readonly on: string; readonly notes: Notes }
  | { readonly event: 'PermissionAnswered'; readonly answer: 'granted' | 'refused'; readonly on: string };
