import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Delegation } from '../../src/directory/directory.ts';
import { requiredRoles } from '../../src/escalations/answers.ts';
import type { Change } from '../../src/escalations/commands.ts';
import { decide } from '../../src/escalations/decide.ts';
import { choices, type Escalation, isClosed } from '../../src/escalations/escalation.ts';
import type { EscalationEvent } from '../../src/escalations/events.ts';
import { evolve, replay } from '../../src/escalations/evolve.ts';
import { kindOf } from '../../src/escalations/policy.ts';
import { isRefusal } from '../../src/escalations/refusals.ts';
import {
  answersFor,
  contextOf,
  everybody,
  given,
  later,
  officesWith,
  policy,
  send,
  stranger,
} from './world.ts';

const kinds = policy.kinds
  .map(({ id }) => id)
  .filter(id => !['asylum-visa', 'canadian-business'].includes(id));
const desks = ['human-rights', 'americas', 'asia', 'consular', 'atlantis'];
/** Those who have a say come more often, `twin` of two desks among them. */
const person = fc.oneof(
  fc.constantFrom(...everybody, stranger),
  fc.constantFrom('twin', 'hana', 'gil', 'ana', 'twin'),
);
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constant('Said so.') },
  fc.constant(undefined),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const ties = fc.constantFrom('citizen', 'permanent-resident', 'other-ties');

/** A command that is often right: what it is made for is filled in when the state is known. */
type Draft = (state: Escalation) => Change;
const shown = fc
  .oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.constantFrom(-1, 1))
  .map(offset => (state: Escalation) => ({ revision: state.revision + offset }));
const draft: fc.Arbitrary<Draft> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        shown,
        type: fc.oneof({ weight: 2, arbitrary: fc.constant('yes' as const) }, fc.constantFrom(...choices)),
        // A place among the desks that are asked, any desk, or none.
        desk: fc.oneof(fc.nat(1), fc.constantFrom(...desks), fc.constant(undefined)),
        confirmed: fc.boolean(),
        text,
      })
      .map(
        ({ shown: at, type, desk, ...rest }): Draft =>
          state => {
            const yes = state.strength === 'report' ? 'acknowledge' : 'approve';
            return {
              ...at(state),
              ...clean({ ...rest, desk: typeof desk === 'number' ? state.seats[desk]?.desk : desk }),
              type: type === 'yes' ? yes : type,
            } as Change;
          },
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        shown,
        words: fc.string({ minLength: 1, maxLength: 9 }),
        ties,
        urgency: fc.constantFrom('routine', 'urgent'),
      })
      .map(
        ({ shown: at, words, ties: bonds, urgency }): Draft =>
          state => {
            const reason = 'Because.';
            const answers = answersFor(state.kind, { request: { value: words } });
            const own = 'ties' in answers ? { ...answers, ties: { value: bonds, reason } } : answers;
            return { type: 'revise', ...at(state), urgency, answers: own } as Change;
          },
      ),
  },
  fc
    .record({
      shown,
      desk: fc.option(fc.constantFrom(...desks), { nil: undefined }),
      to: fc.constantFrom(...desks),
      text,
    })
    .map(
      ({ shown: at, ...rest }): Draft =>
        state =>
          ({ type: 'reassign', ...at(state), ...clean(rest) }) as Change,
    ),
  text.map(
    (words): Draft =>
      () => ({ type: 'comment', text: words ?? '' }),
  ),
  {
    weight: 1,
    arbitrary: shown.map(
      (at): Draft =>
        state => ({ type: 'withdraw', ...at(state) }),
    ),
  },
);
const clean = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const delegation = fc.record({
  desk: fc.constantFrom(...desks),
  from: person,
  to: person,
  until: fc.integer({ min: 0, max: 40 }).map(later),
});
interface Story {
  readonly kind: string;
  readonly sender: string;
  readonly delegations: readonly Delegation[];
  readonly steps: readonly { readonly actor: string; readonly draft: Draft }[];
}
const story: fc.Arbitrary<Story> = fc.record({
  kind: fc.constantFrom(...kinds),
  sender: fc.constantFrom('ana', 'both', 'hugo'),
  delegations: fc.array(delegation, { maxLength: 4 }),
  steps: fc.array(fc.record({ actor: person, draft }), { maxLength: 40 }),
});

/** Lets the people of a story act, and checks after every step what must always hold. */
function play({ kind, sender, delegations, steps }: Story): Escalation {
  const start = given(send(kind), kind === 'urgent-action' ? 'hugo' : sender);
  let state = start.state;
  let events: readonly EscalationEvent[] = start.events;
  for (const [hour, step] of steps.entries()) {
    const command = step.draft(state);
    const outcome = decide(state, command, contextOf(step.actor, later(hour), delegations));
    if (isRefusal(outcome)) continue;
    expect(isClosed(state), 'a closed request changed').toBe(false);
    if ('revision' in command) expect(command.revision, 'decided on what was not shown').toBe(state.revision);
    expect(outcome.events.length).toBeGreaterThan(0);
    const next = outcome.events.reduce<Escalation>(evolve, state);
    expect(next, 'a command was accepted and changed nothing').not.toEqual(state);
    const revised = outcome.events.some(({ type }) => type === 'RequestRevised');
    expect(next.revision).toBe(state.revision + (revised ? 1 : 0));
    events = [...events, ...outcome.events];
    state = next;
    checkAlways(state);
  }
  // Nothing is lost: the events alone tell the whole state, and each decision and comment is in it.
  expect(replay(JSON.parse(JSON.stringify(events)))).toEqual(state);
  const count = (type: EscalationEvent['type']) => events.filter(event => event.type === type).length;
  expect(state.decisions).toHaveLength(count('DecisionGiven'));
  const reasons = events.filter(event => event.type === 'RequestReassigned' && event.text !== undefined);
  expect(state.comments).toHaveLength(count('CommentAdded') + reasons.length);
  expect(state.revision).toBe(1 + count('RequestRevised'));
  return state;
}

function checkAlways(state: Escalation): void {
  const offices = officesWith();
  for (const { by, desk, revision } of state.decisions) {
    expect(state.requester, 'a requester decided').not.toBe(by);
    expect(offices.servesAt(state.mission, by), 'the mission decided for Headquarters').toBeUndefined();
    const sameRevision = state.decisions.filter(one => one.revision === revision);
    expect(
      sameRevision.filter(one => one.desk === desk),
      'a desk decided twice',
    ).toHaveLength(1);
    expect(
      sameRevision.filter(one => one.by === by),
      'one person decided for two desks',
    ).toHaveLength(1);
  }
  const kind = kindOf(policy, state.kind);
  if (!kind) throw new Error('the kind is gone');
  const roles = requiredRoles(kind, state.answers);
  expect(state.seats.flatMap(seat => seat.roles).toSorted()).toEqual(roles.toSorted());
  if (kind.reassignTo === 'same-role') {
    for (const seat of state.seats) expect(seat.roles).toEqual([offices.desk(seat.desk)?.role]);
  }
  if (state.status !== 'approved' && state.status !== 'acknowledged') return;
  for (const { desk } of state.seats) {
    const said = state.decisions.filter(one => one.desk === desk && one.revision === state.revision);
    const yes = state.status === 'approved' ? ['approve', 'approve-with-conditions'] : ['acknowledge'];
    expect(yes, `${state.status} without ${desk}`).toContain(said[0]?.choice);
    expect(state.authors, 'an author decided').not.toContain(said[0]?.by);
  }
}

test('whatever people try, no rule breaks and no event is lost', { timeout: 60_000 }, () => {
  const ends = new Map<string, number>();
  fc.assert(
    fc.property(story, told => {
      const { status } = play(told);
      ends.set(status, (ends.get(status) ?? 0) + 1);
    }),
    { numRuns: 2_000 },
  );
  // The stories are worth something only if they come to every end.
  expect([...ends.keys()].toSorted()).toEqual([
    'acknowledged',
    'approved',
    'changes-asked',
    'declined',
    'pending',
    'withdrawn',
  ]);
});

test('a closed request takes nothing more, from anybody', () => {
  const closed = given(send('general'), 'ana', ['hana', { type: 'approve', revision: 1 }]).state;
  fc.assert(
    fc.property(person, draft, fc.array(delegation, { maxLength: 3 }), (actor, attempt, delegations) => {
      const outcome = decide(closed, attempt(closed), contextOf(actor, later(1), delegations));
      expect(isRefusal(outcome)).toBe(true);
    }),
  );
});
