/** Why nothing is changed. Each is worded in `i18n`, once for each language. */
export type Refusal =
  /** No inquiry, or no guidance, has this reference, or none that the person may know of. */
  | { readonly refusal: 'not-found' }
  /** They belong to another tenant: whatever the directory says, they do nothing. */
  | { readonly refusal: 'guest' }
  /** The directory names no human rights desk: an operator must add one. */
  | { readonly refusal: 'no-desk' }
  | { readonly refusal: 'not-of-the-desk' }
  | { readonly refusal: 'not-the-asker' }
  | { readonly refusal: 'withdrawn' }
  /** It has an answer: there is nothing left to withdraw. */
  | { readonly refusal: 'answered' }
  /** There is no answer yet that could be published. */
  | { readonly refusal: 'unanswered' }
  /** Somebody said something, or published it, after the card was shown. */
  | { readonly refusal: 'moved-on' }
  /** The very same press was delivered before, and counts. */
  | { readonly refusal: 'repeated-delivery' }
  /** What was filled in was sent before, as this inquiry. */
  | { readonly refusal: 'already-sent'; readonly reference: string }
  | { readonly refusal: 'text-required' }
  | { readonly refusal: 'text-too-long'; readonly most: number }
  /** So much was said that a new question is better. */
  | { readonly refusal: 'too-much-said' }
  /** Guidance without a question that it answers would be found by nobody. */
  | { readonly refusal: 'phrasings-required' }
  | { readonly refusal: 'too-many-phrasings'; readonly most: number }
  | { readonly refusal: 'unknown-section' }
  | { readonly refusal: 'revoked'; readonly by: string };

/** Tells a refusal from anything else that a decision can give. */
export function isRefusal(outcome: object): outcome is Refusal {
  return 'refusal' in outcome;
}
