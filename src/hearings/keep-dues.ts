import type { Zones } from './court-time.ts';
import type { FollowerWithSettings } from './follow.ts';
import type { Hearing } from './hearing.ts';
import type { Dues, Follows } from './ports.ts';
import { duesOf } from './schedule.ts';

/**
 * Makes what is to be done for hearings what follows from them as they stand now, and from who follows them. Belongs in
 * the transaction that changed either, which has taken the hearings.
 */
export async function keepDues(
  { follows, dues }: { readonly follows: Follows; readonly dues: Dues },
  hearings: readonly Hearing[],
  now: Date,
  zones: Zones,
): Promise<void> {
  // Hearings of one case and mission have the same followers.
  const known = new Map<string, readonly FollowerWithSettings[]>();
  const followersOf = async (hearing: Hearing) => {
    const key = JSON.stringify([hearing.caseName, hearing.mission]);
    const followers = known.get(key) ?? (await follows.followersOf(hearing));
    known.set(key, followers);
    return followers;
  };
  const wanted = [];
  for (const hearing of hearings) wanted.push(...duesOf(hearing, await followersOf(hearing), zones));
  await dues.keep(
    hearings.map(({ id }) => id),
    wanted,
    now,
  );
}
