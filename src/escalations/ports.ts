import type { Language } from '../i18n/language.ts';
import type { Json } from '../record/canonical-json.ts';
import type { RecordedEvent } from '../record/event.ts';
import type { Escalation, Instant } from './escalation.ts';
import type { PlannedReminder } from './reminders.ts';

/** Every escalation, and what people have begun to fill in. */
export interface Escalations {
  /** The next reference of a year; given back when the transaction is rolled back, so that none is missing. */
  nextReference(year: number): Promise<string>;
  /**
   * Keeps a new escalation as its first version.
   *
   * @param draft id of the draft that it was filled in as, by which a second sending is known
   */
  add(state: Escalation, draft?: string): Promise<Kept>;
  /** Reads one and keeps it for this transaction alone until it ends. Makes sense in a transaction only. */
  take(reference: string): Promise<Kept | undefined>;
  find(reference: string): Promise<Kept | undefined>;
  /** Keeps the next version. @throws Error when it does not follow the one that is kept: a fault of ours */
  save(before: Kept, state: Escalation, at: Instant): Promise<Kept>;
  /** The reference that a draft was sent as. */
  sentAs(draft: string): Promise<string | undefined>;
  list(query: EscalationQuery): Promise<Page>;
  /** Removes those that were closed before a time; gives their references. */
  removeClosedBefore(time: Date): Promise<readonly string[]>;
}

/** An escalation as it is kept; each save makes the next version, from 1. */
export interface Kept {
  readonly version: number;
  readonly state: Escalation;
}

/** What to look for. Every condition that is given must hold. */
export interface EscalationQuery {
  /** Sent by this person. */
  readonly requester?: string;
  /** One of these desks has still to decide. */
  readonly waitingFor?: readonly string[];
  readonly mission?: string;
  /** The code name contains this, whatever the case. */
  readonly codeName?: string;
  /** Waiting for a desk or for the mission. */
  readonly open?: boolean;
  readonly status?: Escalation['status'];
  /** What the person may read: requests of these missions, and those that these desks were ever asked about. */
  readonly within?: { readonly missions: readonly string[]; readonly desks: readonly string[] };
  /** First those that are due first, in place of the newest; such a page has no next. */
  readonly byDue?: boolean;
  readonly most: number;
  /** The `next` of the page before; what is none begins at the first. */
  readonly after?: string;
}

/** Newest first, unless asked for otherwise. */
export interface Page {
  readonly found: readonly Kept[];
  /** How many there are on all pages. */
  readonly count: number;
  /** Present when there is another page. */
  readonly next?: string;
}

/** Forms that somebody has begun: encrypted, theirs alone, and gone after a day. */
export interface Drafts {
  /** Keeps a draft, or what it has become. */
  keep(draft: Draft, now: Date): Promise<void>;
  /** A draft of this person's that has not expired. */
  find(id: string, owner: string, now: Date): Promise<Json | undefined>;
  /** Whether there was one to drop. */
  drop(id: string, owner: string): Promise<boolean>;
  /** Gives how many. */
  dropExpired(now: Date): Promise<number>;
}

export interface Draft {
  /** Random, so that nobody guesses another's. */
  readonly id: string;
  /** Entra object id. */
  readonly owner: string;
  readonly body: Json;
}

/** A message to Teams, as the outbox takes it. */
export interface SignOffMessage {
  readonly key: string;
  readonly to: { readonly kind: 'person' | 'channel' | 'groupChat'; readonly id: string };
  readonly body: Json;
  readonly at: Date;
  readonly lane?: string;
  readonly target?: { readonly key: string; readonly as: 'reply' | 'change' };
}

/** What one commit of sign-off writes. */
export interface SignOffLedgers {
  readonly escalations: Escalations;
  readonly drafts: Drafts;
  readonly seenActivities: { claim(key: string, now: Date): Promise<boolean> };
  readonly preferences: { languageOf(personId: string): Promise<Language | undefined> };
  readonly audit: { append(...events: readonly RecordedEvent[]): Promise<void> };
  /** False when a message of this key was put in before. */
  readonly outbox: { put(message: SignOffMessage): Promise<boolean> };
  readonly reminders: { plan(reminder: PlannedReminder): Promise<void> };
}

/** The store as sign-off uses it. */
export interface SignOffStore extends Pick<SignOffLedgers, 'escalations' | 'drafts'> {
  transaction<Result>(work: (ledgers: SignOffLedgers) => Promise<Result>): Promise<Result>;
}
