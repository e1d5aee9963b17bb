import type { CourtTime } from './court-time.ts';
import type { Access, HearingKind, Notes, Outcome } from './hearing.ts';
import type { Partner } from './roster.ts';

/** What a hearing is, apart from its time. */
export interface HearingDetails {
  readonly caseName: string;
  readonly mission: string;
  readonly kind: HearingKind;
  readonly court: string;
  readonly place: string;
  readonly zone: string;
  readonly access: Access;
}

/** A date that is known, or that the court has still to announce. */
export type When = Pick<CourtTime, 'date' | 'time' | 'turn'> | 'to-be-announced';

/**
 * What people ask of a hearing. `revision` is the one that the pressed card showed: a press on a card of an older date is
 * refused. Texts in `notes` are sensitive; an empty one removes what was there.
 */
export type HearingCommand =
  | {
      readonly command: 'AddHearing';
      readonly id: string;
      readonly details: HearingDetails;
      readonly when: When;
      readonly notes: Notes;
    }
  | {
      readonly command: 'EditHearing';
      readonly revision?: number;
      readonly details: Partial<HearingDetails>;
      /** A corrected time; an adjournment is another command. */
      readonly when?: When;
      readonly notes: Notes;
    }
  | { readonly command: 'AdjournHearing'; readonly revision?: number; readonly to: When }
  /** The reason is sensitive: it may tell of the defender. */
  | { readonly command: 'CancelHearing'; readonly revision?: number; readonly reason?: string }
  | {
      readonly command: 'RecordOutcome';
      readonly revision?: number;
      readonly outcome: Omit<Outcome, 'next'>;
      readonly notes: Notes;
      /** Makes the next hearing, under this id, with what else stays as it is. */
      readonly next?: { readonly id: string; readonly when: When; readonly kind?: HearingKind };
    }
  | { readonly command: 'SignUp'; readonly revision?: number; readonly asLead?: boolean }
  | { readonly command: 'Withdraw'; readonly revision?: number }
  | { readonly command: 'ConfirmAttendance'; readonly revision?: number }
  /** The one who speaks takes the turn of `from`, or gives their own to `to`. */
  | { readonly command: 'TakeOver'; readonly revision?: number; readonly from: string }
  | {
      readonly command: 'HandOver';
      readonly revision?: number;
      readonly to: string;
      readonly toMission?: string;
    }
  | { readonly command: 'NameLead'; readonly person: string }
  | { readonly command: 'AddPartner'; readonly partner: Partner }
  | { readonly command: 'RemovePartner'; readonly partner: Partner }
  | { readonly command: 'SetInterpreter'; readonly needed: boolean }
  | {
      readonly command: 'ReportPermission';
      readonly state: 'requested' | 'granted' | 'refused';
      /** The date it happened, by the court's calendar; today unless told. */
      readonly on?: string;
      /** Whom the mission asked: sensitive, for it may name a person. */
      readonly askedOf?: string;
    };
