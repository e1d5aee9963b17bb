import type { Language } from '../i18n/language.ts';

/** Puts a question to Headquarters. Who asks is not in it: that is looked up when it comes. */
export interface Ask {
  readonly language: Language;
  readonly text: string;
  /** The passage that was shown, by its edition and id, where one was. */
  readonly passage?: string;
}

/** What somebody does with an inquiry; `progress` is how far it had come on the card that they pressed. */
export type Change =
  | { readonly type: 'answer' | 'ask-further'; readonly progress: number; readonly text: string }
  | { readonly type: 'withdraw' }
  | ({ readonly type: 'publish'; readonly progress: number } & Publication);

/** An answer as HQ guidance, edited for everybody. */
export interface Publication {
  readonly language: Language;
  readonly text: string;
  /** Questions that it answers, in askers' words, in either language. */
  readonly phrasings: readonly string[];
  /** The section that it goes beside, where one fits. */
  readonly place?: { readonly edition: string; readonly section: string };
}
