import type { Follower } from './follow.ts';
import type { Offset } from './reminder.ts';

/** Something to be done for one revision of a hearing at a time. */
export interface Due {
  readonly hearing: string;
  readonly revision: number;
  readonly errand: Errand;
  readonly at: Date;
}

export type Errand =
  | { readonly kind: 'remind'; readonly offset: Offset; readonly follower: Follower }
  /** If nobody attends, the mission's duty officer is asked personally. */
  | { readonly kind: 'find-observer'; readonly offset: Offset }
  /** Those who attend are asked whether they still come. */
  | { readonly kind: 'confirm' }
  /** What came of it: the lead is asked, asked again, then the mission's head. */
  | { readonly kind: 'ask-outcome'; readonly step: 1 | 2 | 3 };
