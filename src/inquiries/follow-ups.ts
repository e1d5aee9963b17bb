import type { InquiryEvent } from './events.ts';

/** What must be done because something happened; it is committed together with it. */
export type FollowUp =
  /** The card begins the thread in the desk's channel. */
  | { readonly do: 'post-card' }
  /** The desk's card is made as the inquiry is now. */
  | { readonly do: 'change-card' }
  /** A sentence in the desk's thread. */
  | { readonly do: 'tell-desk' }
  /** The inquiry as it is now, in the chat of whoever asked. */
  | { readonly do: 'tell-asker' };

/** What follows from an event. The card comes before words, so that a reader of the words finds it right. */
export function followUps({ type }: InquiryEvent): readonly FollowUp[] {
  switch (type) {
    case 'InquiryAsked':
      return [{ do: 'post-card' }];
    case 'InquiryAnswered':
      return [{ do: 'change-card' }, { do: 'tell-desk' }, { do: 'tell-asker' }];
    default:
      return [{ do: 'change-card' }, { do: 'tell-desk' }];
  }
}
