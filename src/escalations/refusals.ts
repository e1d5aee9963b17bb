import type { DeskRole } from '../directory/unit.ts';
import type { AnswerProblem } from './answers.ts';
import type { Choice, ClosedStatus, Instant } from './escalation.ts';

/** Why a command changes nothing. Each is worded in `i18n`, once for each language. */
export type Refusal =
  /** No escalation has this reference, or none that the person may know of. */
  | { readonly refusal: 'not-found' }
  | { readonly refusal: 'unknown-kind' }
  | { readonly refusal: 'unknown-mission' }
  /** They belong to another tenant: whatever the directory says, they do nothing. */
  | { readonly refusal: 'guest' }
  /** Only the mission's own people may do this. */
  | { readonly refusal: 'not-of-the-mission' }
  /** Only the Head of Mission may do this. */
  | { readonly refusal: 'not-the-head-of-mission' }
  /** They neither belong to the mission nor act for a desk that was asked. */
  | { readonly refusal: 'not-entitled' }
  /** They act for none of the desks that were asked, or not for the one named. */
  | { readonly refusal: 'not-of-the-desk' }
  /** They act for several of the desks that were asked, and did not say for which they speak. */
  | { readonly refusal: 'which-desk'; readonly desks: readonly string[] }
  /** Four eyes: they wrote it, in whole or in part. */
  | { readonly refusal: 'own-request' }
  /** Four eyes: they belong to the mission that asks. */
  | { readonly refusal: 'own-mission' }
  /** Four eyes: they would decide in the place of somebody who may not. */
  | { readonly refusal: 'delegate-of-author' }
  /** Four eyes between desks: they decided for another desk on this revision. */
  | { readonly refusal: 'decided-for-another-desk'; readonly desk: string }
  /** They decided just this before, and it counts. */
  | { readonly refusal: 'repeated'; readonly choice: Choice; readonly at: Instant }
  /** The very same press was delivered before, and counts. */
  | { readonly refusal: 'repeated-delivery' }
  /** What they filled in was sent before, as this request. */
  | { readonly refusal: 'already-sent'; readonly reference: string }
  /** What they filled in is not kept any more, or was never theirs. */
  | { readonly refusal: 'draft-gone' }
  /** Somebody decided for this desk first. */
  | {
      readonly refusal: 'desk-has-decided';
      readonly desk: string;
      readonly by: string;
      readonly choice: Choice;
      readonly at: Instant;
    }
  | { readonly refusal: 'closed'; readonly status: ClosedStatus; readonly by: string; readonly at: Instant }
  /** The request says something else now than what they were shown. */
  | { readonly refusal: 'stale-revision'; readonly shown: number; readonly current: number }
  | { readonly refusal: 'waits-for-mission'; readonly by: string; readonly at: Instant }
  /** A report is acknowledged, a request is not. */
  | { readonly refusal: 'choice-not-offered'; readonly strength: 'consult' | 'report' }
  /** Desks have begun to decide: changes must be asked for first. */
  | { readonly refusal: 'already-under-decision'; readonly desk: string; readonly by: string }
  | { readonly refusal: 'nothing-revised' }
  | { readonly refusal: 'text-required' }
  | { readonly refusal: 'text-too-long'; readonly most: number }
  | { readonly refusal: 'code-name-unusable' }
  | { readonly refusal: 'answers-unusable'; readonly problems: readonly AnswerProblem[] }
  | { readonly refusal: 'unknown-passage' }
  /** The directory names no desk of this role for the mission: an operator must add one. */
  | { readonly refusal: 'no-desk-for-role'; readonly role: DeskRole }
  | { readonly refusal: 'unknown-desk' }
  | { readonly refusal: 'desk-is-asked-already'; readonly desk: string }
  | { readonly refusal: 'desk-of-another-role' }
  /** Not a refusal for good: ask the person whether they are sure, then send it `confirmed`. */
  | { readonly refusal: 'confirmation-needed'; readonly because: readonly string[] };

export type RefusalKind = Refusal['refusal'];

/** Tells a refusal from anything else that a decision can give. */
export function isRefusal(outcome: object): outcome is Refusal {
  return 'refusal' in outcome;
}
