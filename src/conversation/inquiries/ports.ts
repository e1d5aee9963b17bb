import type { Directory } from '../../directory/directory.ts';
import type { Language } from '../../i18n/language.ts';
import type { Ask } from '../../inquiries/commands.ts';
import type { PlainChange } from '../../inquiries/decide.ts';
import type { InquiryEvent } from '../../inquiries/events.ts';
import type { Inquiry } from '../../inquiries/inquiry.ts';
import type { Page } from '../../inquiries/ports.ts';
import type { Refusal } from '../../inquiries/refusals.ts';
import type { OutgoingMessage } from '../reply.ts';
import type { By } from '../sign-off/ports.ts';

/**
 * Questions to Headquarters as the conversation uses them: each command is one commit of state, record and messages.
 * Everybody is looked up in the directory at the time of the call.
 */
export interface InquiryService {
  /** The desk that a question of this person would go to. */
  deskFor(by: By): Promise<{ readonly desk: string } | Refusal>;
  /** @param form id of the form that it was filled in as, which cannot be sent twice */
  ask(command: Ask, form: string, by: By): Promise<Inquiry | Refusal>;
  change(reference: string, command: PlainChange, by: By): Promise<Inquiry | Refusal>;
  /** One that the person may read; `not-found` for every other. */
  read(reference: string, by: By): Promise<Inquiry | Refusal>;
  /** The person's own, and what is open at the desks that they act for. */
  list(by: By, most: number, after: string): Promise<Page>;
}

/** What is said about inquiries, made by the cards. */
export interface InquiryNotices {
  /** The card in the desk's channel. */
  deskCard(inquiry: Inquiry, directory: Directory, language: Language): OutgoingMessage;
  /** What the desk's thread is told of an event. */
  threadReply(
    event: InquiryEvent,
    inquiry: Inquiry,
    directory: Directory,
    language: Language,
  ): OutgoingMessage;
  /** What the desk's thread is told when guidance has ended. */
  revoked(guidance: string, by: string, directory: Directory, language: Language): OutgoingMessage;
  /** What whoever asked reads of an answer: who gave it, and the inquiry as it is now. */
  answer(event: InquiryEvent, inquiry: Inquiry, directory: Directory, language: Language): OutgoingMessage;
}
