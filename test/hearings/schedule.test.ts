import { describe, expect, test } from 'vitest';
import { type CourtTime, zones } from '../../src/hearings/court-time.ts';
import type { Due } from '../../src/hearings/due.ts';
import type { FollowerWithSettings } from '../../src/hearings/follow.ts';
import { type Offset, offsetOf, usualOffsets } from '../../src/hearings/reminder.ts';
import { duesOf, errandKey, reminderTime } from '../../src/hearings/schedule.ts';
import { settle } from '../../src/hearings/settle.ts';
import { added, given } from './scene.ts';

const court = (zone: string, date: string, time: string): CourtTime => ({ zone, date, time });
const reminder = (time: CourtTime, offset: Offset) => reminderTime(time, offset, zones).toISOString();

describe('the time of a reminder', () => {
  test.each([
    ['an ordinary day', court('America/Bogota', '2026-03-14', '09:30'), '1d', '2026-03-13T14:30'],
    [
      'the day before clocks go forward',
      court('America/Toronto', '2026-03-08', '09:30'),
      '1d',
      '2026-03-07T14:30',
    ],
    ['a week across it', court('America/Toronto', '2026-03-14', '09:30'), '7d', '2026-03-07T14:30'],
    [
      'an hour by the stopwatch across it',
      court('America/Toronto', '2026-03-08', '03:15'),
      '1h',
      '2026-03-08T06:15',
    ],
    ['a time skipped that day', court('America/Toronto', '2026-03-09', '02:30'), '1d', '2026-03-08T07:30'],
    [
      'a time doubled that day: the first',
      court('America/Toronto', '2026-11-02', '01:30'),
      '1d',
      '2026-11-01T05:30',
    ],
    [
      'half an hour on Lord Howe',
      court('Australia/Lord_Howe', '2026-10-05', '02:15'),
      '1d',
      '2026-10-03T15:45',
    ],
    ['the day that Apia left out', court('Pacific/Apia', '2011-12-31', '09:00'), '1d', '2011-12-29T19:00'],
    [
      'the day that Kiritimati left out',
      court('Pacific/Kiritimati', '1995-01-01', '09:00'),
      '1d',
      '1994-12-30T19:00',
    ],
  ] as const)('for %s', (_, time, offset, expected) => {
    expect(reminder(time, offset).slice(0, 16)).toBe(expected);
  });
});

test('offsets are read in days or hours, in both languages', () => {
  expect(['14d', '7 j', '1H', '60d', '61d', '0d', '73h', 'soon', '-1d'].map(offsetOf)).toEqual([
    ...['14d', '7d', '1h', '60d'],
    ...Array(5).fill(undefined),
  ]);
});

const channel: FollowerWithSettings = {
  kind: 'channel',
  id: 'general',
  offsets: usualOffsets,
  language: 'en',
  zone: 'America/Toronto',
};
const heron = given(added);

/** What becomes of everything due at a time, in short. */
function at(now: string, hearing = heron) {
  const all = duesOf(heron, [channel], zones);
  const taken = all.filter(due => due.at <= new Date(now));
  return Object.fromEntries(
    settle(hearing, taken, [channel], new Date(now), zones).map(({ due, ...fate }) => [
      errandKey(due.errand).replace(' channel general', ''),
      fate.fate === 'done' ? (fate.late ? 'late' : 'done') : fate.fate,
    ]),
  );
}

describe('what becomes of dues', () => {
  test('each is done at its time', () => {
    expect(at('2026-02-28T14:30:00Z')).toEqual({ 'remind 14d': 'done' });
    expect(at('2026-03-07T14:30:00Z')).toMatchObject({ 'remind 7d': 'done', 'find-observer 7d': 'done' });
  });

  test('after downtime one that is still useful comes late, and those before it are folded', () => {
    expect(at('2026-03-09T14:30:00Z')).toEqual({
      'remind 14d': 'folded',
      'remind 7d': 'late',
      'find-observer 7d': 'late',
    });
  });

  test('a late one waits for the next when that comes on the same day', () => {
    // Six in the morning of the day before: the reminder of that day is due at half past nine.
    expect(at('2026-03-13T11:00:00Z')).toMatchObject({ 'remind 7d': 'folded' });
    // The one of an hour before would be too late for whoever has to travel.
    expect(at('2026-03-14T12:00:00Z')).toMatchObject({ 'remind 1d': 'late' });
    expect(at('2026-03-14T13:45:00Z')).toMatchObject({ 'remind 1d': 'folded', 'remind 1h': 'late' });
  });

  test('nobody is reminded of a hearing that has begun; what came of it is asked', () => {
    const fates = at('2026-03-14T18:00:00Z');
    expect(fates).toMatchObject({ 'remind 1h': 'missed', confirm: 'missed', 'ask-outcome 1': 'done' });
  });

  test('after three days of downtime the lead is asked first, and the head waits for the answer', () => {
    expect(at('2026-03-18T14:30:00Z')).toMatchObject({
      'ask-outcome 1': 'done',
      'ask-outcome 2': 'waits',
      'ask-outcome 3': 'waits',
    });
  });

  test('what was due for an older date, or for a hearing that is over, is wanted no more', () => {
    const april = { date: '2026-04-02', time: '14:00', zone: 'America/Bogota' };
    const moved = given(added, { event: 'HearingAdjourned', time: april });
    expect(at('2026-03-07T14:30:00Z', moved)).toMatchObject({ 'remind 7d': 'unwanted' });
    const cancelled = given(added, { event: 'HearingCancelled' });
    expect(at('2026-03-07T14:30:00Z', cancelled)).toMatchObject({ 'remind 7d': 'unwanted' });
  });

  test('an observer is sought only while nobody attends', () => {
    const partner = { kind: 'ngo', organisation: 'Front Line Defenders' } as const;
    const attended = given(added, { event: 'PartnerAdded', partner });
    expect(at('2026-03-13T14:30:00Z', attended)).toMatchObject({ 'find-observer 1d': 'unwanted' });
    expect(at('2026-03-13T14:30:00Z')).toMatchObject({ 'find-observer 1d': 'done' });
  });

  test('new zone data that puts the hearing later make a reminder wait', () => {
    const due = duesOf(heron, [channel], zones).find(
      ({ errand }) => errandKey(errand) === 'remind 1h channel general',
    ) as Due;
    const later = { ...zones, momentOf: (time: CourtTime) => shift(zones.momentOf(time), 3_600_000) };
    const [settled] = settle(heron, [due], [channel], due.at, later);
    expect(settled).toMatchObject({ fate: 'waits', until: new Date(due.at.getTime() + 3_600_000) });
  });
});

function shift(moment: ReturnType<typeof zones.momentOf>, by: number) {
  return { ...moment, at: new Date(moment.at.getTime() + by) };
}
