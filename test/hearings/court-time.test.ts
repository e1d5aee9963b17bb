import { expect, test } from 'vitest';
import { zones } from '../../src/hearings/court-time.ts';

const at = (zone: string, date: string, time: string, turn?: 'first' | 'second') => {
  const moment = zones.momentOf({ date, time, zone, ...(turn ? { turn } : {}) });
  return [moment.at.toISOString().slice(0, 16), moment.clock, moment.time];
};

test('a court time gives the instant at which the court’s clock shows it', () => {
  expect(at('America/Bogota', '2026-03-14', '09:30')).toEqual(['2026-03-14T14:30', 'plain', '09:30']);
  expect(at('Asia/Kathmandu', '2026-03-14', '09:30')).toEqual(['2026-03-14T03:45', 'plain', '09:30']);
});

test('a time that clocks jump over is moved on by as much, and said to be so', () => {
  expect(at('America/Toronto', '2026-03-08', '02:30')).toEqual(['2026-03-08T07:30', 'skipped', '03:30']);
  // On Lord Howe Island clocks change by half an hour.
  expect(at('Australia/Lord_Howe', '2026-10-04', '02:15')).toEqual(['2026-10-03T15:45', 'skipped', '02:45']);
});

test('of a time that comes twice either can be meant, the first unless told', () => {
  expect(at('America/Toronto', '2026-11-01', '01:30')).toEqual(['2026-11-01T05:30', 'doubled', '01:30']);
  expect(at('America/Toronto', '2026-11-01', '01:30', 'second')[0]).toBe('2026-11-01T06:30');
  expect(at('Australia/Lord_Howe', '2026-04-05', '01:45')[1]).toBe('doubled');
});

test('an instant is read back as the court’s clock shows it, also the second time', () => {
  const zone = 'America/Toronto';
  expect(zones.courtTimeOf(new Date('2026-11-01T05:30Z'), zone)).toEqual({
    date: '2026-11-01',
    time: '01:30',
    zone,
  });
  expect(zones.courtTimeOf(new Date('2026-11-01T06:30Z'), zone)).toMatchObject({ turn: 'second' });
});

test('what is no zone of a place is none', () => {
  expect(['Pacific/Apia', 'UTC', 'Mars/Olympus', '+05:00', ''].map(zones.isZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
