import type { Right } from '../directory/directory.ts';
import type { DeskRole } from '../directory/unit.ts';
import type { Answers } from './answers.ts';
import type { Urgency } from './policy.ts';

/** An instant as ISO 8601 in UTC with milliseconds. */
export type Instant = string;

/**
 * A mission's request to Headquarters. `pending` waits for its desks, `changes-asked` for the mission; the other states
 * are closed and never change.
 */
export type Escalation = Open | Closed;

export type Open =
  | (Request & { readonly status: 'pending' })
  | (Request & { readonly status: 'changes-asked'; readonly asked: Decision });

export type Closed = Request & {
  readonly status: 'approved' | 'declined' | 'acknowledged' | 'withdrawn';
  /** Who closed it; `text` is why it was withdrawn, sensitive as every free text. */
  readonly closed: { readonly by: string; readonly at: Instant; readonly text?: string };
};

export type Status = Escalation['status'];
export type ClosedStatus = Closed['status'];

/** What every state of an escalation knows. */
export interface Request {
  /** Such as `ESC-2026-0042`; the year is the one in which it was sent, in UTC. */
  readonly reference: string;
  /** Id of a kind of the policy. */
  readonly kind: string;
  readonly strength: 'consult' | 'report';
  /** Id of the mission. */
  readonly mission: string;
  /** Who sent it. */
  readonly requester: string;
  /** Everybody who wrote in it, the requester first: none of them decides. */
  readonly authors: readonly string[];
  readonly codeName: string;
  readonly urgency: Urgency;
  /** 1, 2, 3, …: what the request says now. */
  readonly revision: number;
  readonly answers: Answers;
  /** Ids of the passages that ask for it, and of the one that it was asked from. */
  readonly passages: readonly string[];
  /** The desks that must decide on this revision. */
  readonly seats: readonly Seat[];
  /** Ids of all desks that were ever asked, in their order: each has a thread. */
  readonly threads: readonly string[];
  /** Every decision on every revision, oldest first. Those on earlier revisions have lapsed. */
  readonly decisions: readonly Decision[];
  readonly comments: readonly Comment[];
  readonly sentAt: Instant;
  /** When this revision came. */
  readonly revisedAt: Instant;
  readonly due: Instant;
}

/** A desk's part in a request. */
export interface Seat {
  readonly desk: string;
  /** The roles that it fills; more than one where one desk has two. */
  readonly roles: readonly DeskRole[];
  /** When another desk handed it on to this one, if one did. */
  readonly since?: Instant;
}

export const choices = [
  'approve',
  'approve-with-conditions',
  'ask-for-changes',
  'decline',
  'acknowledge',
] as const;
export type Choice = (typeof choices)[number];

/** What a desk said. */
export interface Decision {
  readonly desk: string;
  readonly by: string;
  /** In what right they spoke for the desk. */
  readonly right: Right;
  readonly choice: Choice;
  /** Conditions, the changes asked for, or the reason. Sensitive. */
  readonly text?: string;
  readonly revision: number;
  readonly at: Instant;
}

/** Sensitive, as every free text. */
export interface Comment {
  readonly by: string;
  readonly text: string;
  readonly revision: number;
  readonly at: Instant;
}

export function isClosed(escalation: Escalation): escalation is Closed {
  return escalation.status !== 'pending' && escalation.status !== 'changes-asked';
}

/** What the desk said about the revision as it stands now, if anything. */
export function decisionOf(escalation: Escalation, desk: string): Decision | undefined {
  return escalation.decisions.find(
    decision => decision.desk === desk && decision.revision === escalation.revision,
  );
}

/** The desks that still have to say something; none while the request waits for the mission or is closed. */
export function waitingDesks(escalation: Escalation): readonly string[] {
  if (escalation.status !== 'pending') return [];
  return escalation.seats.map(({ desk }) => desk).filter(desk => !decisionOf(escalation, desk));
}

/** The conditions under which it was approved so far, in the order of the decisions. */
export function conditionsOf(escalation: Escalation): readonly Decision[] {
  return escalation.decisions.filter(
    ({ revision, choice }) => revision === escalation.revision && choice === 'approve-with-conditions',
  );
}
