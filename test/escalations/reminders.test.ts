import { describe, expect, test } from 'vitest';
import { digestDay } from '../../src/escalations/digest.ts';
import type { Escalation } from '../../src/escalations/escalation.ts';
import { afterQuietHours } from '../../src/escalations/quiet-hours.ts';
import { fateOf, planReminders } from '../../src/escalations/reminders.ts';
import { given, later, noon, policy, send } from './world.ts';

const hours = { from: '19:00', to: '07:30', weekends: true };
const quiet = (at: string, zone = 'America/Toronto') =>
  afterQuietHours(new Date(at), zone, hours).toISOString().slice(0, 16);

describe('quiet hours', () => {
  test.each([
    ['a working day', '2026-03-10T16:00', '2026-03-10T16:00'],
    ['the minute before the evening', '2026-03-10T22:59', '2026-03-10T22:59'],
    ['the evening, until the next morning', '2026-03-10T23:00', '2026-03-11T11:30'],
    ['the night, until its morning', '2026-03-11T06:00', '2026-03-11T11:30'],
    ['the minute in which the morning begins', '2026-03-11T11:30', '2026-03-11T11:30'],
    ['Friday evening, until Monday', '2026-03-13T23:30', '2026-03-16T11:30'],
    ['Saturday noon, until Monday', '2026-03-14T16:00', '2026-03-16T11:30'],
    ['Sunday evening, until Monday', '2026-03-15T23:30', '2026-03-16T11:30'],
  ])('carry what falls in them: %s', (_, at, to) => {
    expect(quiet(`${at}Z`)).toBe(to);
  });

  test('go by the clock of the desk, over a change of the clocks as well', () => {
    expect(quiet('2026-03-10T16:00Z', 'Asia/Tokyo')).toBe('2026-03-10T22:30');
    // The clocks of Toronto go forward in the night to Sunday, 8 March 2026.
    expect(
      afterQuietHours(new Date('2026-03-08T03:00Z'), 'America/Toronto', { ...hours, weekends: false }),
    ).toEqual(new Date('2026-03-08T11:30Z'));
    expect(quiet('2026-03-07T03:00Z')).toBe('2026-03-09T11:30');
  });
});

describe('a desk is reminded', () => {
  const planned = (state: Escalation, now = noon) => {
    const deadline = policy.deadlines[state.urgency];
    return planReminders(state, 'human-rights', deadline, policy.quietHours, 'America/Toronto', now).map(
      ({ stage, at }) => `${stage} ${at.toISOString().slice(0, 16)}`,
    );
  };
  const asked = (urgency: 'routine' | 'urgent' | 'immediate') =>
    given({ ...send('general'), urgency } as ReturnType<typeof send>).state;

  test('of a routine request in its working hours', () => {
    // Sent on Tuesday noon: due on Friday noon, the duty officer and the head hear of it on Monday.
    expect(planned(asked('routine'))).toEqual([
      'due-soon 2026-03-12T16:00',
      'due 2026-03-13T16:00',
      'duty-officer 2026-03-16T11:30',
      'head 2026-03-16T11:30',
    ]);
  });

  test('of an urgent one at any hour', () => {
    expect(planned(asked('urgent'))).toEqual([
      'due-soon 2026-03-11T12:00',
      'due 2026-03-11T16:00',
      'duty-officer 2026-03-11T18:00',
      'head 2026-03-11T22:00',
    ]);
    expect(planned(asked('immediate'))[3]).toBe('head 2026-03-10T19:00');
  });

  test('from the present on when it takes a request over late', () => {
    expect(planned(asked('urgent'), later(30))).toEqual([
      'due 2026-03-11T22:00',
      'duty-officer 2026-03-12T00:00',
      'head 2026-03-12T04:00',
    ]);
  });

  test('not at all before a due time that quiet hours reach', () => {
    const state = { ...asked('routine'), due: '2026-03-16T11:00:00.000Z' };
    expect(planned(state)[0]).toBe('due 2026-03-16T11:30');
  });

  test('only while it is the one that is waited for', () => {
    const state = asked('routine');
    const reminder = { reference: state.reference, revision: 1, desk: 'human-rights', stage: 'due' } as const;
    expect(fateOf(reminder, state, later(72))).toBe('given');
    expect(fateOf({ ...reminder, revision: 2 }, state, later(72))).toBe('dropped');
    expect(fateOf({ ...reminder, desk: 'americas' }, state, later(72))).toBe('dropped');
    expect(fateOf({ ...reminder, stage: 'due-soon' }, state, later(71))).toBe('given');
    expect(fateOf({ ...reminder, stage: 'due-soon' }, state, later(72))).toBe('folded');
    for (const type of ['approve', 'ask-for-changes'] as const) {
      const { state: decided } = given(send('general'), 'ana', ['hana', { type, revision: 1, text: 'So.' }]);
      expect(fateOf(reminder, decided, later(72))).toBe('dropped');
    }
  });
});

test('of reminders that are due together the last one speaks, at any hour after a stop', () => {
  const state = given({ ...send('general'), urgency: 'urgent' } as ReturnType<typeof send>).state;
  const planned = planReminders(
    state,
    'human-rights',
    policy.deadlines.urgent,
    policy.quietHours,
    'America/Toronto',
    noon,
  );
  const givenAt = (hours: number) =>
    planned
      .filter(({ at }) => at <= later(hours))
      .filter(reminder => fateOf(reminder, state, later(hours)) === 'given')
      .map(({ stage }) => stage);
  expect([19, 20, 23, 24, 25, 26, 29, 30, 500].map(givenAt)).toEqual([
    [],
    ['due-soon'],
    ['due-soon'],
    ['due'],
    ['due'],
    ['duty-officer'],
    ['duty-officer'],
    ['head'],
    ['head'],
  ]);
});

test.each([
  ['before its time', '2026-03-10T12:29Z', undefined],
  ['at its time', '2026-03-10T12:30Z', '2026-03-10'],
  ['after a stop in the morning', '2026-03-10T16:29Z', '2026-03-10'],
  ['in the afternoon', '2026-03-10T16:30Z', undefined],
  ['on Saturday', '2026-03-14T13:00Z', undefined],
  ['in winter, an hour later by the sun', '2026-01-12T13:30Z', '2026-01-12'],
])('a digest is wanted by the clock of its unit: %s', (_, at, day) => {
  expect(digestDay(new Date(at), 'America/Toronto', '08:30', hours)).toBe(day);
});
