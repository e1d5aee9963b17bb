import type { Language } from '../i18n/language.ts';
import type { Json } from '../record/canonical-json.ts';
import type { RecordedEvent } from '../record/event.ts';
import type { Zones } from './court-time.ts';
import type { Due } from './due.ts';
import type { Follower, FollowerSettings, FollowerWithSettings, Following, FollowTarget } from './follow.ts';
import type { Hearing, Notes } from './hearing.ts';

/** Which hearings: all that is given must hold. */
export interface HearingFilter {
  readonly ids?: readonly string[];
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
  /** Where there are more than that, those without a date and the latest are found instead of the earliest. */
  readonly latest?: boolean;
}

/** The calendar. What is written inside a transaction holds together with everything else in it. */
export interface Hearings {
  /** The next reference of a year, such as `HRG-2026-0042`; never given twice. Only inside a transaction. */
  nextId(year: number): Promise<string>;
  find(id: string): Promise<Hearing | undefined>;
  /** The same, and keeps others from changing it until the commit. Only inside a transaction. */
  take(id: string): Promise<Hearing | undefined>;
  /** Takes every hearing of a case or mission that is scheduled after an instant. Only inside a transaction. */
  takeUpcoming(target: FollowTarget, from: Date): Promise<readonly Hearing[]>;
  /** Sensitive: only for people entitled to read them, and each showing goes on record. */
  notesOf(id: string): Promise<Notes>;
  /** @param notes left as they are when absent */
  save(hearing: Hearing, zones: Zones, notes?: Notes): Promise<void>;
  /** By their time, earliest first; those without a date last. */
  list(filter: HearingFilter): Promise<readonly Hearing[]>;
  /** Empties the notes of hearings that were over before a time; gives their references. The calendar keeps the rest. */
  dropNotesBefore(time: Date): Promise<readonly string[]>;
  /**
   * Takes hearings scheduled after an instant that was derived from other zone data than these, at most so many. Only
   * inside a transaction.
   */
  takeDerivedOtherwise(zones: Zones, from: Date, most: number): Promise<readonly Hearing[]>;
}

/** Who follows what. */
export interface Follows {
  /**
   * Lets changes of hearings pass side by side, and a change of who follows what alone, until the commit: neither
   * misses the other. Only inside a transaction, before anything is read.
   */
  lock(change: 'hearing' | 'follow'): Promise<void>;
  followersOf(hearing: Pick<Hearing, 'caseName' | 'mission'>): Promise<readonly FollowerWithSettings[]>;
  /** The same for many hearings in one question, by their ids. */
  followersOfEach(
    hearings: readonly Hearing[],
  ): Promise<ReadonlyMap<string, readonly FollowerWithSettings[]>>;
  targetsOf(follower: Follower): Promise<readonly FollowTarget[]>;
  /** Who follows what, of one case or mission or of all, in the order of their names; at most so many. */
  all(target: FollowTarget | undefined, most: number): Promise<readonly Following[]>;
  settingsOf(follower: Follower): Promise<FollowerSettings | undefined>;
  /** Makes or changes a follower. */
  keepSettings(follower: Follower, settings: FollowerSettings): Promise<void>;
  /** False when it was followed already. The follower must have settings. */
  add(follower: Follower, target: FollowTarget): Promise<boolean>;
  /** False when it was not followed. */
  remove(follower: Follower, target: FollowTarget): Promise<boolean>;
  /** When the follower's next digest is due; none when absent. */
  planDigest(follower: Follower, at: Date | undefined): Promise<void>;
  /** When the follower's next digest is due; undefined where none comes. */
  digestOf(follower: Follower): Promise<Date | undefined>;
  /** Takes followers whose digest is due, at most so many. Only inside a transaction, with `planDigest` for each. */
  takeDigests(now: Date, most: number): Promise<readonly (FollowerWithSettings & { readonly due: Date })[]>;
}

/** What is to be done for hearings at a time. Who writes here has taken the hearing. */
export interface Dues {
  /**
   * Makes the dues of hearings these ones: others are forgotten, open ones get their new time, and those still to come
   * are added. What was settled stays so, and what was due before `now` is not added.
   */
  keep(hearings: readonly string[], wanted: readonly Due[], now: Date): Promise<void>;
  /** Settles what is due of at most so many hearings and takes these, earliest first. Only inside a transaction. */
  take(now: Date, hearings: number): Promise<readonly Due[]>;
  /** Opens a due again, for another time. */
  postpone(due: Due, until: Date): Promise<void>;
  /** When there is something to do next, here or for a digest. */
  next(): Promise<Date | undefined>;
}

/** Secret addresses of calendar feeds; only digests of them are kept. */
export interface Feeds {
  /** Makes a follower's token, 256 random bits in base64url; an older one ends. The follower must have settings. */
  renew(follower: Follower): Promise<string>;
  revoke(follower: Follower): Promise<boolean>;
  exists(follower: Follower): Promise<boolean>;
  /** Whose token it is. */
  followerOf(token: string): Promise<FollowerWithSettings | undefined>;
}

/** A message in the outbox that shows a hearing's card. */
export interface PostedCard {
  /** The message's. */
  readonly key: string;
  readonly hearing: string;
  readonly to: Follower;
  readonly language: Language;
  /** What it asks of its reader: whether they still come, or who can. It goes on asking while it is put right. */
  readonly asks?: 'confirm' | 'observer';
}

/** Where hearings are shown, so that a change reaches every card. */
export interface HearingCards {
  note(cards: readonly PostedCard[]): Promise<void>;
  /** Oldest first, without those that could not be delivered. */
  of(hearing: string): Promise<readonly PostedCard[]>;
}

/** A message that goes out with the change that causes it. */
export interface HearingMessage {
  /** What it is, once and for ever. */
  readonly key: string;
  readonly to: Follower;
  readonly body: Json;
  readonly at: Date;
  /** Messages of one lane go one after the other; the destination is the lane of a message without one. */
  readonly lane?: string;
  /** An earlier message of the same lane and destination that this one answers in its thread, or takes the place of. */
  readonly target?: { readonly key: string; readonly as: 'reply' | 'change' };
}

/** What changes of hearings are written through: one commit. */
export interface CalendarLedgers {
  readonly hearings: Hearings;
  readonly follows: Follows;
  readonly dues: Dues;
  readonly hearingCards: HearingCards;
  /** The language in which to write to somebody who is not speaking just now; undefined when it is not known. */
  readonly preferences: { knownLanguageOf(person: string): Promise<Language | undefined> };
  readonly audit: { append(...events: readonly RecordedEvent[]): Promise<void> };
  readonly outbox: {
    /** False when a message with its key was put in before. */
    put(message: HearingMessage): Promise<boolean>;
    /** The same for many; gives the keys of those that were put in. */
    putAll(messages: readonly HearingMessage[]): Promise<ReadonlySet<string>>;
  };
  readonly seenActivities: { claim(key: string, at: Date): Promise<boolean> };
}

/** The store as hearings use it. */
export interface CalendarStore extends Pick<CalendarLedgers, 'hearings' | 'follows'> {
  transaction<Result>(work: (ledgers: CalendarLedgers) => Promise<Result>): Promise<Result>;
}
