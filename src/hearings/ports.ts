import type { Zones } from './court-time.ts';
import type { Due } from './due.ts';
import type { Follower, FollowerSettings, FollowerWithSettings, FollowTarget } from './follow.ts';
import type { Hearing, Notes } from './hearing.ts';

/** Which hearings: all that is given must hold. */
export interface HearingFilter {
  /** Instants, `from` included, `until` not. Without them hearings without a date are among the found. */
  readonly from?: Date;
  readonly until?: Date;
  readonly caseName?: string;
  readonly mission?: string;
  /** Of a case or mission that this one follows. */
  readonly followedBy?: Follower;
  /** Whom the roster names. */
  readonly attendedBy?: string;
  readonly states?: readonly Hearing['schedule']['state'][];
  readonly most: number;
}

/** The calendar. What is written inside a transaction holds together with everything else in it. */
export interface Hearings {
  /** The next reference of a year, such as `HRG-2026-0042`; never given twice. Only inside a transaction. */
  nextId(year: number): Promise<string>;
  find(id: string): Promise<Hearing | undefined>;
  /** The same, and keeps others from changing it until the commit. Only inside a transaction. */
  take(id: string): Promise<Hearing | undefined>;
  /** Sensitive: only for people entitled to read them, and each showing goes on record. */
  notesOf(id: string): Promise<Notes>;
  /** @param notes left as they are when absent */
  save(hearing: Hearing, zones: Zones, notes?: Notes): Promise<void>;
  /** By their time, earliest first; those without a date last. */
  list(filter: HearingFilter): Promise<readonly Hearing[]>;
  /** Scheduled hearings whose instant was derived from other zone data than these, by id; at most so many. */
  derivedOtherwise(zones: Zones, from: Date, most: number): Promise<readonly Hearing[]>;
}

/** Who follows what. */
export interface Follows {
  /** Keeps changes of hearings and of follows apart until the commit. Only inside a transaction, before reading. */
  lock(change: 'hearing' | 'follow'): Promise<void>;
  followersOf(hearing: Pick<Hearing, 'caseName' | 'mission'>): Promise<readonly FollowerWithSettings[]>;
  targetsOf(follower: Follower): Promise<readonly FollowTarget[]>;
  settingsOf(follower: Follower): Promise<FollowerSettings | undefined>;
  /** Makes or changes a follower. */
  keepSettings(follower: Follower, settings: FollowerSettings): Promise<void>;
  /** False when it was followed already. The follower must have settings. */
  add(follower: Follower, target: FollowTarget): Promise<boolean>;
  /** False when it was not followed. */
  remove(follower: Follower, target: FollowTarget): Promise<boolean>;
}

/** What is to be done for hearings at a time: one row each, gone when done. */
export interface Dues {
  /**
   * Makes the dues of a hearing these ones: others go, those still to come are added or moved, and what was due before
   * `now` is neither added nor taken back.
   */
  keep(hearing: string, wanted: readonly Due[], now: Date): Promise<void>;
  /** Takes the due ones of at most so many hearings, which nobody else changes until the commit. */
  take(now: Date, hearings: number): Promise<readonly Due[]>;
  /** When there is something to do next. */
  next(): Promise<Date | undefined>;
}

/** Secret addresses of calendar feeds; only their digests are kept. */
export interface Feeds {
  /** Makes a follower's token, 256 random bits in base64url; an older one ends. */
  renew(follower: Follower, at: Date): Promise<string>;
  revoke(follower: Follower): Promise<boolean>;
  /** Whose token it is. */
  followerOf(token: string): Promise<Follower | undefined>;
}
