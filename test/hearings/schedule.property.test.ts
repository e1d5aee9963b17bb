import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CourtTime, type Zones, zones } from '../../src/hearings/court-time.ts';
import type { Due } from '../../src/hearings/due.ts';
import type { FollowerWithSettings } from '../../src/hearings/follow.ts';
import type { Hearing } from '../../src/hearings/hearing.ts';
import { usualOffsets } from '../../src/hearings/reminder.ts';
import { duesOf, errandKey, reminderTime } from '../../src/hearings/schedule.ts';
import { settle } from '../../src/hearings/settle.ts';
import { createDueBook } from './due-book.ts';
import { added, given } from './scene.ts';

const runs = 10_000;
const minute = 60_000;
const day = 24 * 60 * minute;
const follower: FollowerWithSettings = {
  kind: 'channel',
  id: 'general',
  offsets: usualOffsets,
  language: 'en',
  zone: 'UTC',
};

/** Days on which clocks do something unusual: an hour, half an hour, at midnight, a whole day, on a Ramadan date. */
const unusualDays = [
  ['America/Toronto', '2026-03-08'],
  ['America/Toronto', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Pacific/Kiritimati', '1994-12-31'],
  ['Pacific/Apia', '2011-12-30'],
  ['Pacific/Chatham', '2026-09-27'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['Asia/Beirut', '2026-03-29'],
  ['Africa/Cairo', '2026-04-24'],
  ['Africa/Casablanca', '2026-02-15'],
  ['Europe/London', '2026-10-25'],
] as const;

const addDays = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00Z`) + days * day).toISOString().slice(0, 10);
const pad = (number: number) => String(number).padStart(2, '0');
const timeOfDay = fc
  .oneof(fc.integer({ min: 0, max: 4 * 60 }), fc.integer({ min: 0, max: 24 * 60 - 1 }))
  .map(minutes => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`);
const nearUnusual = fc
  .tuple(fc.constantFrom(...unusualDays), fc.integer({ min: -1, max: 15 }), timeOfDay)
  .map(([[zone, date], days, time]): CourtTime => ({ zone, date: addDays(date, days), time }));
const anywhere = fc
  .tuple(
    fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
    fc.integer({ min: 0, max: 365 * 40 }),
    timeOfDay,
  )
  .map(([zone, days, time]): CourtTime => ({ zone, date: addDays('1995-01-01', days), time }));
const courtTime = fc.oneof(nearUnusual, anywhere);

/** What a clock on the wall shows, asked of Intl: another way than the one under test. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function wallClock(at: number, timeZone: string): string {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    clocks.set(timeZone, clock);
  }
  return clock.format(at).replace(' ', 'T');
}

test('a reminder by days comes when the wall clock shows the hearing’s time so many days before', () => {
  fc.assert(
    fc.property(courtTime, fc.constantFrom('14d', '7d', '1d'), (time, offset) => {
      const at = reminderTime(time, offset, zones).getTime();
      const asked = `${addDays(time.date, -Number.parseInt(offset, 10))}T${time.time}`;
      const shown = wallClock(at, time.zone);
      if (shown === asked) {
        // Of a doubled time the first: the clock did not show it in the three hours before.
        for (let back = 30; back <= 180; back += 30) {
          expect(wallClock(at - back * minute, time.zone)).not.toBe(asked);
        }
        return;
      }
      // The time was left out: the clock jumps over it between a moment before and now.
      const skippedDay = shown.slice(0, 10) !== asked.slice(0, 10);
      const around = skippedDay ? [at, at + day] : [at - 120 * minute, at];
      expect(wallClock(around[0] as number, time.zone) < asked).toBe(true);
      expect(wallClock(around[1] as number, time.zone) > asked).toBe(true);
      const whole = [asked.slice(0, 10), shown.slice(0, 10)];
      if (skippedDay) expect(addDays(whole[0] as string, -1)).toBe(whole[1]);
    }),
    { numRuns: runs },
  );
}, 60_000);

test('a reminder by hours comes so long before, whatever clocks do', () => {
  fc.assert(
    fc.property(courtTime, fc.integer({ min: 1, max: 72 }), (time, hours) => {
      const gap = zones.momentOf(time).at.getTime() - reminderTime(time, `${hours}h`, zones).getTime();
      expect(gap).toBe(hours * 60 * minute);
    }),
    { numRuns: runs },
  );
}, 60_000);

/** Zone data in which one zone has the rules of another. */
const renewed = (zone: string, rules: string): Zones => ({
  ...zones,
  version: 'next',
  momentOf: time => zones.momentOf(time.zone === zone ? { ...time, zone: rules } : time),
  courtTimeOf: (at, name) => ({ ...zones.courtTimeOf(at, name === zone ? rules : name), zone: name }),
});

type Step =
  /** The bot looks at its dues after a while; a long one is downtime. */
  | { readonly look: number }
  | { readonly clock: number }
  | { readonly move: { readonly days: number; readonly time: string } }
  | { readonly rules: string };

const hour = 60 * minute;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ look: fc.integer({ min: 1, max: 36 * 60 }).map(n => n * minute) }) },
  { weight: 2, arbitrary: fc.record({ look: fc.constant(3 * day) }) },
  { weight: 2, arbitrary: fc.record({ clock: fc.constantFrom(-day, -hour, hour, day) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      move: fc.record({ days: fc.integer({ min: 1, max: 20 }), time: timeOfDay }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ rules: fc.constantFrom('UTC', 'Asia/Tokyo', 'America/Lima') }) },
);

interface Done {
  readonly due: Due;
  readonly fate: 'done' | 'folded' | 'unwanted' | 'missed';
  readonly now: number;
  readonly start: number;
}

test('through looks, downtime, clocks, moves and new zone data every due is settled once, and in order', () => {
  fc.assert(
    fc.property(courtTime, fc.array(step, { minLength: 4, maxLength: 12 }), (time, steps) => {
      const book = createDueBook();
      const settled: Done[] = [];
      let rules = zones;
      let hearing: Hearing = given({ ...added, time } as typeof added);
      let now = zones.momentOf(time).at.getTime() - 16 * day;
      const keptKeys = new Set<string>();
      const keep = () => {
        book.keep(duesOf(hearing, [follower], rules), new Date(now));
        for (const key of book.keys()) keptKeys.add(key);
      };
      const look = () => {
        const taken = book.take(new Date(now));
        const start = startOf(hearing, rules);
        for (const { due, ...fate } of settle(hearing, taken, [follower], new Date(now), rules)) {
          if (fate.fate === 'waits') book.put({ ...due, at: fate.until });
          else settled.push({ due, fate: fate.fate, now, start });
        }
        if (taken.length === 0) return;
        checkLook(
          settled.filter(one => taken.includes(one.due)),
          at => rules.courtTimeOf(new Date(at), time.zone).date,
          () => duesOf(hearing, [follower], rules),
        );
      };
      keep();
      for (const one of steps) {
        if ('look' in one) {
          now += one.look;
          look();
        } else if ('clock' in one) now += one.clock;
        else if ('move' in one) {
          const { days, time: at } = one.move;
          const date = addDays(new Date(now).toISOString().slice(0, 10), days + 1);
          const to = { date, time: at, zone: time.zone };
          hearing = {
            ...hearing,
            revision: hearing.revision + 1,
            schedule: { state: 'scheduled', time: to },
          };
          keep();
        } else {
          rules = renewed(time.zone, one.rules);
          keep();
        }
      }
      // In the end everything has come due.
      now = Math.max(now, startOf(hearing, rules)) + 3 * day;
      for (let looks = 0; looks < 4; looks += 1, now += day) look();
      checkEnd(settled, hearing, book.keys(), keptKeys);
    }),
    { numRuns: runs },
  );
}, 120_000);

function startOf({ schedule }: Hearing, rules: Zones): number {
  if (schedule.state !== 'scheduled') throw new Error('the hearing has a date');
  return rules.momentOf(schedule.time).at.getTime();
}

const nameOf = ({ due }: Done) => `${due.revision} ${errandKey(due.errand)}`;

/** At one look a follower hears one thing at most, never early; nothing only when the next comes the same day. */
function checkLook(settled: readonly Done[], dayOf: (at: number) => string, all: () => readonly Due[]): void {
  const reminders = settled.filter(
    ({ due, fate }) => due.errand.kind === 'remind' && (fate === 'done' || fate === 'folded'),
  );
  const [first] = reminders;
  if (!first) return;
  const { now, start } = first;
  expect(now).toBeLessThan(start);
  const spoken = reminders.filter(({ fate }) => fate === 'done');
  expect(spoken.length).toBeLessThanOrEqual(1);
  for (const { due } of spoken) expect(due.at.getTime()).toBeLessThanOrEqual(now);
  if (spoken.length === 1) return;
  const sameDay = all().filter(({ at, errand }) => errand.kind === 'remind' && at.getTime() > now);
  expect(sameDay.map(({ at }) => dayOf(at.getTime()))).toContain(dayOf(now));
}

function checkEnd(
  settled: readonly Done[],
  hearing: Hearing,
  left: readonly string[],
  kept: ReadonlySet<string>,
): void {
  expect(left).toEqual([]);
  const names = settled.map(nameOf);
  expect(new Set(names).size).toBe(names.length);
  // Whatever was kept for the last date has been settled; what was kept for earlier ones may have been taken back.
  const unsettled = [...kept].filter(key => !names.includes(key));
  expect(unsettled.filter(key => key.startsWith(`${hearing.revision} `))).toEqual([]);
  for (let revision = 1; revision <= hearing.revision; revision += 1) {
    const order = settled
      .filter(({ due, fate }) => due.revision === revision && due.errand.kind === 'remind' && fate === 'done')
      .map(({ due }) => usualOffsets.indexOf('offset' in due.errand ? due.errand.offset : '1h'));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  }
}
