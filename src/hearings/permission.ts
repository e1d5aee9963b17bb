/**
 * The mission's request to be let in. A refusal does not end it: asking already shows continued interest in the case
 * (guidelines, 3.8), so a hearing with a refused request stays on the calendar.
 */
export type Permission =
  | { readonly state: 'not-requested' }
  | { readonly state: 'requested'; readonly requestedOn: string }
  | { readonly state: 'granted' | 'refused'; readonly requestedOn?: string; readonly answeredOn: string };

export type PermissionState = Permission['state'];

/** The passage that says why asking matters even where it is refused. */
export const whyAsk = '3.8#3';
