import type { Directory } from '../../directory/directory.ts';
import type { Desk } from '../../directory/unit.ts';
import type { Change, Opening } from '../../escalations/commands.ts';
import type { Escalation } from '../../escalations/escalation.ts';
import type { EscalationEvent } from '../../escalations/events.ts';
import type { EscalationQuery, Kept, Page } from '../../escalations/ports.ts';
import type { Refusal } from '../../escalations/refusals.ts';
import type { Stage } from '../../escalations/reminders.ts';
import type { Language } from '../../i18n/language.ts';
import type { Json } from '../../record/canonical-json.ts';
import type { OutgoingMessage } from '../reply.ts';

/** Who wants something, and what makes this press this press. */
export interface By {
  /** Entra object id of the verified sender; never what a card carries. */
  readonly actor: string;
  /** False for people of another tenant: they decide nothing, whatever the directory says. */
  readonly fromHomeTenant: boolean;
  /** The same when Teams delivers the press again; absent for what was typed. */
  readonly press?: string;
}

/**
 * Sign-off as the conversation uses it: each command is one commit of state, record, messages and deadlines. Everybody is
 * looked up in the directory at the time of the call.
 */
export interface SignOff {
  /** Says whether an opening would be accepted, and changes nothing. */
  checkOpening(command: Opening, by: By): Promise<Refusal | undefined>;
  /** The same for a change of a request that exists. */
  checkChange(reference: string, command: Change, by: By): Promise<Refusal | undefined>;
  /** @param draft id of the draft that it was filled in as; it is gone afterwards, and cannot be sent twice */
  open(command: Opening, draft: string | undefined, by: By): Promise<Kept | Refusal>;
  change(reference: string, command: Change, by: By): Promise<Kept | Refusal>;
  /** A request that the person may read; `not-found` for every other. */
  read(reference: string, by: By): Promise<Kept | Refusal>;
  /** The same with its free text, and the showing is put on record. */
  readDetails(reference: string, by: By): Promise<Kept | Refusal>;
  /** Only what the person may read is found. */
  list(query: Omit<EscalationQuery, 'within'>, by: By): Promise<Page>;
  keepDraft(id: string, body: Json, by: By): Promise<void>;
  /** What became of a draft that is not kept any more: the request that it was sent as, or `draft-gone`. */
  sentDraft(id: string, by: By): Promise<Refusal>;
  findDraft(id: string, by: By): Promise<Json | undefined>;
  dropDraft(id: string, by: By): Promise<void>;
}

/** That a desk, its duty officer or its head is told that a request waits. */
export interface Overdue {
  readonly stage: Stage;
  readonly desk: Desk;
  /** Whether all who read the thread are told, or the duty officer or head. */
  readonly audience: 'desk' | 'person';
}

/** What waits for a unit this morning. */
export interface Digest {
  readonly waiting: readonly { readonly request: Escalation; readonly overdue: boolean }[];
  /** How many wait in all. */
  readonly count: number;
}

/** What is said about requests, made by the cards. Nothing in it is free text: that is shown on request only. */
export interface Notices {
  /** The card in the thread of a desk, as everybody there sees it; clients show its officers one of their own. */
  deskCard(request: Escalation, desk: string, directory: Directory, language: Language): OutgoingMessage;
  /** The card that whoever sent the request has in their chat. */
  missionCard(request: Escalation, directory: Directory, language: Language): OutgoingMessage;
  /** What a desk's thread is told of an event; undefined for what the card says by itself. */
  threadReply(
    event: EscalationEvent,
    request: Escalation,
    directory: Directory,
    language: Language,
  ): OutgoingMessage | undefined;
  /** What whoever sent the request is told of an event, beside the change of their card. */
  missionNotice(
    event: EscalationEvent,
    request: Escalation,
    directory: Directory,
    language: Language,
  ): OutgoingMessage | undefined;
  /** Said in the thread, or to the duty officer or head personally. */
  reminder(request: Escalation, overdue: Overdue, directory: Directory, language: Language): OutgoingMessage;
  /** What waits for a desk or a mission this morning. */
  digest(digest: Digest, directory: Directory, language: Language): OutgoingMessage;
}
