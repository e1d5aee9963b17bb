import { describe, expect, test } from 'vitest';
import { zones } from '../../src/hearings/court-time.ts';
import { besideMonth, hearingsIn, monthName, spanOf, weeksOf } from '../../src/hearings/month.ts';
import { added, given } from './scene.ts';

describe('the weeks of a month', () => {
  test('go from Monday to Sunday and hold every day of it once', () => {
    const weeks = weeksOf('2026-03', []);
    expect(weeks.map(week => week[0]?.date)).toEqual([
      '2026-02-23',
      '2026-03-02',
      '2026-03-09',
      '2026-03-16',
      '2026-03-23',
      '2026-03-30',
    ]);
    const within = weeks.flat().filter(day => day.within);
    expect(within).toHaveLength(31);
    expect(new Set(within.map(({ date }) => date)).size).toBe(31);
  });

  test.each([
    ['2026-02', 28, 5],
    ['2027-02', 28, 4],
    ['2028-02', 29, 5],
    ['2026-12', 31, 5],
  ])('%s has %i days in %i weeks', (month, days, weeks) => {
    const found = weeksOf(month, []);
    expect(found).toHaveLength(weeks);
    expect(found.flat().filter(day => day.within)).toHaveLength(days);
  });

  test('have a hearing on the date of its court, whatever the date elsewhere', () => {
    const zone = 'Pacific/Kiritimati';
    const early = given({ ...added, time: { date: '2026-03-01', time: '00:30', zone } } as typeof added);
    const begins = zones.momentOf({ date: '2026-03-01', time: '00:30', zone }).at;
    expect(begins.toISOString()).toBe('2026-02-28T10:30:00.000Z');
    const day = weeksOf('2026-03', [early])
      .flat()
      .find(({ hearings }) => hearings.length > 0);
    expect(day?.date).toBe('2026-03-01');
    expect(hearingsIn('2026-03', [early])).toEqual([early]);
    expect(hearingsIn('2026-02', [early])).toEqual([]);
  });
});

test.each(['Pacific/Kiritimati', 'Etc/GMT+12', 'Asia/Kathmandu', 'America/St_Johns'])(
  'the span of a month holds its first and last minute in %s',
  zone => {
    const { from, until } = spanOf('2026-12');
    for (const date of ['2026-12-01', '2026-12-31']) {
      for (const time of ['00:00', '23:59']) {
        const { at } = zones.momentOf({ date, time, zone });
        expect(at >= from && at < until).toBe(true);
      }
    }
  },
);

test('months follow one another over the years', () => {
  expect([besideMonth('2026-12', 1), besideMonth('2026-01', -1), besideMonth('2026-03', 24)]).toEqual([
    '2027-01',
    '2025-12',
    '2028-03',
  ]);
  expect(
    ['2026-03', '2026-13', '2026-3', '1926-03', "2026-03'"].map(text => monthName.safeParse(text).success),
  ).toEqual([true, false, false, false, false]);
});
