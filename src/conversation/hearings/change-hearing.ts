import type { Directory } from '../../directory/directory.ts';
import type { HearingCommand, When } from '../../hearings/commands.ts';
import type { Zones } from '../../hearings/court-time.ts';
import { decide, type HearingContext } from '../../hearings/decide.ts';
import { withoutDeparted } from '../../hearings/departed.ts';
import type { HearingEvent } from '../../hearings/events.ts';
import { evolve, evolveNotes } from '../../hearings/evolve.ts';
import type { FollowerWithSettings } from '../../hearings/follow.ts';
import type { Hearing, HearingKind } from '../../hearings/hearing.ts';
import { keepDues } from '../../hearings/keep-dues.ts';
import type { CalendarLedgers, CalendarStore } from '../../hearings/ports.ts';
import { recordOf } from '../../hearings/record-of.ts';
import { type Refused, refuse } from '../../hearings/refusals.ts';

type Actor = HearingContext['actor'];
type AddHearing = Extract<HearingCommand, { command: 'AddHearing' }>;
type RecordOutcome = Extract<HearingCommand, { command: 'RecordOutcome' }>;

/** What people ask; references of new hearings are given here. */
export type AddRequest = Omit<AddHearing, 'command' | 'id'>;
export type ChangeRequest =
  | Exclude<HearingCommand, AddHearing | RecordOutcome>
  | (Omit<RecordOutcome, 'next'> & { readonly next?: { readonly when: When; readonly kind?: HearingKind } });

/** What happened, for whoever tells it; whoever has left the directory is on its rosters no more. */
export interface HearingChange {
  /** Undefined for a hearing just added. */
  readonly before?: Hearing;
  readonly hearing: Hearing;
  readonly events: readonly HearingEvent[];
  /** The hearing that its outcome made. */
  readonly next?: Hearing;
  readonly actor: string;
  readonly at: Date;
}

export type Changed =
  | (HearingChange & { readonly refused?: undefined })
  | Refused
  /** The same press came before: nothing was done again. */
  | { readonly repeated: true; readonly refused?: undefined };

/**
 * Tells whoever is to hear of a change, within its commit, and puts the cards that show the hearing right.
 *
 * @param followers of the hearing as it is, and of the case under which it stood before
 */
export type Announce = (
  ledgers: CalendarLedgers,
  change: HearingChange,
  followers: readonly FollowerWithSettings[],
) => Promise<void>;

/** What a change needs beside the store: how it is told, and who is in the directory. */
export interface Telling {
  readonly announce: Announce;
  readonly directory: Pick<Directory, 'official'>;
}

/**
 * The use cases that change the calendar: each is one commit of state, dues, record and messages.
 *
 * @param telling looked up before each commit: within one, nobody may be asked
 */
export function createChangeHearing(
  store: CalendarStore,
  zones: Zones,
  telling: () => Promise<Telling>,
  now: () => Date,
) {
  /** Runs one change. What it is given says whether the press of an accepted one comes for the first time. */
  async function once(
    press: string | undefined,
    work: (
      ledgers: CalendarLedgers,
      at: Date,
      isFirst: () => Promise<boolean>,
      directory: Telling['directory'],
    ) => Promise<Changed>,
  ): Promise<Changed> {
    const at = now();
    const { announce, directory } = await telling();
    return store.transaction(async ledgers => {
      await ledgers.follows.lock('hearing');
      const isFirst = async () =>
        press === undefined || (await ledgers.seenActivities.claim(`hearing ${press}`, at));
      const changed = await work(ledgers, at, isFirst, directory);
      if (!('hearing' in changed)) return changed;
      const { before, hearing } = changed;
      const seen: HearingChange = {
        ...changed,
        ...(before ? { before: withoutDeparted(before, directory) } : {}),
        hearing: withoutDeparted(hearing, directory),
      };
      await tell(ledgers, seen, announce);
      return seen;
    });
  }

  async function add(
    ledgers: CalendarLedgers,
    request: AddRequest,
    actor: Actor,
    at: Date,
    isFirst = async () => true,
  ): Promise<Changed> {
    const command = { ...request, command: 'AddHearing', id: 'HRG' } as const;
    // A refusal must cost no reference, and its press may come again and be right.
    const tried = decide(undefined, command, { at, actor, zones });
    if ('refused' in tried) return tried;
    if (!(await isFirst())) return { repeated: true };
    const id = await ledgers.hearings.nextId(at.getUTCFullYear());
    const decided = decide(undefined, { ...command, id }, { at, actor, zones });
    return 'refused' in decided ? decided : apply(ledgers, undefined, decided, actor?.person ?? '', at);
  }

  async function apply(
    ledgers: CalendarLedgers,
    before: Hearing | undefined,
    events: readonly HearingEvent[],
    actor: string,
    at: Date,
  ): Promise<HearingChange> {
    // The outcome of one hearing may be followed by the first event of the next.
    const [own, ofNext] = before
      ? [
          events.filter(one => one.event !== 'HearingAdded'),
          events.filter(one => one.event === 'HearingAdded'),
        ]
      : [events, []];
    const hearing = own.reduce<Hearing | undefined>(evolve, before) as Hearing;
    const next = ofNext.reduce<Hearing | undefined>(evolve, undefined);
    for (const [one, its] of [[hearing, own] as const, ...(next ? [[next, ofNext] as const] : [])]) {
      const notes = its.some(event => 'notes' in event)
        ? its.reduce(evolveNotes, one === hearing && before ? await ledgers.hearings.notesOf(one.id) : {})
        : undefined;
      await ledgers.hearings.save(one, zones, notes);
      await ledgers.audit.append(...its.map(event => recordOf(event, one.id, actor, at)));
    }
    const change: HearingChange = {
      ...(before ? { before } : {}),
      hearing,
      events,
      ...(next ? { next } : {}),
      actor,
      at,
    };
    await keepDues(ledgers, next ? [hearing, next] : [hearing], at, zones);
    return change;
  }

  async function tell(ledgers: CalendarLedgers, change: HearingChange, announce: Announce): Promise<void> {
    const { hearing, before } = change;
    const followers = await ledgers.follows.followersOf(hearing);
    // Who followed the case under which it stood before is told as well.
    const others = before ? await ledgers.follows.followersOf(before) : [];
    const unknown = others.filter(
      one => !followers.some(({ kind, id }) => kind === one.kind && id === one.id),
    );
    await announce(ledgers, change, [...followers, ...unknown]);
  }

  return {
    /** @param press what makes a press of a button this one; the same again does nothing */
    add: (request: AddRequest, actor: Actor, press?: string): Promise<Changed> =>
      once(press, (ledgers, at, isFirst) => add(ledgers, request, actor, at, isFirst)),

    change: (id: string, request: ChangeRequest, actor: Actor, press?: string): Promise<Changed> =>
      once(press, async (ledgers, at, isFirst, directory) => {
        const hearing = await ledgers.hearings.take(id);
        const seen = hearing && withoutDeparted(hearing, directory);
        const context = { at, actor, zones };
        const tried = decide(seen, withNext(request, 'HRG'), context);
        if ('refused' in tried || !hearing) return 'refused' in tried ? tried : refuse('unknown');
        if (!(await isFirst())) return { repeated: true };
        const makesNext = request.command === 'RecordOutcome' && request.next !== undefined;
        const events = makesNext
          ? decide(seen, withNext(request, await ledgers.hearings.nextId(at.getUTCFullYear())), context)
          : tried;
        if ('refused' in events) return events;
        return apply(ledgers, hearing, events, actor?.person ?? '', at);
      }),

    /**
     * Adds many hearings or none; followers are reminded of them, and not told of each.
     *
     * @param press what makes this import this one; the same again does nothing
     * @returns the added ones, or which request (from 0) was refused and why
     */
    addAll: async (
      requests: readonly AddRequest[],
      actor: Actor,
      press?: string,
    ): Promise<
      readonly Hearing[] | (Refused & { readonly request: number }) | { readonly repeated: true }
    > => {
      const at = now();
      for (const [request, { details, when, notes }] of requests.entries()) {
        const command = { command: 'AddHearing', id: 'HRG', details, when, notes } as const;
        const tried = decide(undefined, command, { at, actor, zones });
        if ('refused' in tried) return { ...tried, request };
      }
      return store.transaction(async ledgers => {
        await ledgers.follows.lock('hearing');
        if (press !== undefined && !(await ledgers.seenActivities.claim(`hearing ${press}`, at))) {
          return { repeated: true } as const;
        }
        const hearings: Hearing[] = [];
        for (const request of requests) {
          const added = await add(ledgers, request, actor, at);
          if (!('hearing' in added))
            throw new Error('a hearing that was accepted is refused at the same time');
          hearings.push(added.hearing);
        }
        return hearings;
      });
    },
  };
}
export type ChangeHearing = ReturnType<typeof createChangeHearing>;

function withNext(request: ChangeRequest, id: string): HearingCommand {
  if (request.command !== 'RecordOutcome') return request;
  const { next, ...rest } = request;
  return next ? { ...rest, next: { ...next, id } } : rest;
}
