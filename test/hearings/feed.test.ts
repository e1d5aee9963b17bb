import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { zones } from '../../src/hearings/court-time.ts';
import type { HearingEvent } from '../../src/hearings/events.ts';
import { writeFeed } from '../../src/hearings/feed.ts';
import type { Hearing } from '../../src/hearings/hearing.ts';
import { added, details, given } from './scene.ts';

const now = new Date('2026-03-01T12:00:00Z');
const april = { date: '2026-04-02', time: '14:00', zone: 'America/Bogota' };

/** A feed as another calendar program reads it. */
function read(hearings: readonly Hearing[], language: 'en' | 'fr' = 'en', at = now) {
  const calendar = new ICAL.Component(ICAL.parse(writeFeed(hearings, language, at, zones)));
  const known = new Map(
    calendar.getAllSubcomponents('vtimezone').map(component => {
      const zone = new ICAL.Timezone(component);
      return [zone.tzid, zone] as const;
    }),
  );
  return calendar.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component);
    const tzid = component.getFirstProperty('dtstart')?.getFirstParameter('tzid');
    if (tzid) event.startDate.zone = known.get(tzid) as ICAL.Timezone;
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toJSDate().toISOString(),
      local: event.startDate.toString(),
      zone: tzid,
      status: component.getFirstPropertyValue('status'),
      summary: event.summary,
      location: event.location,
      description: event.description,
    };
  });
}

test('a hearing stands at its court’s time, with the rules of the zone, in the reader’s language', () => {
  expect(read([given(added)])).toEqual([
    {
      uid: 'hrg-2026-0001@vigil',
      sequence: 1,
      start: '2026-03-14T14:30:00.000Z',
      local: '2026-03-14T09:30:00',
      zone: 'America/Bogota',
      status: 'CONFIRMED',
      summary: 'HERON: trial',
      location: 'Juzgado 4, Bogotá',
      description:
        'Access: open to the public; permission not requested. Nobody attends yet. Reference: HRG-2026-0001.',
    },
  ]);
  expect(read([given(added)], 'fr')[0]?.summary).toBe('HERON\u00a0: procès');
});

test.each([
  ['America/Toronto', '2026-11-02', '09:30', '2026-11-02T14:30'],
  ['Australia/Lord_Howe', '2026-10-05', '09:30', '2026-10-04T22:30'],
  ['Asia/Kathmandu', '2026-10-05', '09:30', '2026-10-05T03:45'],
  ['Pacific/Kiritimati', '2026-10-05', '09:30', '2026-10-04T19:30'],
])('other programs find the same instant in %s', (zone, date, time, instant) => {
  const event = { ...added, details: { ...details, zone }, time: { date, time, zone } } as HearingEvent;
  expect(read([given(event)])[0]?.start.slice(0, 16)).toBe(instant);
});

test.each([
  ['Africa/Accra', 'a zone that follows another one’s clocks', '2026-10-05T09:30'],
  ['Europe/Stockholm', 'a zone that follows another one’s clocks', '2026-10-05T07:30'],
])('%s, %s, has its rules in the feed under its own name', (zone, _why, instant) => {
  const time = { date: '2026-10-05', time: '09:30', zone };
  const event = { ...added, details: { ...details, zone }, time } as HearingEvent;
  expect(read([given(event)])[0]).toMatchObject({ zone, start: `${instant}:00.000Z` });
});

test('where a zone’s rules in the feed would mean another instant, the time is told in UTC', () => {
  // Clocks go forward on the Friday before the last Sunday of March, which no such rule can say: on 24 March, not 31.
  const time = { date: '2028-03-28', time: '09:30', zone: 'Asia/Jerusalem' };
  const [event] = read([given({ ...added, time } as HearingEvent)]);
  expect(event).toMatchObject({ start: '2028-03-28T06:30:00.000Z', zone: undefined });
});

test('the second of two equal times is told in UTC, for local time would mean the first', () => {
  const time = { date: '2026-11-01', time: '01:30', zone: 'America/Toronto', turn: 'second' } as const;
  const [event] = read([given({ ...added, time } as HearingEvent)]);
  expect(event).toMatchObject({ start: '2026-11-01T06:30:00.000Z', zone: undefined });
});

test('an adjournment raises the sequence and keeps the identity', () => {
  const [event] = read([given(added, { event: 'HearingAdjourned', time: april })]);
  expect(event).toMatchObject({
    uid: 'hrg-2026-0001@vigil',
    sequence: 2,
    start: '2026-04-02T19:00:00.000Z',
    status: 'CONFIRMED',
  });
});

test('what is called off, or has lost its date, is shown as cancelled for a month', () => {
  const cancelled = given(added, { event: 'HearingCancelled' });
  const undated = given(added, { event: 'HearingAdjourned' });
  const off = { status: 'CANCELLED', sequence: 2, start: '2026-03-14T14:30:00.000Z' };
  expect(read([cancelled, undated])).toMatchObject([off, off]);
  expect(read([cancelled], 'en', new Date('2026-04-20T00:00:00Z'))).toEqual([]);
  expect(read([given({ ...added, time: undefined } as HearingEvent)])).toEqual([]);
});

test('no person is named in a feed, and hostile text stays text', () => {
  const hostile = { ...details, court: 'Court;\r\nATTENDEE:mailto:x@example.org' };
  const hearing = given({ ...added, details: hostile } as HearingEvent, {
    event: 'AttendanceOffered',
    attendee: { person: 'a-person-id' },
  });
  const text = writeFeed([hearing], 'en', now, zones);
  expect(text).not.toContain('a-person-id');
  expect(text).not.toMatch(/^ATTENDEE/m);
  expect(text.split('\r\n').every(line => Buffer.byteLength(line) <= 75)).toBe(true);
});
