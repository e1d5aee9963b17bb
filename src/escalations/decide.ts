import type { Change } from './commands.ts';
import type { Context } from './context.ts';
import type { Escalation } from './escalation.ts';
import type { Changed } from './events.ts';
import { giveDecision } from './give-decision.ts';
import { addComment, reviseRequest, withdrawRequest } from './mission-changes.ts';
import { reassignRequest } from './reassign-request.ts';
import type { Refusal } from './refusals.ts';

/** What a command leads to: what happened, in its order, or why nothing did. */
export type Outcome = { readonly events: readonly Changed[] } | Refusal;

/** Decides on a command about a request that exists. Pure: state, time and people are what it is given. */
export function decide(state: Escalation, command: Change, context: Context): Outcome {
  switch (command.type) {
    case 'revise':
      return reviseRequest(state, command, context);
    case 'withdraw':
      return withdrawRequest(state, command, context);
    case 'comment':
      return addComment(state, command, context);
    case 'reassign':
      return reassignRequest(state, command, context);
    default:
      return giveDecision(state, command, context);
  }
}
