import { expect, test } from 'vitest';
import type { Change } from '../../src/escalations/commands.ts';
import { decide } from '../../src/escalations/decide.ts';
import type { Escalation } from '../../src/escalations/escalation.ts';
import { evolve } from '../../src/escalations/evolve.ts';
import { type FollowUp, followUps, placeName } from '../../src/escalations/follow-ups.ts';
import { isRefusal } from '../../src/escalations/refusals.ts';
import { answersFor, contextOf, given, send } from './world.ts';

function say(followUp: FollowUp): string {
  if (followUp.do === 'plan-reminders') return `plan-reminders ${followUp.desk}`;
  const what = followUp.do === 'tell' ? `tell ${followUp.event.type}` : followUp.do;
  return `${what}: ${placeName(followUp.place)}`;
}

function afterwards(before: Escalation, actor: string, command: Change): string[] {
  const outcome = decide(before, command, contextOf(actor));
  if (isRefusal(outcome)) throw new Error(outcome.refusal);
  const after = outcome.events.reduce<Escalation>(evolve, before);
  return followUps(before, outcome.events, after).map(say);
}

test('a new request is posted where it is decided and where it was asked, and time begins to run', () => {
  const { state, events } = given(send('diplomatic-measure'));
  expect(followUps(undefined, events, state).map(say)).toEqual([
    'post-card: requester',
    'post-card: desk human-rights',
    'post-card: desk americas',
    'plan-reminders human-rights',
    'plan-reminders americas',
  ]);
});

test('a decision changes every card and is told everywhere', () => {
  const { state } = given(send('general'));
  expect(afterwards(state, 'hana', { type: 'approve', revision: 1 })).toEqual([
    'change-card: requester',
    'change-card: desk human-rights',
    'tell DecisionGiven: requester',
    'tell RequestApproved: requester',
    'tell DecisionGiven: desk human-rights',
    'tell RequestApproved: desk human-rights',
  ]);
});

test('nobody is told in their own chat what they did themselves', () => {
  const { state } = given(send('general'));
  const comment = { type: 'comment', text: 'Any news?' } as const;
  expect(afterwards(state, 'ana', comment)).not.toContain('tell CommentAdded: requester');
  expect(afterwards(state, 'dina', comment)).toContain('tell CommentAdded: requester');
});

test('a revision goes to a desk that is asked for the first time, and to one that is asked no more', () => {
  const { state } = given(send('consular', { ties: { value: 'permanent-resident' } }));
  const revise = (ties: string, revision: number) =>
    ({
      type: 'revise',
      revision,
      urgency: 'routine',
      answers: answersFor('consular', { ties: { value: ties } }),
    }) as const;
  expect(afterwards(state, 'ana', revise('citizen', 1))).toEqual([
    'post-card: desk consular',
    'change-card: requester',
    'change-card: desk americas',
    'tell RequestRevised: desk americas',
    'plan-reminders consular',
    'plan-reminders americas',
  ]);
  const both = given(send('consular')).state;
  expect(afterwards(both, 'ana', revise('permanent-resident', 1))).toEqual([
    'change-card: requester',
    'change-card: desk consular',
    'change-card: desk americas',
    'tell RequestRevised: desk consular',
    'tell RequestRevised: desk americas',
    'plan-reminders americas',
  ]);
});

test('a part that is handed on runs anew at the desk that takes it', () => {
  const { state } = given(send('general'));
  expect(afterwards(state, 'hana', { type: 'reassign', revision: 1, to: 'consular' })).toEqual([
    'post-card: desk consular',
    'change-card: requester',
    'change-card: desk human-rights',
    'tell RequestReassigned: requester',
    'tell RequestReassigned: desk human-rights',
    'plan-reminders consular',
  ]);
});
