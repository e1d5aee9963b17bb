import type { GivenAnswers } from './answers.ts';
import type { Urgency } from './policy.ts';

/**
 * What a person wants done. `revision` is the one that they were shown. Who they are and what they may do is not in it:
 * that is looked up when the command comes.
 */
export type Command = Opening | Change;

/** Makes a new request. */
export type Opening = Send | RecordUrgentAction;

/** Changes one that exists. */
export type Change = Revise | Decide | Withdraw | AddComment | Reassign;

interface Ask {
  readonly codeName: string;
  readonly urgency: Urgency;
  readonly answers: GivenAnswers;
}
export interface Send extends Ask {
  readonly type: 'send';
  /** Id of a kind of the policy. */
  readonly kind: string;
  /** Id of the mission that asks. */
  readonly mission: string;
  /** Id of the passage that it is asked from, if it is. */
  readonly passage?: string;
}
/** A Head of Mission tells what was done before Headquarters could answer. */
export interface RecordUrgentAction extends Ask {
  readonly type: 'record-urgent-action';
  readonly mission: string;
}
/** The mission says it anew: the next revision; every decision on the one before lapses. */
export interface Revise {
  readonly type: 'revise';
  readonly revision: number;
  readonly urgency: Urgency;
  readonly answers: GivenAnswers;
}
export interface Decide {
  readonly type: 'approve' | 'approve-with-conditions' | 'ask-for-changes' | 'decline' | 'acknowledge';
  readonly revision: number;
  /** The desk that the person speaks for; may be left out by somebody who acts for one alone. */
  readonly desk?: string;
  /** Required by all but `approve` and `acknowledge`, which have none. */
  readonly text?: string;
  /** Set by the card that asked “are you sure?”; a grave decision needs it. */
  readonly confirmed?: boolean;
}
export interface Withdraw {
  readonly type: 'withdraw';
  readonly revision: number;
  readonly text?: string;
}
export interface AddComment {
  readonly type: 'comment';
  readonly text: string;
}
/** A desk hands its part to another one. */
export interface Reassign {
  readonly type: 'reassign';
  readonly revision: number;
  readonly desk?: string;
  /** Id of the desk that takes it. */
  readonly to: string;
  readonly text?: string;
}
