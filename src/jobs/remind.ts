import type { Directory } from '../directory/directory.ts';
import type { Zones } from '../hearings/court-time.ts';
import { withoutDeparted } from '../hearings/departed.ts';
import { nextDigest } from '../hearings/digest.ts';
import type { Due } from '../hearings/due.ts';
import { keepDues } from '../hearings/keep-dues.ts';
import type { CalendarLedgers, Dues } from '../hearings/ports.ts';
import { errandKey } from '../hearings/schedule.ts';
import { settle } from '../hearings/settle.ts';
import type { Log } from '../shared/log.ts';
import { type DoneErrand, doErrand } from './do-errand.ts';
import type { HearingWords } from './hearing-words.ts';

/** The store as the clockwork uses it. */
export interface RemindStore {
  readonly dues: Pick<Dues, 'next'>;
  transaction<Result>(work: (ledgers: CalendarLedgers) => Promise<Result>): Promise<Result>;
}

export interface RemindOptions {
  readonly store: RemindStore;
  readonly zones: Zones;
  readonly words: HearingWords;
  readonly directory: () => Promise<Directory>;
  readonly log: Log;
  readonly now?: () => Date;
}

export interface Reminders {
  /** Looks for work now. Comes back at once. */
  nudge(): void;
  /** Takes nothing more and resolves when what is under way is done. */
  stop(): Promise<void>;
}

/**
 * The longest pause between two looks, in milliseconds: what another bot adds, or a clock that is set, is noticed so
 * much later at most. A look that finds nothing reads the first entries of two indexes.
 */
const lookEvery = 2_000;
/** The pause after a look that found everything in other hands, in milliseconds. */
const takenPause = 200;
/** Hearings in one commit; a killed bot does these again. */
const batch = 50;
/** Hearings whose instants are derived again in one commit. */
const rederiveBatch = 200;
/** More than a follower's week has: the digest says how many there are. */
const mostInDigest = 1_000;
const week = 7 * 24 * 3_600_000;

/**
 * Does what is due for hearings, in any number of bots at once: takes it, reads again, asks whether it is still wanted,
 * and puts the messages into the outbox, all in one commit. So a bot that dies has done each wholly or not at all, and
 * whichever looks next does the rest.
 */
export function startReminders({
  store,
  zones,
  words,
  directory,
  log,
  now = () => new Date(),
}: RemindOptions): Reminders {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let wanted = false;
  let rederived = false;
  let people: Directory | undefined;

  function nudge(): void {
    wanted = true;
    if (stopped) return;
    clearTimeout(timer);
    running ??= look().then(pause => {
      running = undefined;
      if (!stopped) timer = setTimeout(nudge, wanted ? 0 : pause);
    });
  }

  /** Works until nothing is left to do; gives how long to pause then, in milliseconds. */
  async function look(): Promise<number> {
    try {
      while (wanted && !stopped) {
        wanted = false;
        if (!rederived) rederived = await rederive();
        const next = await store.dues.next();
        if (next === undefined) return lookEvery;
        const ahead = next.getTime() - now().getTime();
        if (ahead > 0) return Math.min(lookEvery, ahead);
        const current = await readDirectory();
        const done = (await remind(current)) + (await digest(current));
        // Another bot has it in hand: soon it is done, or free again because that one died.
        if (done === 0) return takenPause;
        wanted = true;
      }
    } catch (error) {
      log.error({ error }, 'hearings cannot be looked after');
    }
    return lookEvery;
  }

  /** A directory that cannot be read must not hold reminders back: the one before will do. */
  async function readDirectory(): Promise<Directory> {
    try {
      people = await directory();
    } catch (error) {
      if (!people) throw error;
      log.warn({ error }, 'the directory cannot be read: the one before is used');
    }
    return people;
  }

  /** One commit of whatever is due; gives how many dues it settled. */
  function remind(directory: Directory): Promise<number> {
    const at = now();
    return store.transaction(async ledgers => {
      const taken = await ledgers.dues.take(at, batch);
      if (taken.length === 0) return 0;
      const ids = [...new Set(taken.map(({ hearing }) => hearing))];
      const kept = await ledgers.hearings.list({ ids, most: ids.length });
      const hearings = kept.map(hearing => withoutDeparted(hearing, directory));
      const followers = await ledgers.follows.followersOfEach(hearings);
      const counts = { done: 0, late: 0, folded: 0, missed: 0 };
      const done: DoneErrand[] = [];
      for (const [id, dues] of Map.groupBy(taken, due => due.hearing)) {
        const hearing = hearings.find(one => one.id === id);
        if (!hearing) continue;
        const following = followers.get(id) ?? [];
        for (const settled of settle(hearing, dues, following, at, zones)) {
          const { due } = settled;
          if (settled.fate === 'waits') await ledgers.dues.postpone(due, settled.until);
          if (settled.fate === 'missed' || settled.fate === 'folded') {
            counts[settled.fate] += 1;
            await recordUnsaid(ledgers, due, settled.fate, at);
          }
          if (settled.fate !== 'done') continue;
          const errand = await doErrand(ledgers, settled, hearing, following, directory, words, at);
          if (errand) done.push(errand);
          if (settled.late) counts.late += 1;
        }
      }
      counts.done = await conclude(ledgers, done);
      log.info({ due: taken.length, ...counts }, 'hearings were looked after');
      return taken.length;
    });
  }

  function digest(directory: Directory): Promise<number> {
    const from = now();
    const until = new Date(from.getTime() + week);
    return store.transaction(async ({ follows, hearings, outbox }) => {
      const followers = await follows.takeDigests(from, batch);
      for (const { due, ...follower } of followers) {
        const { kind, id } = follower;
        const kept = await hearings.list({
          from,
          until,
          followedBy: { kind, id },
          states: ['scheduled'],
          most: mostInDigest,
        });
        const found = kept.map(hearing => withoutDeparted(hearing, directory));
        const wording = words.digest({ follower, hearings: found, directory, now: from });
        const key = `digest:${kind} ${id}:${due.toISOString()}`;
        if (wording) await outbox.put({ key, to: { kind, id }, at: from, ...wording });
        await follows.planDigest(follower, nextDigest(from, follower.zone, zones));
      }
      return followers.length;
    });
  }

  /** Brings the instants of hearings to come in line with this Node's zone data; true when all are. */
  async function rederive(): Promise<boolean> {
    for (;;) {
      const at = now();
      const count = await store.transaction(async ledgers => {
        await ledgers.follows.lock('hearing');
        const hearings = await ledgers.hearings.takeDerivedOtherwise(zones, at, rederiveBatch);
        for (const hearing of hearings) await ledgers.hearings.save(hearing, zones);
        await keepDues(ledgers, hearings, at, zones);
        return hearings.length;
      });
      if (count > 0) log.info({ hearings: count, zoneData: zones.version }, 'hearings follow new zone data');
      if (count < rederiveBatch) return true;
    }
  }

  nudge();
  return {
    nudge,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Puts into the outbox what errands come to, and on record; gives how many messages there were. */
async function conclude(ledgers: CalendarLedgers, done: readonly DoneErrand[]): Promise<number> {
  const sent = await ledgers.outbox.putAll(done.flatMap(({ messages }) => messages));
  await ledgers.hearingCards.note(done.flatMap(({ cards }) => cards.filter(({ key }) => sent.has(key))));
  await ledgers.audit.append(...done.flatMap(({ record }) => record(sent) ?? []));
  return sent.size;
}

/** That something was not said, and why, is on record like what was. */
async function recordUnsaid(
  { audit }: CalendarLedgers,
  { hearing, revision, errand }: Due,
  fate: 'missed' | 'folded',
  at: Date,
): Promise<void> {
  const event = fate === 'missed' ? 'ReminderMissed' : 'ReminderFolded';
  const facts = { errand: errandKey(errand), revision };
  await audit.append({ at, actor: 'vigil', subject: { kind: 'hearing', id: hearing }, event, facts });
}
