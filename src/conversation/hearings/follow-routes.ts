import type { Language } from '../../i18n/language.ts';
import type { Turn } from '../incoming.ts';
import type { Reply } from '../reply.ts';
import { createCalendarFeed, type FeedTools } from './calendar-feed.ts';
import type { HearingCommandTyped } from './commands.ts';
import { createListHearings } from './list-hearings.ts';
import type { HearingRoutes } from './parts.ts';
import { createSetFollows, type FollowTools } from './set-follows.ts';
import { createWhoFollows } from './who-follows.ts';

/** What people say to follow cases, and to see them in other programs. */
export function createFollowRoutes(tools: FollowTools & FeedTools): HearingRoutes {
  const follows = createSetFollows(tools);
  const feed = createCalendarFeed(tools, follows.usualSettings);
  const whoFollows = createWhoFollows(tools);
  const list = createListHearings(tools);

  function command(turn: Turn, given: HearingCommandTyped, language: Language): Promise<Reply> | undefined {
    switch (given.kind) {
      case 'follow':
        return follows.follow(turn, given.target, language);
      case 'unfollow':
        return follows.unfollow(turn, given.target, language);
      case 'following':
        return follows.show(turn, language);
      case 'who-follows':
        return whoFollows(turn, given.target, language);
      case 'remind-at':
        return follows.remindAt(turn, given.offsets, language);
      case 'reminder-zone':
        return follows.setZone(turn, given.place, language);
      case 'reminder-language':
        return follows.setLanguage(turn, given.language, language);
      case 'digest':
        return follows.setDigest(turn, given.on, language);
      case 'feed':
        return given.ask === 'revoke' ? feed.revoke(turn, language) : feed.give(turn, given.ask, language);
      case 'month':
        return list.month(turn, language);
      default:
        return undefined;
    }
  }
  return { command, press: () => undefined };
}
