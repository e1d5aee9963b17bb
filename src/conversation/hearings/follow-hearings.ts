import type { Zones } from '../../hearings/court-time.ts';
import { nextDigest } from '../../hearings/digest.ts';
import type { Follower, FollowerSettings, FollowTarget } from '../../hearings/follow.ts';
import { keepDues } from '../../hearings/keep-dues.ts';
import type { CalendarLedgers, CalendarStore } from '../../hearings/ports.ts';

/** The use cases of following: each is one commit, after which reminders are what follows from it. */
export function createFollowHearings(store: CalendarStore, zones: Zones, now: () => Date) {
  const change = <Result>(work: (ledgers: CalendarLedgers, at: Date) => Promise<Result>) =>
    store.transaction(async ledgers => {
      await ledgers.follows.lock('follow');
      return work(ledgers, now());
    });

  async function resume(ledgers: CalendarLedgers, target: FollowTarget, at: Date): Promise<void> {
    await keepDues(ledgers, await ledgers.hearings.takeUpcoming(target, at), at, zones);
  }

  async function record(
    ledgers: CalendarLedgers,
    event: string,
    follower: Follower,
    facts: Record<string, string | readonly string[]>,
    actor: string,
    at: Date,
  ): Promise<void> {
    const subject = { kind: 'follower', id: `${follower.kind} ${follower.id}` };
    await ledgers.audit.append({ at, actor, subject, event, facts });
  }

  const factsOf = (target: FollowTarget): Record<string, string> =>
    target.kind === 'case' ? { case: target.name } : { mission: target.id };

  return {
    /** @param usual the settings of a follower that is new. @returns false when it was followed already */
    follow: (follower: Follower, target: FollowTarget, usual: FollowerSettings, actor: string) =>
      change(async (ledgers, at) => {
        const settings = await ledgers.follows.settingsOf(follower);
        if (!settings) await ledgers.follows.keepSettings(follower, usual);
        const isFirst = (await ledgers.follows.targetsOf(follower)).length === 0;
        if (!(await ledgers.follows.add(follower, target))) return false;
        if (isFirst && follower.kind !== 'person') {
          await ledgers.follows.planDigest(follower, nextDigest(at, (settings ?? usual).zone, zones));
        }
        await resume(ledgers, target, at);
        await record(ledgers, 'FollowBegun', follower, factsOf(target), actor, at);
        return true;
      }),

    /** @returns false when it was not followed */
    unfollow: (follower: Follower, target: FollowTarget, actor: string) =>
      change(async (ledgers, at) => {
        if (!(await ledgers.follows.remove(follower, target))) return false;
        if ((await ledgers.follows.targetsOf(follower)).length === 0) {
          await ledgers.follows.planDigest(follower, undefined);
        }
        await resume(ledgers, target, at);
        await record(ledgers, 'FollowEnded', follower, factsOf(target), actor, at);
        return true;
      }),

    /** Changes when and how a follower is reminded. */
    settle: (follower: Follower, settings: FollowerSettings, actor: string) =>
      change(async (ledgers, at) => {
        await ledgers.follows.keepSettings(follower, settings);
        const targets = await ledgers.follows.targetsOf(follower);
        if (await ledgers.follows.digestOf(follower)) {
          await ledgers.follows.planDigest(follower, nextDigest(at, settings.zone, zones));
        }
        for (const target of targets) await resume(ledgers, target, at);
        const { offsets, zone } = settings;
        await record(ledgers, 'RemindersSet', follower, { offsets, zone }, actor, at);
      }),

    /** Has the weekly digest come or not. @returns false where nothing is followed, of which it could tell */
    digest: (follower: Follower, on: boolean, actor: string) =>
      change(async (ledgers, at) => {
        const settings = await ledgers.follows.settingsOf(follower);
        if (!settings || (await ledgers.follows.targetsOf(follower)).length === 0) return false;
        await ledgers.follows.planDigest(follower, on ? nextDigest(at, settings.zone, zones) : undefined);
        await record(ledgers, on ? 'DigestBegun' : 'DigestEnded', follower, {}, actor, at);
        return true;
      }),
  };
}
export type FollowHearings = ReturnType<typeof createFollowHearings>;
