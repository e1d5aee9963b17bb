import type { Card } from '../cards/template.ts';
import type { Language } from '../i18n/language.ts';

/** What Vigil gives back for one Incoming. */
export type Reply =
  | { readonly kind: 'messages'; readonly messages: readonly OutgoingMessage[] }
  /** The pressed card is replaced by this one. */
  | { readonly kind: 'card'; readonly language: Language; readonly card: Card }
  /** The person who pressed is told something; the card stays. */
  | { readonly kind: 'notice'; readonly language: Language; readonly text: string }
  | { readonly kind: 'results'; readonly results: readonly SearchResult[]; readonly empty: string }
  | { readonly kind: 'nothing' };

export interface OutgoingMessage {
  readonly language: Language;
  /** Markdown is not interpreted in it; `[1]` refers to the first citation. */
  readonly text?: string;
  readonly card?: Card;
  /** What notifications and screen readers say for the card. Never a name. */
  readonly summary?: string;
  readonly citations?: readonly CitationMark[];
  /** What the person may say next, offered as buttons in a personal chat. */
  readonly suggestions?: readonly string[];
}

/** A numbered source under a message, as Teams shows it. */
export interface CitationMark {
  readonly position: number;
  readonly name: string;
  readonly url: string;
  readonly abstract: string;
}

export interface SearchResult {
  readonly title: string;
  readonly text: string;
  readonly card: Card;
}

export const nothing: Reply = { kind: 'nothing' };
export const say = (...messages: OutgoingMessage[]): Reply => ({ kind: 'messages', messages });
