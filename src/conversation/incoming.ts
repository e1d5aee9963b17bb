import type { Language } from '../i18n/language.ts';

/** Everything that can come in from Teams, already checked and in our own words. */
export type Incoming =
  | (Turn & {
      readonly kind: 'message';
      /** What the person typed, without the mention of the bot. */
      readonly text: string;
      readonly hasAttachments: boolean;
    })
  | (Turn & {
      readonly kind: 'press';
      /** What the pressed button asks for. */
      readonly verb: string;
      /** What the card carried, as it came: every use case checks its own. */
      readonly data: unknown;
      /** The same when Teams delivers this press again; a digest, which tells nothing of the person. */
      readonly press: string;
    })
  | (Turn & { readonly kind: 'search'; readonly text: string; readonly skip: number; readonly count: number })
  /** Vigil was installed for a person or added to a chat, or somebody joined one that has it. */
  | (Turn & { readonly kind: 'arrival' });

/** Who speaks, where, and how they read. */
export interface Turn {
  readonly person: Person;
  readonly chat: Chat;
}

export interface Person {
  /** Entra object id; in the playground, the client's own user id. */
  readonly id: string;
  /** What Teams says of their language; their own choice goes before it. */
  readonly language: Language;
}

export interface Chat {
  readonly id: string;
  readonly kind: 'personal' | 'group' | 'channel';
}
