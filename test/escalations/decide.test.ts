import { describe, expect, test } from 'vitest';
import type { Decide } from '../../src/escalations/commands.ts';
import { conditionsOf, type Escalation, waitingDesks } from '../../src/escalations/escalation.ts';
import { answersFor, given, later, noon, send, stranger, when } from './world.ts';

const at = noon.toISOString();
const approve: Decide = { type: 'approve', revision: 1 };
const withConditions: Decide = { type: 'approve-with-conditions', revision: 1, text: 'No photographs.' };
const askForChanges: Decide = { type: 'ask-for-changes', revision: 1, text: 'Say who goes.' };
const decline: Decide = { type: 'decline', revision: 1, text: 'The risk is too great.' };
const acknowledge: Decide = { type: 'acknowledge', revision: 1 };
const withdraw = { type: 'withdraw', revision: 1 } as const;
const revise = (revision = 1, request = 'said anew') =>
  ({
    type: 'revise',
    revision,
    urgency: 'routine',
    answers: answersFor('detention-visit', { request: { value: request } }),
  }) as const;

describe('one desk', () => {
  const visit = given(send('detention-visit'));

  test.each([
    ['approves', approve, 'RequestApproved', 'approved'],
    ['approves with conditions', withConditions, 'RequestApproved', 'approved'],
    ['declines', decline, 'RequestDeclined', 'declined'],
  ] as const)('%s, and the request is closed', (_, command, event, status) => {
    expect(visit.when('hana', command, later(1))).toMatchObject({
      happened: ['DecisionGiven', event],
      state: { status, closed: { by: 'hana', at: later(1).toISOString() } },
    });
  });

  test('keeps its conditions with the approval', () => {
    const { state } = given(send('detention-visit'), 'ana', ['hana', withConditions]);
    expect(conditionsOf(state).map(({ desk, text }) => [desk, text])).toEqual([
      ['human-rights', 'No photographs.'],
    ]);
  });

  test('asks for changes, and the request waits for the mission', () => {
    const outcome = visit.when('hana', askForChanges);
    expect(outcome).toMatchObject({
      happened: ['DecisionGiven', 'ChangesAsked'],
      state: { status: 'changes-asked', asked: { by: 'hana', text: 'Say who goes.' } },
    });
    expect('state' in outcome && waitingDesks(outcome.state)).toEqual([]);
  });

  test.each(['rosa', 'ravi', 'hana'])('speaks by %s, each in their own right', person => {
    const outcome = visit.when(person, approve);
    const right = { rosa: 'head', ravi: 'duty-officer', hana: 'officer' }[person];
    expect('state' in outcome && outcome.state.decisions[0]?.right).toBe(right);
  });

  test('speaks by a delegate while the delegation lasts', () => {
    const delegation = { desk: 'human-rights', from: 'rosa', to: 'cora', until: later(1) };
    expect(when(visit.state, 'cora', approve, noon, [delegation])).toMatchObject({
      state: { status: 'approved', decisions: [{ by: 'cora', right: 'delegate' }] },
    });
    expect(when(visit.state, 'cora', approve, later(1), [delegation])).toEqual({
      refusal: 'not-of-the-desk',
    });
  });
});

describe('several desks', () => {
  const measure = given(send('diplomatic-measure'));

  test('sign in any order, and the last approval closes the request', () => {
    const first = given(send('diplomatic-measure'), 'ana', ['gil', withConditions]);
    expect(first.state.status).toBe('pending');
    expect(waitingDesks(first.state)).toEqual(['human-rights']);
    expect(first.when('hana', { ...withConditions, text: 'Quietly.' })).toMatchObject({
      happened: ['DecisionGiven', 'RequestApproved'],
      state: { status: 'approved', closed: { by: 'hana' } },
    });
  });

  test('of which one declines, decline it', () => {
    const first = given(send('diplomatic-measure'), 'ana', ['gil', approve]);
    expect(first.when('hana', decline)).toMatchObject({
      happened: ['DecisionGiven', 'RequestDeclined'],
      state: { status: 'declined' },
    });
  });

  test('of which one asks for changes, wait; what the others said lapses with the revision', () => {
    const { state, when: next } = given(
      send('diplomatic-measure'),
      'ana',
      ['gil', approve],
      ['hana', askForChanges],
      [
        'ana',
        {
          type: 'revise',
          revision: 1,
          urgency: 'urgent',
          answers: answersFor('diplomatic-measure'),
        },
        later(5),
      ],
    );
    expect(state).toMatchObject({ status: 'pending', revision: 2, due: later(29).toISOString() });
    expect(waitingDesks(state)).toEqual(['human-rights', 'americas']);
    expect(state.decisions).toHaveLength(2);
    expect(next('hana', { ...approve, revision: 2 })).toMatchObject({ happened: ['DecisionGiven'] });
  });

  test('need two people: who signed for one does not sign for the other', () => {
    const first = given(send('diplomatic-measure'), 'ana', ['twin', { ...approve, desk: 'americas' }]);
    expect(first.when('twin', { ...approve, desk: 'human-rights' })).toEqual({
      refusal: 'decided-for-another-desk',
      desk: 'americas',
    });
  });

  test('leave who acts for more than one to say for which', () => {
    expect(measure.when('twin', approve)).toEqual({
      refusal: 'which-desk',
      desks: ['human-rights', 'americas'],
    });
    expect(measure.when('twin', { ...approve, desk: 'americas' })).toMatchObject({
      state: { decisions: [{ desk: 'americas', by: 'twin' }] },
    });
  });
});

describe('a report', () => {
  test('is acknowledged by each desk', () => {
    const first = given(send('consular'), 'ana', ['cora', acknowledge]);
    expect(first.state.status).toBe('pending');
    expect(first.when('gil', { ...acknowledge, text: 'Thank you.' })).toMatchObject({
      happened: ['DecisionGiven', 'RequestAcknowledged'],
      state: { status: 'acknowledged' },
    });
  });

  test.each([approve, withConditions, askForChanges, decline])('knows no “$type”', command => {
    expect(given(send('urgent-action'), 'hugo').when('gil', command)).toEqual({
      refusal: 'choice-not-offered',
      strength: 'report',
    });
  });

  test('is what alone is acknowledged', () => {
    expect(given(send('general')).when('hana', acknowledge)).toEqual({
      refusal: 'choice-not-offered',
      strength: 'consult',
    });
  });
});

describe('four eyes', () => {
  const byOfficer = given(send('detention-visit'), 'both');

  test('nobody decides on their own request', () => {
    expect(byOfficer.when('both', approve)).toEqual({ refusal: 'own-request' });
  });

  test('nobody decides on what they revised', () => {
    const revised = given(send('detention-visit'), 'ana', ['both', revise()]);
    expect(revised.state.authors).toEqual(['ana', 'both']);
    expect(revised.when('both', { ...approve, revision: 2 })).toEqual({ refusal: 'own-request' });
  });

  test('nobody of the mission that asks decides, not even its head', () => {
    const visit = given(send('detention-visit'));
    expect(visit.when('both', approve)).toEqual({ refusal: 'own-mission' });
    const delegation = { desk: 'human-rights', from: 'rosa', to: 'hugo', until: later(9) };
    expect(when(visit.state, 'hugo', approve, noon, [delegation])).toEqual({ refusal: 'own-mission' });
  });

  test('nobody decides in the place of somebody who may not', () => {
    const forAuthor = { desk: 'human-rights', from: 'both', to: 'otis', until: later(9) };
    expect(when(byOfficer.state, 'otis', approve, noon, [forAuthor])).toEqual({
      refusal: 'delegate-of-author',
    });
    const forHead = { desk: 'human-rights', from: 'rosa', to: 'otis', until: later(9) };
    expect(when(byOfficer.state, 'otis', approve, noon, [forAuthor, forHead])).toMatchObject({
      state: { status: 'approved' },
    });
  });

  test('hold for handing a desk’s part on', () => {
    const reassign = { type: 'reassign', revision: 1, to: 'consular' } as const;
    expect(given(send('general'), 'both').when('both', reassign)).toEqual({ refusal: 'own-request' });
  });
});

describe('a press is refused', () => {
  const visit = given(send('detention-visit'));
  const approved = given(send('detention-visit'), 'ana', ['hana', approve]);

  test.each([approve, withConditions, askForChanges, decline])(
    'from who is not of the desk: “$type”',
    command => {
      for (const person of ['ana', 'gil', 'mei', stranger]) {
        expect(visit.when(person, command)).toEqual({ refusal: 'not-of-the-desk' });
        expect(approved.when(person, command)).toEqual({ refusal: 'not-of-the-desk' });
      }
      expect(visit.when('hana', { ...command, desk: 'americas' })).toEqual({ refusal: 'not-of-the-desk' });
    },
  );

  test('when it repeats the person’s own', () => {
    expect(approved.when('hana', approve)).toEqual({ refusal: 'repeated', choice: 'approve', at });
  });

  test('when somebody was first, and says who', () => {
    expect(approved.when('rosa', decline)).toEqual({
      refusal: 'closed',
      status: 'approved',
      by: 'hana',
      at,
    });
    const half = given(send('diplomatic-measure'), 'ana', ['gil', approve]);
    expect(half.when('gwen', decline)).toEqual({
      refusal: 'desk-has-decided',
      desk: 'americas',
      by: 'gil',
      choice: 'approve',
      at,
    });
    expect(half.when('gil', decline)).toMatchObject({ refusal: 'desk-has-decided', by: 'gil' });
  });

  test('when the card shows an older revision, or one that never was', () => {
    const revised = given(send('detention-visit'), 'ana', ['ana', revise()]);
    expect(revised.when('hana', approve)).toEqual({ refusal: 'stale-revision', shown: 1, current: 2 });
    expect(revised.when('hana', { ...approve, revision: 3 })).toEqual({
      refusal: 'stale-revision',
      shown: 3,
      current: 2,
    });
    expect(revised.when('ana', withdraw)).toMatchObject({ refusal: 'stale-revision' });
    expect(revised.when('ana', revise(1, 'again'))).toMatchObject({ refusal: 'stale-revision' });
  });

  test('while the request waits for the mission', () => {
    const waiting = given(send('diplomatic-measure'), 'ana', ['hana', askForChanges]);
    const refusal = { refusal: 'waits-for-mission', by: 'hana', at };
    expect(waiting.when('gil', approve)).toEqual(refusal);
    expect(waiting.when('gil', { type: 'reassign', revision: 1, to: 'asia' })).toEqual(refusal);
  });

  test.each([withConditions, askForChanges, decline])('when “$type” lacks its text', command => {
    for (const text of [undefined, '', ' \n\u200b\u2066 ']) {
      const { text: _, ...bare } = command;
      expect(visit.when('hana', text === undefined ? bare : { ...bare, text })).toEqual({
        refusal: 'text-required',
      });
    }
    expect(visit.when('hana', { ...command, text: 'x'.repeat(2_001) })).toEqual({
      refusal: 'text-too-long',
      most: 2_000,
    });
  });

  test('when a grave one is not confirmed', () => {
    const grave = given(
      send('detention-visit', { consulted: { value: 'unreachable', reason: 'Nobody knows the prison.' } }),
    );
    for (const command of [approve, withConditions, decline]) {
      expect(grave.when('hana', command)).toEqual({
        refusal: 'confirmation-needed',
        because: ['consulted'],
      });
      expect(grave.when('hana', { ...command, confirmed: true })).toHaveProperty('happened');
    }
    expect(grave.when('hana', askForChanges)).toHaveProperty('happened');
  });

  test.each(['approved', 'declined', 'acknowledged', 'withdrawn'] as const)('when it is %s', status => {
    const closed = {
      approved: () => approved,
      declined: () => given(send('detention-visit'), 'ana', ['hana', decline]),
      acknowledged: () =>
        given(send('consular', { ties: { value: 'permanent-resident' } }), 'ana', ['gil', acknowledge]),
      withdrawn: () => given(send('detention-visit'), 'ana', ['dina', withdraw]),
    }[status]();
    expect(closed.state.status).toBe(status);
    const refused = { refusal: 'closed', status };
    const officer = status === 'acknowledged' ? 'gwen' : 'rosa';
    for (const command of [approve, askForChanges, decline, acknowledge]) {
      expect(closed.when(officer, command)).toMatchObject(refused);
    }
    expect(closed.when(officer, { type: 'reassign', revision: 1, to: 'asia' })).toMatchObject(refused);
    expect(closed.when('ana', revise())).toMatchObject(refused);
    expect(closed.when('ana', withdraw)).toMatchObject(refused);
    expect(closed.when('ana', { type: 'comment', text: 'Too late?' })).toMatchObject(refused);
  });
});

describe('the mission', () => {
  const visit = given(send('detention-visit'));

  test('revises while no desk has spoken, by anybody who works there', () => {
    expect(visit.when('dina', revise(), later(2))).toMatchObject({
      happened: ['RequestRevised'],
      state: {
        revision: 2,
        status: 'pending',
        requester: 'ana',
        authors: ['ana', 'dina'],
        answers: { request: { value: 'said anew' } },
        revisedAt: later(2).toISOString(),
        due: later(74).toISOString(),
      },
    });
  });

  test('revises after changes were asked for, and the desk decides anew', () => {
    const revised = given(send('detention-visit'), 'ana', ['hana', askForChanges], ['ana', revise()]);
    expect(revised.state).not.toHaveProperty('asked');
    expect(revised.when('hana', { ...approve, revision: 2 })).toMatchObject({
      state: { status: 'approved', decisions: [{ revision: 1 }, { revision: 2 }] },
    });
  });

  test('does not change what a desk has approved', () => {
    const half = given(send('diplomatic-measure'), 'ana', ['gil', approve]);
    const again = {
      ...revise(),
      answers: answersFor('diplomatic-measure', { request: { value: 'another' } }),
    };
    expect(half.when('ana', again)).toEqual({
      refusal: 'already-under-decision',
      desk: 'americas',
      by: 'gil',
    });
  });

  test('is told when nothing is new, or an answer does not do', () => {
    expect(visit.when('ana', { ...revise(), answers: answersFor('detention-visit') })).toEqual({
      refusal: 'nothing-revised',
    });
    expect(visit.when('ana', { ...revise(), answers: {} })).toMatchObject({ refusal: 'answers-unusable' });
  });

  test('makes a request urgent by revising it', () => {
    const urgent = { ...revise(), urgency: 'immediate', answers: answersFor('detention-visit') } as const;
    expect(visit.when('ana', urgent)).toMatchObject({
      state: { urgency: 'immediate', due: later(2).toISOString() },
    });
  });

  test('goes to another desk in place of one that has left the directory', () => {
    const orphan: Escalation = { ...visit.state, seats: [{ desk: 'gone', roles: ['human-rights'] }] };
    expect(when(orphan, 'ana', revise())).toMatchObject({
      state: { revision: 2, seats: [{ desk: 'human-rights', roles: ['human-rights'] }] },
    });
  });

  test('adds or drops a desk by other answers; a desk that was reassigned stays', () => {
    const reassign = { type: 'reassign', revision: 1, desk: 'americas', to: 'asia' } as const;
    const report = given(send('consular'), 'ana', ['gil', reassign]);
    const answers = answersFor('consular', { ties: { value: 'permanent-resident' } });
    const outcome = report.when('ana', { ...revise(), answers });
    expect(outcome).toMatchObject({
      state: {
        seats: [{ desk: 'asia', roles: ['geographic'] }],
        threads: ['consular', 'americas', 'asia'],
      },
    });
  });

  test('withdraws, whatever was said so far', () => {
    const half = given(send('diplomatic-measure'), 'ana', ['gil', approve]);
    expect(half.when('hugo', { ...withdraw, text: 'She was released.' })).toMatchObject({
      happened: ['RequestWithdrawn'],
      state: { status: 'withdrawn', closed: { by: 'hugo', text: 'She was released.' } },
    });
    const waiting = given(send('detention-visit'), 'ana', ['hana', askForChanges]);
    expect(waiting.when('ana', withdraw)).toMatchObject({ state: { status: 'withdrawn' } });
    expect(waiting.when('ana', { ...withdraw, text: 'x'.repeat(2_001) })).toMatchObject({
      refusal: 'text-too-long',
    });
  });

  test('alone revises and withdraws', () => {
    for (const person of ['hana', 'mei', stranger]) {
      expect(visit.when(person, revise())).toEqual({ refusal: 'not-of-the-mission' });
      expect(visit.when(person, withdraw)).toEqual({ refusal: 'not-of-the-mission' });
    }
  });
});

describe('a comment', () => {
  const comment = { type: 'comment', text: ' Any news? ' } as const;

  test('comes from the mission and from the desks that were ever asked', () => {
    const report = given(send('general'), 'ana', ['hana', { type: 'reassign', revision: 1, to: 'consular' }]);
    for (const person of ['ana', 'hugo', 'cora', 'rosa']) {
      expect(report.when(person, comment)).toMatchObject({
        happened: ['CommentAdded'],
        state: { status: 'pending', comments: [{ by: person, text: 'Any news?', revision: 1 }] },
      });
    }
    for (const person of ['gil', 'mei', stranger]) {
      expect(report.when(person, comment)).toEqual({ refusal: 'not-entitled' });
    }
  });

  test('has a text', () => {
    expect(given(send('general')).when('ana', { ...comment, text: '\u200b' })).toEqual({
      refusal: 'text-required',
    });
  });
});

describe('a desk’s part', () => {
  const reassign = (to: string) => ({ type: 'reassign', revision: 1, to }) as const;
  const measure = given(send('diplomatic-measure'));

  test('goes to another desk of the same role', () => {
    expect(measure.when('gil', { ...reassign('asia'), text: 'Yours.' })).toMatchObject({
      happened: ['RequestReassigned'],
      state: {
        seats: [{ desk: 'human-rights' }, { desk: 'asia', roles: ['geographic'] }],
        threads: ['human-rights', 'americas', 'asia'],
        comments: [{ by: 'gil', text: 'Yours.', revision: 1 }],
      },
    });
  });

  test('goes to any desk where the policy lets it', () => {
    const question = given(send('general'), 'ana', ['hana', reassign('consular')]);
    expect(question.when('hana', approve)).toEqual({ refusal: 'not-of-the-desk' });
    expect(question.when('cora', approve)).toMatchObject({ state: { status: 'approved' } });
  });

  test('does not go to a desk of another role, to one that is asked already, or to none', () => {
    expect(measure.when('gil', reassign('consular'))).toEqual({ refusal: 'desk-of-another-role' });
    expect(measure.when('gil', reassign('human-rights'))).toEqual({
      refusal: 'desk-is-asked-already',
      desk: 'human-rights',
    });
    expect(measure.when('gil', reassign('atlantis'))).toEqual({ refusal: 'unknown-desk' });
  });

  test('is handed on by the desk alone, before it has spoken', () => {
    expect(measure.when('ana', reassign('asia'))).toEqual({ refusal: 'not-of-the-desk' });
    expect(measure.when('twin', reassign('asia'))).toMatchObject({ refusal: 'which-desk' });
    const half = given(send('diplomatic-measure'), 'ana', ['gil', approve]);
    expect(half.when('gwen', reassign('asia'))).toMatchObject({ refusal: 'desk-has-decided', by: 'gil' });
    expect(half.when('hana', { ...reassign('asia'), text: 'x'.repeat(2_001) })).toMatchObject({
      refusal: 'desk-of-another-role',
    });
    expect(measure.when('gil', { ...reassign('asia'), revision: 2 })).toMatchObject({
      refusal: 'stale-revision',
    });
    expect(measure.when('gil', { ...reassign('asia'), text: 'x'.repeat(2_001) })).toMatchObject({
      refusal: 'text-too-long',
    });
  });
});
