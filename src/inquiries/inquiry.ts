import type { Language } from '../i18n/language.ts';

/** An instant as ISO 8601 in UTC with milliseconds. */
export type Instant = string;

/** What somebody said in an inquiry: its asker a question, an officer of the desk an answer. Sensitive. */
export interface Said {
  readonly kind: 'question' | 'answer';
  /** Entra object id, as everywhere. */
  readonly by: string;
  readonly at: Instant;
  readonly text: string;
}

/**
 * A question that the guidelines do not answer, put to Headquarters. `open` waits for the desk, `answered` for nobody;
 * asked further, it is open again. `withdrawn` is the end.
 */
export interface Inquiry {
  /** Such as `ASK-2026-0042`; the year is the one in which it was asked, in UTC. */
  readonly reference: string;
  readonly status: 'open' | 'answered' | 'withdrawn';
  readonly asker: string;
  /** The language it was asked in. */
  readonly language: Language;
  /** Id of the desk that answers. */
  readonly desk: string;
  /** The passage that was shown when it was asked, where one was: `fr-2019 3.8#2`. Those kept earlier name no edition. */
  readonly passage?: string;
  /** Everything that was said, oldest first; the first is the question. */
  readonly said: readonly [Said, ...Said[]];
  /** References of the guidance that was published from it. */
  readonly published: readonly string[];
}

/** How far an inquiry has come: a card shows it so far, and a press on it holds for that alone. */
export function progressOf({ said, published }: Inquiry): number {
  return said.length + published.length;
}

/** What was said last. */
export function lastSaid({ said }: Inquiry): Said {
  return said.at(-1) ?? said[0];
}
