import { describe, expect, test } from 'vitest';
import { checkDraft, choose } from '../../../src/conversation/hearings/check-draft.ts';
import {
  draftOfHearing,
  draftOfSentence,
  fillIn,
  type HearingDraft,
} from '../../../src/conversation/hearings/hearing-draft.ts';
import { zones } from '../../../src/hearings/court-time.ts';
import { added, given } from '../../hearings/scene.ts';

const context = {
  now: new Date('2026-02-01T12:00:00Z'),
  zones,
  language: 'en' as const,
  isMission: (id: string) => id === 'bogota',
};
const sentence = {
  caseName: 'HERON',
  court: '',
  place: 'Toronto',
  when: '14 March at 9:30',
  toBeAnnounced: false,
};
const draft = (change: Partial<HearingDraft> = {}): HearingDraft => ({
  ...draftOfSentence(sentence, 'bogota'),
  ...change,
});

describe('a form is checked', () => {
  test('and what is in order is what will be kept', () => {
    expect(checkDraft(draft(), context)).toEqual({
      details: {
        caseName: 'HERON',
        mission: 'bogota',
        kind: 'other',
        court: '',
        place: 'Toronto',
        zone: 'America/Toronto',
        access: 'unknown',
      },
      when: { date: '2026-03-14', time: '09:30' },
      notes: {},
    });
  });

  test.each([
    [{ caseName: 'x' }, 'name-invalid'],
    [{ mission: 'atlantis' }, 'mission-unknown'],
    [{ place: '' }, 'place-missing'],
    [{ place: 'Erewhon' }, 'place-unknown'],
    [{ court: 'x'.repeat(201) }, 'court-too-long'],
    [{ charges: 'x'.repeat(2001) }, 'charges-too-long'],
    [{ when: '' }, 'when-missing'],
    [{ when: '', date: '2026-03-14' }, 'time-missing'],
    [{ when: '', time: '09:30' }, 'date-missing'],
    [{ when: '14 March' }, 'time-missing'],
    [{ when: '9:30' }, 'date-missing'],
    [{ when: 'soon' }, 'when-not-understood'],
    [{ when: '14 March 9:30 GMT' }, 'when-zone-named'],
    [{ when: '14 March 2025 9:30' }, 'when-past'],
    [{ when: '', date: '2026-02-30', time: '09:30' }, 'when-impossible'],
    [{ when: '', date: 'tomorrow', time: '09:30' }, 'when-impossible'],
  ] as const)('%j must be mended: %s', (change, problem) => {
    expect(checkDraft(draft(change), context)).toEqual({ problems: [problem] });
  });

  test('everything that is wrong is said at once', () => {
    const wrong = { caseName: '', place: '', mission: '', when: '' };
    expect(checkDraft(draft(wrong), context)).toEqual({
      problems: ['name-invalid', 'mission-unknown', 'place-missing'],
    });
  });

  test.each([
    [{ place: 'London' }, 'place', '1', { zone: { name: 'America/Toronto', of: 'London' } }],
    [{ when: '3/4 9:30' }, 'when', '2026-04-03 09:30', { date: '2026-04-03', time: '09:30', when: '' }],
    [{ when: '8 March 2026 02:30' }, 'skipped', '2026-03-08 03:30', { date: '2026-03-08', time: '03:30' }],
    [{ when: '1 November 2026 01:30' }, 'doubled', 'second', { turn: 'second' }],
  ] as const)('%j is a choice about the %s, and what was chosen holds', (change, about, value, chosen) => {
    const asked = checkDraft(draft(change), context);
    expect(asked.choice?.about).toBe(about);
    if (!asked.choice) return;
    expect(choose(draft(change), asked.choice, 'something else')).toBeUndefined();
    const after = choose(draft(change), asked.choice, value);
    expect(after).toMatchObject(chosen);
    expect(after && checkDraft(after, context)).toHaveProperty('details');
  });

  test('a chosen city is asked about again when another one is typed', () => {
    const chosen = draft({ place: 'London', zone: { name: 'America/Toronto', of: 'London' } });
    expect(checkDraft(chosen, context)).toHaveProperty('details.zone', 'America/Toronto');
    const typed = fillIn(chosen, { place: 'San José', date: '2026-03-14', time: '09:30' });
    expect(typed && checkDraft(typed, context).choice?.about).toBe('place');
  });
});

describe('a form that is filled in', () => {
  const hearing = given(added);
  test('keeps what it does not ask, and says only which notes were changed', () => {
    const edit = draftOfHearing(hearing, 'edit', { judge: 'A', charges: 'B' });
    const filled = fillIn(edit, { judge: 'A', charges: '', access: 'closed' });
    expect(filled && checkDraft(filled, context)).toMatchObject({
      details: { court: 'Juzgado 4', access: 'closed' },
      when: { date: '2026-03-14', time: '09:30' },
      notes: { charges: '' },
    });
  });

  test('writes no notes of somebody who may not read them', () => {
    const filled = fillIn(draftOfHearing(hearing, 'edit', undefined), { judge: 'forged' });
    expect(filled && checkDraft(filled, context)).toMatchObject({ notes: {} });
  });

  test.each([
    [{ kind: 'picnic' }],
    [{ caseName: 7 }],
    [{ toBeAnnounced: 'maybe' }],
    [{ judge: 'x'.repeat(6000) }],
    ['x'],
  ])('with %j is not what the form sends', pressed => {
    expect(fillIn(draft(), pressed)).toBeUndefined();
  });
});
