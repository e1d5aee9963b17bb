import type { Right } from '../directory/directory.ts';
import type { Context } from './context.ts';
import type { Escalation } from './escalation.ts';
import type { Refusal } from './refusals.ts';

/** The desk that somebody speaks for, and in what right. */
export interface Voice {
  readonly desk: string;
  readonly right: Right;
}

/**
 * Finds the desk that the person may speak for.
 *
 * @param desk the one named in the command; without it, the only one of the request that the person acts for
 */
export function voiceOf(state: Escalation, desk: string | undefined, context: Context): Voice | Refusal {
  const voices = state.seats.flatMap(seat => {
    const right = context.offices.actsFor(seat.desk, context.actor, context.now);
    return right && (desk === undefined || seat.desk === desk) ? [{ desk: seat.desk, right }] : [];
  });
  const [voice] = voices;
  if (!voice) return { refusal: 'not-of-the-desk' };
  return voices.length > 1 ? { refusal: 'which-desk', desks: voices.map(one => one.desk) } : voice;
}

/**
 * Four eyes. Nobody decides on what they wrote; nor does anybody else of the mission that asks, its head among them,
 * who answers for all it sends; nor somebody who would do so only in the place of one of these.
 */
export function fourEyes(state: Escalation, voice: Voice, context: Context): Refusal | undefined {
  const { actor, now, offices } = context;
  const isOfMission = (person: string) => offices.servesAt(state.mission, person) !== undefined;
  if (state.authors.includes(actor)) return { refusal: 'own-request' };
  if (isOfMission(actor)) return { refusal: 'own-mission' };
  if (voice.right !== 'delegate') return undefined;
  const inPlaceOf = offices.delegationsOf(voice.desk, now).filter(({ to }) => to === actor);
  const barred = ({ from }: { readonly from: string }) => state.authors.includes(from) || isOfMission(from);
  return inPlaceOf.every(barred) ? { refusal: 'delegate-of-author' } : undefined;
}

/** Whether the person may read all of a request: who belongs to its mission, or acts for a desk that was ever asked. */
export function mayRead(
  state: Escalation,
  { actor, now, offices }: Pick<Context, 'actor' | 'now' | 'offices'>,
): boolean {
  return (
    offices.servesAt(state.mission, actor) !== undefined ||
    state.threads.some(desk => offices.actsFor(desk, actor, now) !== undefined)
  );
}
