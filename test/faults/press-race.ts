import fc from 'fast-check';
import type { Kept } from '../../src/escalations/ports.ts';
import type { Refusal } from '../../src/escalations/refusals.ts';
import type { Store } from '../../src/store/store.ts';
import { accepted, by, openOffice } from '../conversation/sign-off/office.ts';
import { later, send } from '../escalations/world.ts';

/** What is wrong after a race; nothing when all is well. */
export type RaceProblem = string;

interface Press {
  readonly actor: 'hana' | 'ravi';
  readonly type: 'approve' | 'approve-with-conditions' | 'ask-for-changes' | 'decline';
  readonly bot: number;
}

const presses = 50;
const plan = fc.array(
  fc.record<Press>({
    actor: fc.constantFrom('hana', 'ravi'),
    type: fc.constantFrom('approve', 'approve-with-conditions', 'ask-for-changes', 'decline'),
    bot: fc.nat(7),
  }),
  { minLength: presses, maxLength: presses },
);

/**
 * Two approvers of one desk press fifty buttons at once, on all the bots that share a database.
 *
 * @param stores one per bot
 * @param seed the same seed gives the same presses
 * @returns what is not as it must be: one winner, everybody else told who won, nothing else on record
 */
export async function racePresses(stores: readonly Store[], seed: number): Promise<RaceProblem[]> {
  const offices = stores.map(store => openOffice(store));
  const [first] = offices;
  const [store] = stores;
  if (!first || !store) throw new Error('a race needs a bot');
  const { state } = accepted(await first.signOff.open(send('general'), undefined, by('ana')));
  const { reference } = state;
  const [pressed = []] = fc.sample(plan, { seed, numRuns: 1 });
  for (const office of offices) office.clock.now = later(1);
  const outcomes = await Promise.all(
    pressed.map(({ actor, type, bot }) => {
      const office = offices[bot % offices.length] ?? first;
      return office.signOff.change(reference, { type, revision: 1, text: 'So be it.' }, by(actor));
    }),
  );
  const winners = outcomes.filter(isKept);
  const [winner] = winners;
  if (winners.length !== 1 || !winner) return [`${reference}: ${winners.length} winners`];
  const won = winner.state.decisions[0];
  const problems = outcomes.flatMap((outcome, index) => {
    if (isKept(outcome)) return [];
    const mine = pressed[index];
    const isTold =
      (outcome.refusal === 'repeated' && won?.by === mine?.actor && won?.choice === mine?.type) ||
      ('by' in outcome && outcome.by === won?.by);
    return isTold ? [] : [`${reference}: ${mine?.actor} was told ${JSON.stringify(outcome)}`];
  });
  const kept = await store.escalations.find(reference);
  if (kept?.version !== 2 || kept.state.decisions.length !== 1) problems.push(`${reference}: changed twice`);
  const account = await store.auditReader.accountOf({ kind: 'escalation', id: reference });
  const deciding = account.filter(({ event }) => event === 'DecisionGiven');
  if (account.length !== 3 || deciding[0]?.actor !== won?.by) {
    problems.push(`${reference}: on record are ${account.map(({ event }) => event).join(', ')}`);
  }
  return problems;
}

const isKept = (outcome: Kept | Refusal): outcome is Kept => 'state' in outcome;
