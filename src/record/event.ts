import { z } from 'zod';
import type { Json } from './canonical-json.ts';

/** Something that happened, as a domain reports it to the record. */
export interface RecordedEvent {
  readonly at: Date;
  /** A person's Entra object id, or `vigil` for what the bot did by itself. */
  readonly actor: string;
  /** What it happened to, such as `escalation` `ESC-2026-0042`. */
  readonly subject: { readonly kind: string; readonly id: string };
  /** The event's name in the past tense, such as `DecisionGiven`. */
  readonly event: string;
  /** Kept for ever, readable by every auditor: ids, dates, choices and code names only. */
  readonly facts: { readonly [name: string]: Json };
  /** Free text and real names: encrypted, purged when their time is up; only keyed digests join the chain. */
  readonly texts?: { readonly [name: string]: string };
}

const name = z.string().min(1).max(200);

/** Checks an event before it joins a record that nobody can correct. */
export const recordedEvent: z.ZodType<RecordedEvent> = z.object({
  at: z.date(),
  actor: name,
  subject: z.object({ kind: name, id: name }),
  event: name,
  facts: z.record(z.string(), z.json()),
  texts: z.record(name, z.string()).optional(),
});
