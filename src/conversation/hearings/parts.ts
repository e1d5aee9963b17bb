import type { LinkTo } from '../../cards/links.ts';
import type { Directory } from '../../directory/directory.ts';
import type { DirectoryNow } from '../../directory/open.ts';
import type { Drafts } from '../../escalations/ports.ts';
import type { Edition } from '../../guidelines/edition.ts';
import type { Zones } from '../../hearings/court-time.ts';
import type { HearingContext } from '../../hearings/decide.ts';
import type { Follower } from '../../hearings/follow.ts';
import type { CalendarStore } from '../../hearings/ports.ts';
import { type HearingRefusal, refuse, wordRefusal } from '../../hearings/refusals.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import type { Tell } from '../in-own-chat.ts';
import type { AttachedFile, Incoming, Person, Turn } from '../incoming.ts';
import type { Reply } from '../reply.ts';
import type { ChangeHearing } from './change-hearing.ts';
import type { HearingCommandTyped } from './commands.ts';
import type { FetchFile } from './take-file.ts';

/** Whose month a link opens: what is followed there, or what a mission is responsible for. */
export interface MonthScope {
  readonly of: Follower | { readonly kind: 'mission'; readonly id: string };
  /** IANA zone of the reader. */
  readonly zone: string;
}

/** What the conversation about hearings works with. */
export interface HearingTools {
  readonly calendar: CalendarStore;
  readonly changes: ChangeHearing;
  /** Forms that people have begun: encrypted, theirs alone, and gone after a day. */
  readonly drafts: Pick<Drafts, 'keep' | 'find' | 'drop'>;
  readonly directory: DirectoryNow;
  readonly zones: Zones;
  /** The address of a month's page in a language, good for a day. */
  readonly monthLink: (scope: MonthScope, language: Language) => Promise<string>;
  /** What is quoted on the card of a hearing, and where it stands. */
  readonly edition: Edition;
  readonly linkTo: LinkTo;
  readonly fetchFile: FetchFile;
  readonly tell: Tell;
  /** Whether a chat with the person is known. */
  readonly canTell: (personId: string) => Promise<boolean>;
  readonly now: () => Date;
}

export type Press = Extract<Incoming, { kind: 'press' }>;

/** One part of what people say and press about hearings: it answers what is its own, and gives nothing for the rest. */
export interface HearingRoutes {
  command(turn: Turn, given: HearingCommandTyped, language: Language): Promise<Reply> | undefined;
  /** Files that were attached in a chat. */
  files?(turn: Turn, files: readonly AttachedFile[], language: Language): Promise<Reply> | undefined;
  /** @param verb without `hearing.` */
  press(verb: string, pressed: Press, language: Language): Promise<Reply> | undefined;
}

/** Whoever speaks, as the rules know them; undefined for people of another organisation or without a place in the directory. */
export function actorOf({ id, fromHomeTenant }: Person, directory: Directory): HearingContext['actor'] {
  const official = fromHomeTenant ? directory.official(id) : undefined;
  return official && { person: id, ...(official.mission ? { mission: official.mission } : {}) };
}

/** Where somebody speaks, as one who may follow cases. */
export function followerOf({ person, chat }: Turn): Follower {
  switch (chat.kind) {
    case 'personal':
      return { kind: 'person', id: person.id };
    case 'group':
      return { kind: 'groupChat', id: chat.id };
    case 'channel':
      return { kind: 'channel', id: chat.channelId ?? chat.id };
  }
}

/** The zone by whose clock somebody reads: their client's, else that of where they serve. */
export function readerZone({ id, timeZone }: Person, directory: Directory, zones: Zones): string {
  if (timeZone !== undefined && zones.isZone(timeZone)) return timeZone;
  const official = directory.official(id);
  const [desk = ''] = official?.desks ?? [];
  return directory.mission(official?.mission ?? '')?.timeZone ?? directory.desk(desk)?.timeZone ?? 'UTC';
}

/** Tells whoever asked why nothing was done; a card that was pressed stays. */
export function refused(refusal: HearingRefusal, language: Language): Reply {
  return { kind: 'notice', language, text: wordRefusal(refuse(refusal), language) };
}

/** What a card carried is not what it should be. */
export function unclear(language: Language): Reply {
  return { kind: 'notice', language, text: translatorFor(language)('press.invalid') };
}
