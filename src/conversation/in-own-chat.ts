import { isPrivate, type Turn } from './incoming.ts';
import type { OutgoingMessage, Reply } from './reply.ts';

/**
 * Writes to a person in their own chat, once for each key.
 *
 * @returns false when no chat with them is known
 */
export type Tell = (personId: string, key: string, message: OutgoingMessage) => Promise<boolean>;

/** What is for one person's eyes: asked for in a shared chat, it is answered in the person's own. */
export async function answerPrivately(
  tell: Tell,
  turn: Turn,
  key: string,
  message: OutgoingMessage,
  words: { readonly sent: string; readonly unknown: string },
): Promise<Reply> {
  if (isPrivate(turn)) return { kind: 'messages', messages: [message] };
  const known = await tell(turn.person.id, key, message);
  return { kind: 'notice', language: message.language, text: known ? words.sent : words.unknown };
}
