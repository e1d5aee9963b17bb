import { randomUUID } from 'node:crypto';
import type { Follower, FollowerSettings } from '../../hearings/follow.ts';
import type { CalendarLedgers, Feeds } from '../../hearings/ports.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { answerPrivately } from '../in-own-chat.ts';
import type { Turn } from '../incoming.ts';
import { type Reply, say } from '../reply.ts';
import { actorOf, followerOf, type HearingTools, refused } from './parts.ts';

/** Keeps the secret addresses of feeds, each change on record. */
export interface FeedStore {
  transaction<Result>(
    work: (
      ledgers: Pick<CalendarLedgers, 'follows' | 'audit'> & { readonly feeds: Feeds },
    ) => Promise<Result>,
  ): Promise<Result>;
}

export interface FeedTools extends HearingTools {
  readonly feeds: FeedStore;
  /** Where the feed of a token is read. */
  readonly feedAddress: (token: string) => string;
}

/** The use case of the calendar feed: its address is a secret, so it goes to the person who asks, in their own chat. */
export function createCalendarFeed(
  { directory, now, tell, canTell, feeds: store, feedAddress }: FeedTools,
  usualSettings: (turn: Turn, language: Language) => Promise<FollowerSettings>,
) {
  async function give(turn: Turn, ask: 'give' | 'renew', language: Language): Promise<Reply> {
    const t = translatorFor(language);
    if (!actorOf(turn.person, await directory())) return refused('not-official', language);
    const unknown = t('hearing.form.noChatYet');
    // An address that nobody can be told must not take the place of one that is in use.
    if (turn.chat.kind !== 'personal' && !(await canTell(turn.person.id))) {
      return { kind: 'notice', language, text: unknown };
    }
    const follower = followerOf(turn);
    const usual = await usualSettings(turn, language);
    const token = await renew(follower, usual, ask === 'renew', turn.person.id);
    if (token === undefined) return say({ language, text: t('hearing.feedAddress.exists') });
    const whose = turn.chat.kind === 'personal' ? 'mine' : 'here';
    const text = t(`hearing.feedAddress.${whose}`, { address: feedAddress(token) });
    const key = `hearing-feed:${randomUUID()}`;
    return answerPrivately(
      tell,
      turn,
      key,
      { language, text },
      { sent: t('hearing.form.inYourChat'), unknown },
    );
  }

  /** @returns undefined where there is an address already and no new one is asked for: only a digest of it is kept */
  function renew(
    follower: Follower,
    usual: FollowerSettings,
    again: boolean,
    actor: string,
  ): Promise<string | undefined> {
    return store.transaction(async ({ follows, feeds, audit }) => {
      if (!(await follows.settingsOf(follower))) await follows.keepSettings(follower, usual);
      if (!again && (await feeds.exists(follower))) return undefined;
      const token = await feeds.renew(follower);
      await audit.append(recordOf('FeedRenewed', follower, actor));
      return token;
    });
  }

  async function revoke(turn: Turn, language: Language): Promise<Reply> {
    const t = translatorFor(language);
    if (!actorOf(turn.person, await directory())) return refused('not-official', language);
    const follower = followerOf(turn);
    const ended = await store.transaction(async ({ feeds, audit }) => {
      const was = await feeds.revoke(follower);
      if (was) await audit.append(recordOf('FeedRevoked', follower, turn.person.id));
      return was;
    });
    return say({ language, text: t(ended ? 'hearing.feedAddress.revoked' : 'hearing.feedAddress.none') });
  }

  function recordOf(event: string, { kind, id }: Follower, actor: string) {
    return { at: now(), actor, subject: { kind: 'follower', id: `${kind} ${id}` }, event, facts: {} };
  }

  return { give, revoke };
}
export type CalendarFeed = ReturnType<typeof createCalendarFeed>;
