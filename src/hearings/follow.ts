import type { Offset } from './reminder.ts';

/** Who is reminded: a channel, a group chat or a person. */
export interface Follower {
  readonly kind: 'channel' | 'groupChat' | 'person';
  readonly id: string;
}

/** What is followed. */
export type FollowTarget =
  | { readonly kind: 'case'; readonly name: string }
  | { readonly kind: 'mission'; readonly id: string };

/** That one follows something. */
export interface Following {
  readonly target: FollowTarget;
  readonly follower: Follower;
}

/** How a follower wants to be reminded. */
export interface FollowerSettings {
  readonly offsets: readonly Offset[];
  readonly language: 'en' | 'fr';
  /** The zone of the weekly digest and of the reader's time. */
  readonly zone: string;
}

/** A follower with what holds for it. */
export type FollowerWithSettings = Follower & FollowerSettings;
