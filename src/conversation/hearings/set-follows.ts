import { saidCard } from '../../cards/hearings/said-card.ts';
import { courtTimeInWords } from '../../cards/hearings/words.ts';
import type { Directory } from '../../directory/directory.ts';
import type { FollowerSettings, FollowTarget } from '../../hearings/follow.ts';
import { findPlaces } from '../../hearings/places.ts';
import { type Offset, usualOffsets } from '../../hearings/reminder.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import type { Turn } from '../incoming.ts';
import { type Reply, say } from '../reply.ts';
import type { TargetTyped } from './follow-commands.ts';
import type { FollowHearings } from './follow-hearings.ts';
import { targetName, targetOf, unknownTarget } from './follow-targets.ts';
import { actorOf, followerOf, type HearingTools, readerZone, refused } from './parts.ts';
import { placeName } from './word-draft.ts';

export interface FollowTools extends HearingTools {
  readonly following: FollowHearings;
}

/** The longest list of reminders for one hearing that anybody reads. */
const mostOffsets = 8;

/** The use case of following: what a channel, a chat or a person is reminded of, when and how. */
export function createSetFollows(tools: FollowTools) {
  const { calendar, following, directory, zones, now } = tools;

  async function follow(turn: Turn, typed: TargetTyped, language: Language): Promise<Reply> {
    const t = translatorFor(language);
    const people = await directory();
    if (!actorOf(turn.person, people)) return refused('not-official', language);
    const target = targetOf(typed, people);
    if (!target) return unknownTarget(typed, people, language);
    const follower = followerOf(turn);
    const usual = usualSettings(turn, people, language);
    const isNew = await following.follow(follower, target, usual, turn.person.id);
    const settings = (await calendar.follows.settingsOf(follower)) ?? usual;
    const what = targetName(target, people, language);
    const next = await upcoming(target, language);
    const text = t(isNew ? 'hearing.follow.done' : 'hearing.follow.already', {
      what,
      times: offsetsText(settings.offsets, language),
    });
    return say({ language, text: `${text} ${next}` });
  }

  async function unfollow(turn: Turn, typed: TargetTyped, language: Language): Promise<Reply> {
    const t = translatorFor(language);
    const people = await directory();
    if (!actorOf(turn.person, people)) return refused('not-official', language);
    const target = targetOf(typed, people);
    const ended = target && (await following.unfollow(followerOf(turn), target, turn.person.id));
    const what = target ? targetName(target, people, language) : typed.name;
    return say({ language, text: t(ended ? 'hearing.unfollow.done' : 'hearing.unfollow.none', { what }) });
  }

  async function show(turn: Turn, language: Language): Promise<Reply> {
    const t = translatorFor(language);
    const people = await directory();
    if (!actorOf(turn.person, people)) return refused('not-official', language);
    const follower = followerOf(turn);
    const targets = await calendar.follows.targetsOf(follower);
    const settings = await calendar.follows.settingsOf(follower);
    const title = t(turn.chat.kind === 'personal' ? 'hearing.following.mine' : 'hearing.following.here');
    const lines =
      targets.length === 0
        ? [t('hearing.following.none')]
        : [
            ...targets.map(target =>
              t('hearing.following.line', { what: targetName(target, people, language) }),
            ),
            ...(settings ? settingsLines(settings, await calendar.follows.digestOf(follower), language) : []),
            t('hearing.following.how'),
          ];
    return say({ language, card: saidCard(title, lines, language), summary: title });
  }

  async function remindAt(
    turn: Turn,
    asked: readonly Offset[] | 'usual' | undefined,
    language: Language,
  ): Promise<Reply> {
    const t = translatorFor(language);
    const offsets = asked === 'usual' ? usualOffsets : asked;
    if (!offsets || offsets.length > mostOffsets) {
      return say({ language, text: t('hearing.remindAt.unclear', { most: mostOffsets }) });
    }
    const times = offsetsText(offsets, language);
    return settle(
      turn,
      language,
      settings => ({ ...settings, offsets }),
      t('hearing.remindAt.done', { times }),
    );
  }

  async function setZone(turn: Turn, place: string, language: Language): Promise<Reply> {
    const t = translatorFor(language);
    const places = zones.isZone(place)
      ? [{ city: place, region: '', country: '', zone: place }]
      : findPlaces(place, zones);
    const found = new Map(places.map(one => [one.zone, one]));
    const [only] = [...found.values()];
    if (!only) return say({ language, text: t('hearing.zone.unknown', { place }) });
    if (found.size > 1) {
      const known = [...found.values()].map(one => placeName(one, language)).join('; ');
      return say({ language, text: t('hearing.zone.several', { place, known }) });
    }
    const { zone } = only;
    return settle(turn, language, settings => ({ ...settings, zone }), t('hearing.zone.done', { zone }));
  }

  function setLanguage(turn: Turn, spoken: Language, language: Language): Promise<Reply> {
    const done = translatorFor(language)('hearing.language.done', { language: spoken });
    return settle(turn, language, settings => ({ ...settings, language: spoken }), done);
  }

  async function setDigest(turn: Turn, on: boolean, language: Language): Promise<Reply> {
    const t = translatorFor(language);
    if (!actorOf(turn.person, await directory())) return refused('not-official', language);
    const isSet = await following.digest(followerOf(turn), on, turn.person.id);
    return say({
      language,
      text: t(isSet ? (on ? 'hearing.digest.on' : 'hearing.digest.off') : 'hearing.following.none'),
    });
  }

  /** Changes one setting; whoever follows nothing yet has it for when they do. */
  async function settle(
    turn: Turn,
    language: Language,
    change: (settings: FollowerSettings) => FollowerSettings,
    done: string,
  ): Promise<Reply> {
    const people = await directory();
    if (!actorOf(turn.person, people)) return refused('not-official', language);
    const follower = followerOf(turn);
    const settings = (await calendar.follows.settingsOf(follower)) ?? usualSettings(turn, people, language);
    await following.settle(follower, change(settings), turn.person.id);
    return say({ language, text: done });
  }

  /** When the next hearing of what is followed is. */
  async function upcoming(target: FollowTarget, language: Language): Promise<string> {
    const t = translatorFor(language);
    const whose = target.kind === 'case' ? { caseName: target.name } : { mission: target.id };
    const [next] = await calendar.hearings.list({ ...whose, from: now(), states: ['scheduled'], most: 1 });
    if (next?.schedule.state !== 'scheduled') return t('hearing.follow.noneKnown');
    const { caseName, schedule } = next;
    return t('hearing.follow.next', { caseName, when: courtTimeInWords(schedule.time, { t, language }) });
  }

  /** How a new follower is reminded: a unit's channel as the directory says of the unit, others as who asks reads. */
  function usualSettings(turn: Turn, people: Directory, language: Language): FollowerSettings {
    const { id } = followerOf(turn);
    const unit = people.missionOfChannel(id) ?? people.deskOfChannel(id);
    return {
      offsets: usualOffsets,
      language: unit?.language ?? language,
      zone: unit?.timeZone ?? readerZone(turn.person, people, zones),
    };
  }

  return {
    follow,
    unfollow,
    show,
    remindAt,
    setZone,
    setLanguage,
    setDigest,
    usualSettings: async (turn: Turn, language: Language) => usualSettings(turn, await directory(), language),
  };
}
export type SetFollows = ReturnType<typeof createSetFollows>;

/** `14 days, 7 days, 1 day, 1 hour`. */
function offsetsText(offsets: readonly Offset[], language: Language): string {
  const t = translatorFor(language);
  return offsets
    .map(offset =>
      t(offset.endsWith('d') ? 'hearing.offset.days' : 'hearing.offset.hours', {
        count: Number.parseInt(offset, 10),
      }),
    )
    .join(', ');
}

function settingsLines(
  { offsets, language: spoken, zone }: FollowerSettings,
  digest: Date | undefined,
  language: Language,
): string[] {
  const t = translatorFor(language);
  return [
    t('hearing.following.settings', { times: offsetsText(offsets, language), language: spoken, zone }),
    t(digest ? 'hearing.digest.on' : 'hearing.digest.off'),
  ];
}
