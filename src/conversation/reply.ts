import { z } from 'zod';
import type { Card } from '../cards/template.ts';
import { type Language, languages } from '../i18n/language.ts';
import type { Json } from '../record/canonical-json.ts';

/** What Vigil gives back for one Incoming. */
export type Reply =
  | { readonly kind: 'messages'; readonly messages: readonly OutgoingMessage[] }
  /** The pressed card is replaced by this one. */
  | { readonly kind: 'card'; readonly language: Language; readonly card: Card }
  /** The person who pressed is told something; the card stays. */
  | { readonly kind: 'notice'; readonly language: Language; readonly text: string }
  | { readonly kind: 'results'; readonly results: readonly SearchResult[]; readonly empty: string }
  /** A dialog over the client: opened, or with other content after it was sent. Only `conversation/dialogs.ts` makes it. */
  | { readonly kind: 'dialog'; readonly language: Language; readonly title: string; readonly card: Card }
  /** The dialog closes; with a text, it says that first. */
  | { readonly kind: 'dialog-done'; readonly language: Language; readonly text?: string }
  | { readonly kind: 'nothing' };

/** A numbered source under a message, as Teams shows it. */
const citationMark = z.object({
  position: z.number().int().min(1),
  name: z.string(),
  url: z.string(),
  abstract: z.string(),
});
export type CitationMark = Readonly<z.infer<typeof citationMark>>;

/** A message as it leaves the conversation; what waits in the outbox is parsed by it again. */
export const outgoingMessage = z.object({
  language: z.enum(languages),
  /** Markdown is not interpreted in it; `[1]` refers to the first citation. */
  text: z.string().optional(),
  card: z.custom<Card>(isCard).optional(),
  /** What notifications and screen readers say for the card. Never a name. */
  summary: z.string().optional(),
  citations: z.array(citationMark).readonly().optional(),
  /** True where a language model wrote in the text: Teams marks the message. */
  generated: z.boolean().optional(),
  /** What the person may say next, offered as buttons in a personal chat. */
  suggestions: z.array(z.string()).readonly().optional(),
});
export type OutgoingMessage = Readonly<z.infer<typeof outgoingMessage>>;

function isCard(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'AdaptiveCard';
}

export interface SearchResult {
  readonly title: string;
  readonly text: string;
  readonly card: Card;
}

export const nothing: Reply = { kind: 'nothing' };
export const say = (...messages: OutgoingMessage[]): Reply => ({ kind: 'messages', messages });

/** A message is made of what JSON can say; leaving out what is undefined makes it plain. */
export function toJson(message: OutgoingMessage): Json {
  return JSON.parse(JSON.stringify(message)) as Json;
}
