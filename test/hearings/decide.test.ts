import { describe, expect, test } from 'vitest';
import type { HearingCommand } from '../../src/hearings/commands.ts';
import { evolve, evolveNotes } from '../../src/hearings/evolve.ts';
import type { Hearing } from '../../src/hearings/hearing.ts';
import { added, ana, ben, details, given, when } from './scene.ts';

const march = { date: '2026-03-14', time: '09:30' };
const april = { date: '2026-04-02', time: '14:00' };
const zone = 'America/Bogota';
const afterwards = { at: new Date('2026-03-14T18:00:00Z') };
const offered = { event: 'AttendanceOffered', attendee: ana } as const;

/** The state after a decision that must not be a refusal. */
function having(hearing: Hearing, command: HearingCommand, context = {}): Hearing {
  const decided = when(hearing, command, context);
  if ('refused' in decided) throw new Error(decided.refused);
  return decided.filter(({ event }) => event !== 'HearingAdded').reduce<Hearing>(evolve, hearing);
}

describe('adding', () => {
  const add = { command: 'AddHearing', id: 'HRG-2026-0001', details, when: march, notes: {} } as const;

  test('gives a hearing of revision 1, with what is sensitive beside it', () => {
    const notes = { judge: 'a judge' };
    const decided = when(undefined, { ...add, notes });
    expect(decided).toEqual([{ ...added, notes }]);
    expect(given(added)).toMatchObject({ revision: 1, schedule: { state: 'scheduled' } });
    expect(JSON.stringify(given({ ...added, notes } as typeof added))).not.toContain('a judge');
  });

  test.each([
    ['a time that has passed', { when: { date: '2026-01-31', time: '23:59' } }, 'time-past'],
    ['a date that there is not', { when: { date: '2026-02-30', time: '09:00' } }, 'date-impossible'],
    ['a zone that there is not', { details: { ...details, zone: 'America/Macondo' } }, 'zone-unknown'],
    ['an offset instead of a zone', { details: { ...details, zone: '-05:00' } }, 'zone-unknown'],
    ['a name in small letters', { details: { ...details, caseName: 'Maria Lopez' } }, 'name-invalid'],
  ])('refuses %s', (_, change, refused) => {
    expect(when(undefined, { ...add, ...change })).toEqual({ refused });
  });

  test('is for officials, and under a new reference', () => {
    expect(when(undefined, add, { actor: undefined })).toEqual({ refused: 'not-official' });
    expect(when(given(added), add)).toEqual({ refused: 'already-there' });
  });
});

describe('another time', () => {
  test('an adjournment raises the revision, remembers the old date and asks everybody to confirm again', () => {
    const before = given(added, offered, { event: 'AttendanceConfirmed', person: 'ana' });
    const hearing = having(before, { command: 'AdjournHearing', revision: 1, to: april });
    expect(hearing).toMatchObject({
      revision: 2,
      schedule: { state: 'scheduled', time: { ...april, zone }, adjournedFrom: { ...march, zone } },
      roster: { lead: 'ana', officials: [{ person: 'ana', confirmed: false }] },
    });
  });

  test('a hearing without a date waits for one, and keeps its roster', () => {
    const waiting = having(given(added, offered), { command: 'AdjournHearing', to: 'to-be-announced' });
    expect(waiting).toMatchObject({ revision: 2, schedule: { state: 'to-be-announced' } });
    expect(when(waiting, { command: 'AdjournHearing', to: april })).toEqual([
      { event: 'HearingDateAnnounced', time: { ...april, zone } },
    ]);
    expect(having(waiting, { command: 'AdjournHearing', to: april })).toMatchObject({
      revision: 3,
      schedule: { state: 'scheduled', adjournedFrom: { ...march, zone } },
      roster: { lead: 'ana' },
    });
  });

  test('a card of the older date changes nothing', () => {
    const hearing = having(given(added), { command: 'AdjournHearing', to: april });
    for (const command of ['SignUp', 'CancelHearing', 'ConfirmAttendance'] as const) {
      expect(when(hearing, { command, revision: 1 })).toEqual({ refused: 'card-outdated' });
    }
  });

  test('another zone moves the hearing though date and time stay', () => {
    const edit = { command: 'EditHearing', details: { zone: 'America/Lima', court: 'Juzgado 4' }, notes: {} };
    expect(when(given(added), edit as HearingCommand)).toEqual([
      { event: 'HearingEdited', details: { zone: 'America/Lima' }, notes: {} },
      { event: 'HearingTimeCorrected', time: { ...march, zone: 'America/Lima' } },
    ]);
  });

  test('the same time, or nothing at all, is refused', () => {
    expect(when(given(added), { command: 'AdjournHearing', to: march })).toEqual({ refused: 'same-time' });
    const edit = { command: 'EditHearing', details: { court: 'Juzgado 4' }, notes: {} } as const;
    expect(when(given(added), edit)).toEqual({ refused: 'nothing-changed' });
  });

  test('a cancelled hearing stays cancelled', () => {
    const hearing = having(given(added), { command: 'CancelHearing' });
    expect(hearing).toMatchObject({ revision: 2, schedule: { state: 'cancelled' } });
    expect(when(hearing, { command: 'AdjournHearing', to: april })).toEqual({ refused: 'cancelled' });
  });
});

describe('the roster', () => {
  test('whoever signs up first leads, and the next one when the lead withdraws', () => {
    const both = having(given(added, offered), { command: 'SignUp' }, { actor: ben });
    expect(both.roster).toMatchObject({ lead: 'ana', officials: [{ person: 'ana' }, { person: 'ben' }] });
    expect(having(both, { command: 'Withdraw' }).roster).toMatchObject({ lead: 'ben' });
    expect(having(given(added, offered), { command: 'Withdraw' }).roster).toEqual({
      officials: [],
      partners: [],
      interpreterNeeded: false,
    });
  });

  test('a swap hands over the turn and the lead, unconfirmed', () => {
    const confirmed = given(added, offered, { event: 'AttendanceConfirmed', person: 'ana' });
    const taken = having(confirmed, { command: 'TakeOver', from: 'ana' }, { actor: ben });
    expect(taken.roster).toMatchObject({ lead: 'ben', officials: [{ ...ben, confirmed: false }] });
    const given2 = having(confirmed, { command: 'HandOver', to: 'ben', toMission: 'lima' });
    expect(given2.roster).toEqual(taken.roster);
  });

  const partner = { kind: 'ngo', organisation: 'Front Line Defenders' } as const;
  test.each([
    ['signing up twice', { command: 'SignUp' }, 'already-attending'],
    ['taking over from nobody', { command: 'TakeOver', from: 'ben' }, 'not-attending'],
    ['handing over to somebody who attends', { command: 'HandOver', to: 'ana' }, 'already-attending'],
    ['naming a lead who does not attend', { command: 'NameLead', person: 'ben' }, 'lead-not-attending'],
    ['naming the lead again', { command: 'NameLead', person: 'ana' }, 'already-lead'],
    ['a partner twice', { command: 'AddPartner', partner }, 'partner-known'],
    [
      'removing an unknown partner',
      { command: 'RemovePartner', partner: { ...partner, organisation: 'X' } },
      'partner-unknown',
    ],
  ] as const)('refuses %s', (_, command, refused) => {
    expect(when(given(added, offered, { event: 'PartnerAdded', partner }), command)).toEqual({ refused });
  });

  test('who signs up to lead does lead', () => {
    const lead = having(given(added, offered), { command: 'SignUp', asLead: true }, { actor: ben });
    expect(lead.roster.lead).toBe('ben');
  });
});

describe('permission', () => {
  const ask = { command: 'ReportPermission', state: 'requested', askedOf: 'the registrar' } as const;

  test('is requested on the court’s own date, and whom was asked is a note', () => {
    // In Bogotá it is still the first of February.
    const decided = when(given(added), ask, { at: new Date('2026-02-02T03:00:00Z') });
    expect(decided).toEqual([
      { event: 'PermissionRequested', on: '2026-02-01', notes: { askedOf: 'the registrar' } },
    ]);
  });

  test('a refusal keeps the hearing alive, and it may be asked for again', () => {
    const asked = having(given(added), ask);
    const refused = having(asked, { command: 'ReportPermission', state: 'refused', on: '2026-02-10' });
    expect(refused).toMatchObject({
      revision: 1,
      schedule: { state: 'scheduled' },
      permission: { state: 'refused', requestedOn: '2026-02-01', answeredOn: '2026-02-10' },
    });
    expect(having(refused, ask).permission).toMatchObject({ state: 'requested' });
    expect(when(refused, { command: 'ReportPermission', state: 'refused' })).toEqual({
      refused: 'permission-unchanged',
    });
  });
});

describe('the outcome', () => {
  const outcome = { attendance: 'attended', result: 'adjourned' } as const;
  const record = { command: 'RecordOutcome', outcome, notes: { concerns: 'no interpreter' } } as const;

  test('can make the next hearing in the same step', () => {
    const next = { id: 'HRG-2026-0002', when: april, kind: 'verdict' } as const;
    expect(when(given(added), { ...record, next }, afterwards)).toEqual([
      { event: 'OutcomeRecorded', outcome: { ...outcome, next: next.id }, notes: record.notes },
      {
        event: 'HearingAdded',
        id: next.id,
        details: { ...details, kind: 'verdict' },
        time: { ...april, zone },
        notes: {},
        follows: 'HRG-2026-0001',
      },
    ]);
  });

  test.each([
    ['2027-03-14', '02:30', {}, { refused: 'time-skipped' }],
    ['2027-11-07', '01:30', {}, { refused: 'time-doubled' }],
    ['2027-11-07', '01:30', { turn: 'second' }, [{ event: 'OutcomeRecorded' }, { event: 'HearingAdded' }]],
  ] as const)(
    'makes no next hearing on %s at %s %j unless it is told which time is meant',
    (date, time, turn, expected) => {
      const inToronto = given({ ...added, details: { ...details, zone: 'America/Toronto' } } as typeof added);
      const next = { id: 'HRG-2026-0002', when: { date, time, ...turn } };
      expect(when(inToronto, { ...record, next }, afterwards)).toMatchObject(expected);
    },
  );

  test('is not known before the hearing begins, and only once', () => {
    expect(when(given(added), record)).toEqual({ refused: 'outcome-too-early' });
    const held = having(given(added), record, afterwards);
    expect(held).toMatchObject({ revision: 1, schedule: { state: 'held', outcome } });
    expect(when(held, record, afterwards)).toEqual({ refused: 'already-held' });
    const correct = { command: 'EditHearing', details: {}, notes: { concerns: '' } } as const;
    expect(when(held, correct, afterwards)).toMatchObject([{ event: 'HearingEdited' }]);
    // As the form sends it: everything, of which only the notes are different.
    const filled = { ...correct, details, when: march };
    expect(when(held, filled, afterwards)).toEqual([
      { event: 'HearingEdited', details: {}, notes: { concerns: '' } },
    ]);
    const refused = { refused: 'already-held' };
    expect(when(held, { ...filled, when: april }, afterwards)).toEqual(refused);
    expect(when(held, { ...filled, details: { ...details, court: 'x' } }, afterwards)).toEqual(refused);
  });
});

test('an empty note takes the note away', () => {
  const notes = { judge: 'a judge', charges: 'none' };
  const event = { event: 'HearingEdited', details: {}, notes: { judge: '' } } as const;
  expect(evolveNotes(notes, event)).toEqual({ charges: 'none' });
});
