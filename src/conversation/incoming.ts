import type { Language } from '../i18n/language.ts';

/** Everything that can come in from Teams, already checked and in our own words. */
export type Incoming =
  | (Turn & {
      readonly kind: 'message';
      /** What the person typed, without the mention of the bot. */
      readonly text: string;
      readonly hasAttachments: boolean;
      /** Files attached in a personal chat, to be fetched. */
      readonly files: readonly AttachedFile[];
    })
  | (Turn & {
      readonly kind: 'press';
      /** What the pressed button asks for. */
      readonly verb: string;
      /** What the card carried, as it came: every use case checks its own. */
      readonly data: unknown;
      /** The same when Teams delivers this press again; a digest, which tells nothing of the person. */
      readonly press: string;
      /** Teams' id of the card's message, where it says so. */
      readonly cardId?: string;
      /** True when the client itself asks for the viewer's own version of a card. */
      readonly automatic: boolean;
    })
  /** A button that opens a dialog was pressed, or what was filled in there is sent. */
  | (Turn & {
      readonly kind: 'dialog-open' | 'dialog-submit';
      readonly data: unknown;
      readonly press: string;
    })
  /** An action on a message, from its menu: first without data, then with what its dialog was filled with. */
  | (Turn & {
      readonly kind: 'message-action';
      /** The manifest's name for it; the local client leaves it out. */
      readonly command?: string;
      /** The message that it was called on, as plain text; empty when it was called from the compose box. */
      readonly about: string;
      readonly data?: unknown;
      readonly press: string;
    })
  | (Turn & { readonly kind: 'search'; readonly text: string; readonly skip: number; readonly count: number })
  /** Vigil was installed for a person or added to a chat, or somebody joined one that has it. */
  | (Turn & { readonly kind: 'arrival' });

/** Who speaks, where, and how they read. */
export interface Turn {
  readonly person: Person;
  readonly chat: Chat;
  /** True where the answer is shown in a dialog. */
  readonly inDialog?: boolean;
}

/** Whether nobody but the person sees the answer. */
export function isPrivate({ chat, inDialog }: Turn): boolean {
  return chat.kind === 'personal' || inDialog === true;
}

export interface Person {
  /** Entra object id; in the playground, the client's own user id. */
  readonly id: string;
  /** As Teams shows it. For reading only: who somebody is, is their id. */
  readonly name: string;
  /** False for people of another organisation, whom an allow-list lets in: they may ask, never decide. */
  readonly fromHomeTenant: boolean;
  /** IANA zone of their client, where Teams tells it. */
  readonly timeZone?: string;
  /** What Teams says of their language; their own choice goes before it. */
  readonly language: Language;
}

export interface Chat {
  readonly id: string;
  readonly kind: 'personal' | 'group' | 'channel';
  /** Of a channel: its id, which is the same in all of its threads. */
  readonly channelId?: string;
}

export interface AttachedFile {
  readonly name: string;
  /** Where it can be fetched for a few minutes, without a token. */
  readonly url: string;
}
