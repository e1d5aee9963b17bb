import { type Escalation, waitingDesks } from './escalation.ts';
import type { EscalationEvent } from './events.ts';

/** Where a request stands: in the channel of a desk, and in the chat of whoever sent it. */
export type Place =
  | { readonly at: 'desk'; readonly desk: string }
  | { readonly at: 'requester'; readonly person: string };

/** What must be done because something happened; it is committed together with it. */
export type FollowUp =
  /** The card begins the thread. */
  | { readonly do: 'post-card'; readonly place: Place }
  /** The card is made as the request is now. */
  | { readonly do: 'change-card'; readonly place: Place }
  | { readonly do: 'tell'; readonly place: Place; readonly event: EscalationEvent }
  /** Reminders of this revision, in case that the desk does not decide. */
  | { readonly do: 'plan-reminders'; readonly desk: string };

/**
 * What follows from what happened. Cards come before words, so that a reader of the words finds the card right.
 *
 * @param before undefined for a new request
 * @param events what one command led to
 */
export function followUps(
  before: Escalation | undefined,
  events: readonly EscalationEvent[],
  after: Escalation,
): readonly FollowUp[] {
  const requester: Place = { at: 'requester', person: after.requester };
  const desks = (list: readonly string[]) => list.map((desk): Place => ({ at: 'desk', desk }));
  const told = desks(before?.threads ?? []);
  const fresh = desks(after.threads.filter(desk => !before?.threads.includes(desk)));
  const changed = before ? [requester, ...told] : [];
  const posted = before ? fresh : [requester, ...fresh];
  return [
    ...posted.map((place): FollowUp => ({ do: 'post-card', place })),
    ...changed.map((place): FollowUp => ({ do: 'change-card', place })),
    ...changed.flatMap(place =>
      events
        // Nobody is told in their own chat what they did themselves.
        .filter(({ by }) => place.at === 'desk' || by !== place.person)
        .map((event): FollowUp => ({ do: 'tell', place, event })),
    ),
    ...remindedAnew(before, events, after).map((desk): FollowUp => ({ do: 'plan-reminders', desk })),
  ];
}

/** The desks for which time begins to run: all with a new revision, and one that takes another's part. */
function remindedAnew(
  before: Escalation | undefined,
  events: readonly EscalationEvent[],
  after: Escalation,
): readonly string[] {
  if (before?.revision !== after.revision) return waitingDesks(after);
  return events.flatMap(event => (event.type === 'RequestReassigned' ? [event.to] : []));
}

/** A name of the place, for keys and lanes of messages. */
export function placeName(place: Place): string {
  return place.at === 'desk' ? `desk ${place.desk}` : 'requester';
}
