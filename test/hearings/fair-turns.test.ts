import { expect, test } from 'vitest';
import { zones } from '../../src/hearings/court-time.ts';
import { fairTurns } from '../../src/hearings/fair-turns.ts';
import type { Hearing } from '../../src/hearings/hearing.ts';
import { added, ana, given } from './scene.ts';

const now = new Date('2026-03-01T00:00:00Z');
const heldOn = (
  date: string,
  mission: string,
  attendance: 'attended' | 'not-admitted' = 'attended',
): Hearing => ({
  ...given(added, { event: 'AttendanceOffered', attendee: { person: `of ${mission}`, mission } }),
  schedule: {
    state: 'held',
    time: { date, time: '09:30', zone: 'America/Bogota' },
    outcome: { attendance, result: 'continues' },
  },
});
const turns = (held: readonly Hearing[], hearing = given(added)) =>
  fairTurns(hearing, ['lima', 'quito', 'bogota'], held, now, zones);

test('who attended least goes first, then whose last time is longest ago', () => {
  const held = [
    heldOn('2025-11-01', 'quito'),
    heldOn('2025-12-01', 'bogota'),
    heldOn('2026-01-10', 'lima'),
    heldOn('2026-02-01', 'lima'),
  ];
  expect(turns(held)).toEqual([
    { mission: 'quito', attended: 1, last: '2025-11-01' },
    { mission: 'bogota', attended: 1, last: '2025-12-01' },
    { mission: 'lima', attended: 2, last: '2026-02-01' },
  ]);
});

test('only what was attended within a year counts', () => {
  const held = [heldOn('2024-11-01', 'lima'), heldOn('2025-12-01', 'lima', 'not-admitted')];
  expect(turns(held)[0]).toEqual({ mission: 'lima', attended: 0 });
});

test('a mission that is down for the hearing has no turn, and none has two', () => {
  const hearing = given(added, { event: 'AttendanceOffered', attendee: ana });
  expect(
    fairTurns(hearing, ['lima', 'bogota', 'lima'], [], now, zones).map(({ mission }) => mission),
  ).toEqual(['lima']);
});
