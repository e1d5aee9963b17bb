import { type ListContent, listCard } from '../../cards/hearings/list-card.ts';
import type { Directory } from '../../directory/directory.ts';
import { codeNameOf, type Hearing, timeOf } from '../../hearings/hearing.ts';
import type { HearingFilter } from '../../hearings/ports.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import type { Turn } from '../incoming.ts';
import { type Reply, say } from '../reply.ts';
import type { ListAsked } from './calendar-commands.ts';
import type { PageAsked } from './calendar-press-data.ts';
import { missionNamed } from './missions.ts';
import {
  actorOf,
  followerOf,
  type HearingTools,
  type MonthScope,
  type Press,
  readerZone,
  refused,
} from './parts.ts';

const hour = 3_600_000;
/** How far a list looks ahead, in milliseconds. */
const ahead = 30 * 24 * hour;
/** Courts begin late and sit long: what has begun stays on the list for so many milliseconds. */
const underWay = 6 * hour;
/** More than anybody turns pages for. */
const most = 200;
const pageSize = 6;

/** What is said where there is nothing to list. */
function emptyWords(of: PageAsked['of']) {
  if (of === 'me') return 'hearing.list.noneMine';
  return of === 'here' ? 'hearing.list.noneHere' : 'hearing.list.none';
}

type Scope = Omit<PageAsked, 'skip'>;

/** The use case of seeing ahead: hearings of the next 30 days, and those whose date is still to come. */
export function createListHearings({ calendar, directory, zones, monthLink, now }: HearingTools) {
  async function show(turn: Turn, asked: ListAsked, language: Language): Promise<Reply> {
    const people = await directory();
    if (!actorOf(turn.person, people)) return refused('not-official', language);
    const scope = scopeOf(turn, asked, people);
    if (!scope) {
      const name = asked.of === 'named' ? asked.name : '';
      return say({ language, text: translatorFor(language)('hearing.list.unknown', { name }) });
    }
    return showScope(turn, scope, people, language);
  }

  async function showCase(turn: Turn, caseName: string, language: Language): Promise<Reply> {
    const people = await directory();
    if (!actorOf(turn.person, people)) return refused('not-official', language);
    return showScope(turn, { of: 'case', name: caseName }, people, language);
  }

  async function showScope(turn: Turn, scope: Scope, people: Directory, language: Language): Promise<Reply> {
    const { card, title } = await page(turn, scope, people, language);
    return say({ language, card, summary: title });
  }

  async function turnPage(pressed: Press, asked: PageAsked, language: Language): Promise<Reply> {
    const people = await directory();
    if (!actorOf(pressed.person, people)) return refused('not-official', language);
    const { skip, ...scope } = asked;
    const { card } = await page(pressed, scope, people, language, skip);
    return { kind: 'card', language, card };
  }

  /** @param asked how many hearings stand on the pages before; unless told, those that are over */
  async function page(turn: Turn, scope: Scope, people: Directory, language: Language, asked?: number) {
    const t = translatorFor(language);
    const found = await gather(await filtersOf(turn, scope, people), scope.of === 'case');
    const isCut = scope.of === 'case' && found.length > most;
    const hearings = isCut ? found.slice(-most) : found;
    const skip = asked ?? firstToCome(hearings);
    const title = titleOf(turn, scope, people, language);
    const content: ListContent = {
      title,
      intro:
        hearings.length === 0
          ? t(emptyWords(scope.of))
          : t(isCut ? 'hearing.list.latest' : 'hearing.list.count', { count: hearings.length }),
      hearings: hearings.slice(skip, skip + pageSize),
      month: await monthLink(await monthOf(turn, scope, people), language),
      ...(skip > 0 ? { previous: { ...scope, skip: Math.max(0, skip - pageSize) } } : {}),
      ...(skip + pageSize < hearings.length ? { next: { ...scope, skip: skip + pageSize } } : {}),
    };
    return { title, card: listCard(content, language, zones) };
  }

  function instantOf(hearing: Hearing): number {
    const time = timeOf(hearing);
    return time ? zones.momentOf(time).at.getTime() : Number.POSITIVE_INFINITY;
  }

  /** Where the list is opened: at what is to come; where nothing is, at the last page. */
  function firstToCome(hearings: readonly Hearing[]): number {
    const from = now().getTime() - underWay;
    const first = hearings.findIndex(hearing => instantOf(hearing) >= from);
    return first < 0 ? Math.max(0, hearings.length - pageSize) : first;
  }

  /** Whatever one of the filters finds, once each: earliest first, those without a date last. */
  async function gather(
    filters: readonly Omit<HearingFilter, 'most'>[],
    everyState: boolean,
  ): Promise<readonly Hearing[]> {
    const at = now();
    const from = new Date(at.getTime() - underWay);
    const until = new Date(at.getTime() + ahead);
    const found = new Map<string, Hearing>();
    for (const filter of filters) {
      const dated = everyState
        ? await calendar.hearings.list({ ...filter, most: most + 1, latest: true })
        : await calendar.hearings.list({ ...filter, from, until, states: ['scheduled'], most });
      const undated = everyState
        ? []
        : await calendar.hearings.list({ ...filter, states: ['to-be-announced'], most });
      for (const hearing of [...dated, ...undated]) found.set(hearing.id, hearing);
    }
    return [...found.values()].sort((one, other) => {
      const [a, b] = [instantOf(one), instantOf(other)];
      return a === b ? one.id.localeCompare(other.id) : a - b;
    });
  }

  async function filtersOf(
    turn: Turn,
    scope: Scope,
    people: Directory,
  ): Promise<Omit<HearingFilter, 'most'>[]> {
    switch (scope.of) {
      case 'me': {
        const mission = people.official(turn.person.id)?.mission;
        return [
          { attendedBy: turn.person.id },
          { followedBy: { kind: 'person', id: turn.person.id } },
          ...(mission ? [{ mission }] : []),
        ];
      }
      case 'here': {
        const follower = followerOf(turn);
        const mission = people.missionOfChannel(follower.id)?.id;
        return [{ followedBy: follower }, ...(mission ? [{ mission }] : [])];
      }
      case 'mission':
        return [{ mission: scope.name }];
      case 'case':
        return [{ caseName: scope.name }];
    }
  }

  /** The page of a month shows what is followed, or a mission's: whichever comes nearest to the list. */
  async function monthOf(turn: Turn, scope: Scope, people: Directory): Promise<MonthScope> {
    const zone = readerZone(turn.person, people, zones);
    if (scope.of === 'mission') return { of: { kind: 'mission', id: scope.name }, zone };
    const follower = scope.of === 'me' ? ({ kind: 'person', id: turn.person.id } as const) : followerOf(turn);
    const mission =
      follower.kind === 'person'
        ? people.official(turn.person.id)?.mission
        : people.missionOfChannel(follower.id)?.id;
    const followed = await calendar.follows.targetsOf(follower);
    if (followed.length === 0 && mission) return { of: { kind: 'mission', id: mission }, zone };
    return { of: follower, zone };
  }

  /** The link to the month's page, of what is followed where it is asked for. */
  async function month(turn: Turn, language: Language): Promise<Reply> {
    const people = await directory();
    if (!actorOf(turn.person, people)) return refused('not-official', language);
    const of = turn.chat.kind === 'personal' ? 'me' : 'here';
    const address = await monthLink(await monthOf(turn, { of, name: '' }, people), language);
    return say({ language, text: translatorFor(language)('hearing.month.link', { address }) });
  }

  return { show, showCase, turnPage, month };
}
export type ListHearings = ReturnType<typeof createListHearings>;

/** Undefined for a mission or case that there cannot be. */
function scopeOf(turn: Turn, asked: ListAsked, people: Directory): Scope | undefined {
  switch (asked.of) {
    case 'me':
      return { of: 'me', name: '' };
    case 'here':
      return { of: turn.chat.kind === 'personal' ? 'me' : 'here', name: '' };
    case 'my-mission': {
      const id = people.official(turn.person.id)?.mission ?? people.missionOfChannel(followerOf(turn).id)?.id;
      return id === undefined ? undefined : { of: 'mission', name: id };
    }
    case 'named': {
      const mission = missionNamed(asked.name, people);
      if (mission) return { of: 'mission', name: mission.id };
      const caseName = codeNameOf(asked.name);
      return caseName === undefined ? undefined : { of: 'case', name: caseName };
    }
  }
}

function titleOf(turn: Turn, scope: Scope, people: Directory, language: Language): string {
  const t = translatorFor(language);
  switch (scope.of) {
    case 'me':
      return t('hearing.list.mine');
    case 'here':
      return t(turn.chat.kind === 'channel' ? 'hearing.list.channel' : 'hearing.list.group');
    case 'mission':
      return t('hearing.list.mission', { mission: people.mission(scope.name)?.name[language] ?? scope.name });
    case 'case':
      return t('hearing.list.case', { caseName: scope.name });
  }
}
