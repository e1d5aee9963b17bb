import { z } from 'zod';
import type { Incoming } from './incoming.ts';
import type { Reply } from './reply.ts';

type Press = Extract<Incoming, { kind: 'press' }>;
type FromDialog = Extract<Incoming, { kind: 'dialog-open' | 'dialog-submit' | 'message-action' }>;

/** A dialog sends what its button carries and what was typed in one object. */
const submitted = z.object({ verb: z.string().max(200) }).loose();

/**
 * What a button in a dialog asks for, or one that opens a dialog: the same as the press of that button on a card in a chat,
 * so that no use case needs to know of dialogs.
 *
 * @returns undefined when it is no button of ours
 */
export function pressOf({ person, chat, data, press }: FromDialog): Press | undefined {
  const read = submitted.safeParse(data);
  if (!read.success) return undefined;
  const { verb } = read.data;
  return { kind: 'press', person, chat, inDialog: true, verb, data: read.data, press, automatic: false };
}

/** Shows in a dialog what would be shown in a chat; a mere sentence is the dialog's last. */
export function asDialog(reply: Reply): Reply {
  switch (reply.kind) {
    case 'card': {
      const { language, card } = reply;
      // Every template of ours says in its fallback what it is called.
      return { kind: 'dialog', language, title: String(card.fallbackText ?? 'Vigil'), card };
    }
    case 'messages': {
      const message = reply.messages.findLast(({ card }) => card) ?? reply.messages.at(-1);
      if (!message) return { kind: 'nothing' };
      const { language, card, text = '' } = message;
      return card ? asDialog({ kind: 'card', language, card }) : { kind: 'notice', language, text };
    }
    default:
      return reply;
  }
}
