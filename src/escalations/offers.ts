import { voiceOf } from './authority.ts';
import type { Change } from './commands.ts';
import type { Context } from './context.ts';
import { decide } from './decide.ts';
import { type Choice, choices, type Escalation } from './escalation.ts';
import { isRefusal } from './refusals.ts';

/** What a person could do with a request right now. */
export interface Possible {
  /** Decisions that would be accepted from them. */
  readonly choices: readonly Choice[];
  /** Ids of the desks that they could decide for. */
  readonly voices: readonly string[];
  readonly comment: boolean;
  readonly withdraw: boolean;
  /** Whether they may say it anew; what they then say is judged when they do. */
  readonly revise: boolean;
  /** Ids of the desks whose part they could hand to another. */
  readonly handing: readonly string[];
  /** Ids of the desks that could take it. */
  readonly otherDesks: readonly string[];
}

const anyText = 'x';

/**
 * Finds what a person could do by trying it: the rules that judge a command are the only ones there are.
 *
 * @param desks ids of all desks of the directory
 */
export function possibleFor(state: Escalation, desks: readonly string[], context: Context): Possible {
  const { revision } = state;
  const accepted = (command: Change) => !isRefusal(decide(state, command, context));
  const decision = (type: Choice, desk: string): Change => ({
    type,
    revision,
    desk,
    text: anyText,
    confirmed: true,
  });
  const voices = state.seats
    .map(({ desk }) => desk)
    .filter(desk => choices.some(choice => accepted(decision(choice, desk))));
  const revised = decide(
    state,
    { type: 'revise', revision, urgency: state.urgency, answers: state.answers },
    context,
  );
  const mayHand = (desk: string, to: string) => accepted({ type: 'reassign', revision, desk, to });
  const handing = state.seats
    .map(({ desk }) => desk)
    .filter(desk => !isRefusal(voiceOf(state, desk, context)))
    .filter(desk => desks.some(to => mayHand(desk, to)));
  return {
    choices: choices.filter(choice => voices.some(desk => accepted(decision(choice, desk)))),
    voices,
    comment: accepted({ type: 'comment', text: anyText }),
    withdraw: accepted({ type: 'withdraw', revision }),
    revise: !isRefusal(revised) || revised.refusal === 'nothing-revised',
    handing,
    otherDesks: desks.filter(to => handing.some(desk => mayHand(desk, to))),
  };
}
