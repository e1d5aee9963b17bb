import type { Language } from '../i18n/language.ts';
import type { Instant } from './inquiry.ts';

interface Happened {
  readonly by: string;
  readonly at: Instant;
}

/** What happened to an inquiry. The events are the audit record: nothing changes without one. */
export type InquiryEvent = InquiryAsked | InquiryChanged;

export type InquiryChanged =
  /** By an officer of the desk. */
  | (Happened & { readonly type: 'InquiryAnswered'; readonly text: string })
  /** By its asker, once more. */
  | (Happened & { readonly type: 'InquiryContinued'; readonly text: string })
  | (Happened & { readonly type: 'InquiryWithdrawn' })
  | (Happened & { readonly type: 'AnswerPublished'; readonly guidance: string });

export interface InquiryAsked extends Happened {
  readonly type: 'InquiryAsked';
  readonly reference: string;
  readonly language: Language;
  readonly desk: string;
  readonly passage?: string;
  readonly text: string;
}
