import type { Zones } from './court-time.ts';
import type { Due } from './due.ts';
import type { FollowerWithSettings } from './follow.ts';
import type { Hearing } from './hearing.ts';
import { isUnattended } from './roster.ts';
import { duesOf, errandKey } from './schedule.ts';

/** What becomes of a due that has been taken up. */
export type Fate =
  /** It is done now; `late` says that people would have expected it earlier. */
  | { readonly fate: 'done'; readonly late: boolean }
  /** A later one says it all. */
  | { readonly fate: 'folded' }
  /** Its time is still to come: zone data changed, or an earlier question needs time for its answer. */
  | { readonly fate: 'waits'; readonly until: Date }
  /** The hearing moved or ended, or nobody wants it any more. */
  | { readonly fate: 'unwanted' }
  /** The hearing has begun before anybody could be told. */
  | { readonly fate: 'missed' };

export type Settled = { readonly due: Due } & Fate;

/** A reminder that comes so much after its time is marked late, in milliseconds. */
const lateAfter = 5 * 60_000;
/** How long a question for the outcome waits for its answer before the next one, in milliseconds. */
const patience = 24 * 3_600_000;

/**
 * Reads again and asks of each due: still wanted? Of several reminders to one follower, as after downtime, the last one
 * speaks. One that is late waits for the next when that comes on the same day by the court's calendar.
 *
 * @param hearing as it stands now, kept from changing meanwhile; undefined when there is none
 * @param taken the dues of this hearing whose time has come by the store
 */
export function settle(
  hearing: Hearing | undefined,
  taken: readonly Due[],
  followers: readonly FollowerWithSettings[],
  now: Date,
  zones: Zones,
): Settled[] {
  if (taken.length === 0) return [];
  if (hearing?.schedule.state !== 'scheduled') return taken.map(due => ({ due, fate: 'unwanted' }));
  const { time } = hearing.schedule;
  const begun = zones.momentOf(time).at <= now;
  const wanted = duesOf(hearing, followers, zones);
  const byKey = new Map(wanted.map(due => [errandKey(due.errand), due]));
  const current = taken.map(due => ({
    due,
    again: due.revision === hearing.revision ? byKey.get(errandKey(due.errand)) : undefined,
  }));
  const ripe = current.flatMap(({ again }) => (again && again.at <= now ? [again] : []));

  return current.map(({ due, again }): Settled => {
    if (!again) return { due, fate: 'unwanted' };
    if (again.at > now) return { due, fate: 'waits', until: again.at };
    const { errand } = again;
    if (errand.kind === 'ask-outcome') {
      const first = Math.min(
        ...ripe.flatMap(one => (one.errand.kind === 'ask-outcome' ? one.errand.step : [])),
      );
      const pauses = errand.step - first;
      if (pauses === 0) return { due, fate: 'done', late: false };
      return { due, fate: 'waits', until: new Date(now.getTime() + pauses * patience) };
    }
    if (begun) return { due, fate: 'missed' };
    const late = now.getTime() - again.at.getTime() > lateAfter;
    const following = wanted.filter(one => sameSeries(one, again) && isAfter(one, again));
    if (following.some(one => one.at <= now)) return { due, fate: 'folded' };
    const next = following[0];
    const dayOf = (at: Date) => zones.courtTimeOf(at, time.zone).date;
    if (late && next && isByDays(next) && dayOf(next.at) === dayOf(now)) return { due, fate: 'folded' };
    if (errand.kind === 'find-observer' && !isUnattended(hearing.roster)) return { due, fate: 'unwanted' };
    return { due, fate: 'done', late };
  });
}

/** Whether two dues say the same to the same people at different times. */
function sameSeries({ errand: one }: Due, { errand: other }: Due): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind !== 'remind' || other.kind !== 'remind') return true;
  return one.follower.kind === other.follower.kind && one.follower.id === other.follower.id;
}

/** Of two that are due at the same instant, such as 1 d and 24 h, the shorter one, in hours if need be, is the later. */
function isAfter(one: Due, other: Due): boolean {
  const gap = one.at.getTime() - other.at.getTime();
  return gap > 0 || (gap === 0 && shortness(one) > shortness(other));
}

function shortness({ errand }: Due): number {
  if (!('offset' in errand)) return 0;
  const count = Number.parseInt(errand.offset, 10);
  return errand.offset.endsWith('h') ? 0.5 - count : -24 * count;
}

function isByDays({ errand }: Due): boolean {
  return 'offset' in errand && errand.offset.endsWith('d');
}
