import { expect, test } from 'vitest';
import { countdownTo } from '../../src/hearings/countdown.ts';
import { zones } from '../../src/hearings/court-time.ts';

const time = { date: '2026-03-14', time: '09:30', zone: 'America/Bogota' };

test.each([
  ['2026-02-28T14:30:00Z', { unit: 'days', count: 14 }],
  ['2026-03-13T14:30:00Z', { unit: 'days', count: 1 }],
  // Nine in the evening in Bogotá: less than a day before, and still tomorrow.
  ['2026-03-14T02:00:00Z', { unit: 'days', count: 1 }],
  ['2026-03-14T06:00:00Z', { unit: 'today' }],
  ['2026-03-14T11:00:00Z', { unit: 'hours', count: 4 }],
  ['2026-03-14T13:30:04Z', { unit: 'hours', count: 1 }],
  ['2026-03-14T14:00:01Z', { unit: 'minutes', count: 30 }],
  ['2026-03-14T14:29:59Z', { unit: 'minutes', count: 1 }],
  ['2026-03-14T14:30:00Z', { unit: 'begun' }],
  ['2026-03-20T00:00:00Z', { unit: 'begun' }],
])('at %s it is %j', (now, countdown) => {
  expect(countdownTo(time, new Date(now), zones)).toEqual(countdown);
});

test('the night before is another day where the court’s calendar says so', () => {
  const early = { date: '2026-03-14', time: '03:00', zone: 'Pacific/Kiritimati' };
  // Hours count when it is near, whatever the date.
  expect(countdownTo(early, new Date('2026-03-13T09:00:00Z'), zones)).toEqual({ unit: 'hours', count: 4 });
  expect(countdownTo(early, new Date('2026-03-13T06:30:00Z'), zones)).toEqual({ unit: 'days', count: 1 });
});
