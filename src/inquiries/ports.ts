import type { Guidance } from '../guidelines/guidance.ts';
import type { Language } from '../i18n/language.ts';
import type { Json } from '../record/canonical-json.ts';
import type { RecordedEvent } from '../record/event.ts';
import type { Inquiry, Instant } from './inquiry.ts';

/** Every inquiry. */
export interface Inquiries {
  /** The next reference of a year; given back when the transaction is rolled back, so that none is missing. */
  nextReference(year: number): Promise<string>;
  /**
   * Keeps a new inquiry as its first version.
   *
   * @param form id of the form that it was filled in as, by which a second sending is known
   */
  add(state: Inquiry, form: string, at: Instant): Promise<Kept>;
  /** Reads one and keeps it for this transaction alone until it ends. Makes sense in a transaction only. */
  take(reference: string): Promise<Kept | undefined>;
  find(reference: string): Promise<Kept | undefined>;
  /** Keeps the next version. @throws Error when it does not follow the one that is kept: a fault of ours */
  save(before: Kept, state: Inquiry, at: Instant): Promise<Kept>;
  /** The reference that a form was sent as. */
  sentAs(form: string): Promise<string | undefined>;
  list(query: InquiryQuery): Promise<Page>;
  /** Removes those in which nothing waited any more and nothing was said since a time; gives their references. */
  removeSettledBefore(time: Date): Promise<readonly string[]>;
}

/** An inquiry as it is kept; each save makes the next version, from 1. */
export interface Kept {
  readonly version: number;
  readonly state: Inquiry;
}

/** Somebody's own, and those that are open at desks. */
export interface InquiryQuery {
  readonly asker?: string;
  readonly openAt?: readonly string[];
  readonly most: number;
  /** The `next` of the page before; what is none begins at the first. */
  readonly after?: string;
}

/** Newest first. */
export interface Page {
  readonly found: readonly Inquiry[];
  /** How many there are on all pages. */
  readonly count: number;
  /** Present when there is another page. */
  readonly next?: string;
}

/** All HQ guidance, also what was revoked. */
export interface GuidanceLedger {
  nextReference(year: number): Promise<string>;
  add(guidance: Guidance): Promise<void>;
  find(reference: string): Promise<Guidance | undefined>;
  /** The same, kept for this transaction alone. */
  take(reference: string): Promise<Guidance | undefined>;
  save(guidance: Guidance): Promise<void>;
  /** What was published and not revoked, newest first. */
  inForce(): Promise<readonly Guidance[]>;
  /** Removes what was revoked before a time; gives the references. */
  removeRevokedBefore(time: Date): Promise<readonly string[]>;
}

/** What the guidelines were asked and did not answer: subjects and numbers, never a word of anybody. */
export interface Unanswered {
  /** @param month such as `2026-10` */
  count(month: string, subject: string, language: Language): Promise<void>;
  /** Most asked first. */
  ofMonth(month: string): Promise<readonly UnansweredCount[]>;
  /** Removes months before this one; gives how many rows. */
  removeBefore(month: string): Promise<number>;
}

export interface UnansweredCount {
  /** `topic …`, a subject that is known to be left alone; `section …`, the nearest one with its edition; or `none`. */
  readonly subject: string;
  readonly language: Language;
  readonly count: number;
}

/** A message to Teams, as the outbox takes it. */
export interface InquiryMessage {
  readonly key: string;
  readonly to: { readonly kind: 'person' | 'channel' | 'groupChat'; readonly id: string };
  readonly body: Json;
  readonly at: Date;
  readonly lane?: string;
  readonly target?: { readonly key: string; readonly as: 'reply' | 'change' };
}

/** What one commit about an inquiry writes. */
export interface InquiryLedgers {
  readonly inquiries: Inquiries;
  readonly guidance: GuidanceLedger;
  readonly unanswered: Unanswered;
  readonly seenActivities: { claim(key: string, now: Date): Promise<boolean> };
  readonly preferences: { knownLanguageOf(personId: string): Promise<Language | undefined> };
  readonly audit: { append(...events: readonly RecordedEvent[]): Promise<void> };
  /** False when a message of this key was put in before. */
  readonly outbox: { put(message: InquiryMessage): Promise<boolean> };
}

/** The store as inquiries use it. */
export interface InquiryStore extends Pick<InquiryLedgers, 'inquiries' | 'guidance' | 'unanswered'> {
  transaction<Result>(work: (ledgers: InquiryLedgers) => Promise<Result>): Promise<Result>;
}
