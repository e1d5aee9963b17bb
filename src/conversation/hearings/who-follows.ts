import { saidCard } from '../../cards/hearings/said-card.ts';
import type { Directory } from '../../directory/directory.ts';
import type { Follower, Following, FollowTarget } from '../../hearings/follow.ts';
import { answersFor } from '../../hearings/may-read-notes.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { isPrivate, type Turn } from '../incoming.ts';
import { type Reply, say } from '../reply.ts';
import type { TargetTyped } from './follow-commands.ts';
import { targetName, targetOf, unknownTarget } from './follow-targets.ts';
import { actorOf, type HearingTools, refused } from './parts.ts';

/** Of who follows what, as many as are read; asked about one case or mission, all are counted. */
const mostOfAll = 1_000;
/** Lines of a card that anybody reads. */
const mostLines = 30;

/**
 * The use case of finding out who is reminded of a case or mission, in whatever channel or chat. Units are named for
 * their channels. People are counted: who follows a case in their own chat is named only in the chat of somebody who
 * follows it too, or whose work it is.
 */
export function createWhoFollows({ calendar, directory, now }: HearingTools) {
  return async (turn: Turn, typed: TargetTyped | undefined, language: Language): Promise<Reply> => {
    const t = translatorFor(language);
    const people = await directory();
    if (!actorOf(turn.person, people)) return refused('not-official', language);
    const target = typed && targetOf(typed, people);
    if (typed && !target) return unknownTarget(typed, people, language);
    const found = await calendar.follows.all(target, mostOfAll);
    const followed = [...Map.groupBy(found, one => targetName(one.target, people, language))];
    const shown = followed.slice(0, mostLines);
    const lines: string[] = [];
    for (const [what, followings] of shown) {
      const named = isPrivate(turn) && (await mayName(followings, turn.person.id, people));
      const who = wordFollowers(followings, named, people, language);
      if (target) lines.push(...who.map(each => t('hearing.following.line', { what: each })));
      else lines.push(t('hearing.followers.line', { what, who: who.join(', ') }));
    }
    if (followed.length === 0) lines.push(t('hearing.followers.none'));
    if (followed.length > shown.length)
      lines.push(t('hearing.followers.more', { count: followed.length - shown.length }));
    const title = target
      ? t('hearing.followers.title', { what: targetName(target, people, language) })
      : t('hearing.followers.all');
    return say({ language, card: saidCard(title, lines, language), summary: title });
  };

  /** Whether somebody may read which people follow a case or mission. */
  async function mayName(followings: readonly Following[], person: string, people: Directory) {
    if (followings.some(({ follower }) => follower.kind === 'person' && follower.id === person)) return true;
    const [first] = followings;
    const missions = first ? await missionsOf(first.target) : [];
    return missions.some(mission => answersFor(mission, person, people, now()));
  }

  /** The missions responsible for what is followed. */
  async function missionsOf(target: FollowTarget): Promise<readonly string[]> {
    if (target.kind === 'mission') return [target.id];
    const hearings = await calendar.hearings.list({ caseName: target.name, most: 100 });
    return [...new Set(hearings.map(({ mission }) => mission))];
  }
}

/** Units by name, then people where they may be named, then how many others there are. */
function wordFollowers(
  followings: readonly Following[],
  named: boolean,
  people: Directory,
  language: Language,
): string[] {
  const t = translatorFor(language);
  const followers = followings.map(({ follower }) => follower);
  const nameOf = ({ kind, id }: Follower) => {
    if (kind === 'person') return named ? people.nameOf(id) : undefined;
    const unit = people.missionOfChannel(id) ?? people.deskOfChannel(id);
    return unit && t('hearing.followers.unit', { unit: unit.name[language] });
  };
  const namesOf = (isPerson: boolean) =>
    followers
      .filter(({ kind }) => (kind === 'person') === isPerson)
      .flatMap(follower => nameOf(follower) ?? [])
      .sort((one, other) => one.localeCompare(other, language));
  const others = Map.groupBy(
    followers.filter(follower => nameOf(follower) === undefined),
    ({ kind }) => kind,
  );
  return [
    ...namesOf(false),
    ...namesOf(true),
    ...(['channel', 'groupChat', 'person'] as const).flatMap(kind => {
      const count = others.get(kind)?.length ?? 0;
      return count === 0 ? [] : t(`hearing.followers.${kind}`, { count });
    }),
  ];
}
