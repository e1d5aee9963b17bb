import type { Answers } from './answers.ts';
import type { ClosedStatus, Comment, Decision, Instant, Seat } from './escalation.ts';
import type { Urgency } from './policy.ts';

/** What happened to an escalation. The events are the audit record: nothing changes without one. */
export type EscalationEvent = Opened | Changed;

/** Begins an escalation. */
export type Opened = RequestSent | UrgentActionRecorded;

export type Changed =
  | RequestRevised
  | DecisionGiven
  | ChangesAsked
  | RequestClosed
  | CommentAdded
  | RequestReassigned;

/** Everything that a new request says. */
interface Sent {
  readonly reference: string;
  readonly by: string;
  readonly at: Instant;
  readonly kind: string;
  readonly strength: 'consult' | 'report';
  readonly mission: string;
  readonly codeName: string;
  readonly urgency: Urgency;
  readonly answers: Answers;
  readonly passages: readonly string[];
  readonly seats: readonly Seat[];
  readonly due: Instant;
}
export interface RequestSent extends Sent {
  readonly type: 'RequestSent';
}
export interface UrgentActionRecorded extends Sent {
  readonly type: 'UrgentActionRecorded';
}
/** Earlier decisions lapse. */
export interface RequestRevised {
  readonly type: 'RequestRevised';
  readonly by: string;
  readonly at: Instant;
  /** The new one. */
  readonly revision: number;
  readonly urgency: Urgency;
  readonly answers: Answers;
  readonly seats: readonly Seat[];
  readonly due: Instant;
}
export interface DecisionGiven extends Decision {
  readonly type: 'DecisionGiven';
}
/** Follows the decision that asks for changes: the request waits for the mission. */
export interface ChangesAsked {
  readonly type: 'ChangesAsked';
  readonly by: string;
  readonly at: Instant;
  readonly revision: number;
  readonly desk: string;
}
/** Follows the decision that settles it, or comes alone from the mission. */
export interface RequestClosed {
  readonly type: 'RequestApproved' | 'RequestDeclined' | 'RequestAcknowledged' | 'RequestWithdrawn';
  readonly by: string;
  readonly at: Instant;
  readonly revision: number;
  /** Why it was withdrawn. */
  readonly text?: string;
}
export interface CommentAdded extends Comment {
  readonly type: 'CommentAdded';
}
export interface RequestReassigned {
  readonly type: 'RequestReassigned';
  readonly by: string;
  readonly at: Instant;
  readonly revision: number;
  readonly from: string;
  readonly to: string;
  readonly text?: string;
}

/** The state that each closing event leads to. */
export const closings: Readonly<Record<RequestClosed['type'], ClosedStatus>> = {
  RequestApproved: 'approved',
  RequestDeclined: 'declined',
  RequestAcknowledged: 'acknowledged',
  RequestWithdrawn: 'withdrawn',
};
