import { expect, test } from 'vitest';
import { readWithoutDeparted, withoutDeparted } from '../../src/hearings/departed.ts';
import type { HearingEvent } from '../../src/hearings/events.ts';
import { added, ana, ben, given, officialAmong } from './scene.ts';

const both: readonly HearingEvent[] = [
  added,
  { event: 'AttendanceOffered', attendee: ana },
  { event: 'AttendanceOffered', attendee: ben },
];
const onlyBen = { official: officialAmong('ben') };
const outcome = { attendance: 'attended', result: 'continues' } as const;

test('the lead passes to the next one when the lead leaves the directory', () => {
  expect(withoutDeparted(given(...both), onlyBen).roster).toMatchObject({
    lead: 'ben',
    officials: [{ person: 'ben' }],
  });
});

test('a hearing of which everybody has left is led by nobody', () => {
  const { roster } = withoutDeparted(given(...both), { official: () => undefined });
  expect(roster).toEqual({ officials: [], partners: [], interpreterNeeded: false });
});

test('who was down for a hearing that was held stays on its roster, whoever leaves afterwards', () => {
  const held = given(...both, { event: 'OutcomeRecorded', outcome, notes: {} });
  expect(withoutDeparted(held, onlyBen).roster).toEqual(held.roster);
});

test('the calendar is read without those who have left', async () => {
  const kept = given(...both);
  const calendar = readWithoutDeparted(
    { find: async () => kept, list: async () => [kept] },
    async () => onlyBen,
  );
  const seen = withoutDeparted(kept, onlyBen);
  expect(await calendar.find(kept.id)).toEqual(seen);
  expect(await calendar.list({ most: 1 })).toEqual([seen]);
  expect(seen).not.toEqual(kept);
});
