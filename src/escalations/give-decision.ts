import { graveBecause } from './answers.ts';
import { fourEyes, type Voice, voiceOf } from './authority.ts';
import type { Decide } from './commands.ts';
import type { Context } from './context.ts';
import type { Outcome } from './decide.ts';
import { type Choice, type Decision, decisionOf, type Escalation, waitingDesks } from './escalation.ts';
import type { Changed, RequestClosed } from './events.ts';
import { kindOf } from './policy.ts';
import { isRefusal, type Refusal } from './refusals.ts';
import { readNote, tooLate, waitsForMission } from './still-open.ts';

const needsText: ReadonlySet<Choice> = new Set(['approve-with-conditions', 'ask-for-changes', 'decline']);
/** Asking for changes settles nothing and is never confirmed. */
const settles: ReadonlySet<Choice> = new Set([
  'approve',
  'approve-with-conditions',
  'decline',
  'acknowledge',
]);

/**
 * A desk speaks. The order of the checks is that of what a person should hear first: that it is not theirs to say, then
 * that it is too late, then what is missing.
 */
export function giveDecision(state: Escalation, command: Decide, context: Context): Outcome {
  const voice = voiceOf(state, command.desk, context);
  if (isRefusal(voice)) return voice;
  const refusal =
    fourEyes(state, voice, context) ??
    repeated(state, command, voice, context) ??
    tooLate(state, command.revision) ??
    waitsForMission(state) ??
    taken(state, voice, context);
  if (refusal) return refusal;
  if ((command.type === 'acknowledge') !== (state.strength === 'report')) {
    return { refusal: 'choice-not-offered', strength: state.strength };
  }
  const note = readNote(command.text, needsText.has(command.type) ? 'required' : 'optional');
  if (isRefusal(note)) return note;
  const because = gravity(state, context);
  if (because.length > 0 && settles.has(command.type) && command.confirmed !== true) {
    return { refusal: 'confirmation-needed', because };
  }
  const decision: Decision = {
    desk: voice.desk,
    by: context.actor,
    right: voice.right,
    choice: command.type,
    ...note,
    revision: state.revision,
    at: context.now.toISOString(),
  };
  return { events: [{ type: 'DecisionGiven', ...decision }, ...consequence(state, decision)] };
}

/** The same person said the same for the same desk: the first press counts. */
function repeated(
  state: Escalation,
  command: Decide,
  { desk }: Voice,
  { actor }: Context,
): Refusal | undefined {
  const earlier = command.revision === state.revision ? decisionOf(state, desk) : undefined;
  if (!earlier || earlier.by !== actor || earlier.choice !== command.type) return undefined;
  return { refusal: 'repeated', choice: earlier.choice, at: earlier.at };
}

/** One decision for each desk; and two desks that must both agree are two judgements, so they need two people. */
function taken(state: Escalation, { desk }: Voice, { actor }: Context): Refusal | undefined {
  const first = decisionOf(state, desk);
  if (first) {
    return { refusal: 'desk-has-decided', desk, by: first.by, choice: first.choice, at: first.at };
  }
  const other = state.decisions.find(({ revision, by }) => revision === state.revision && by === actor);
  return other && { refusal: 'decided-for-another-desk', desk: other.desk };
}

function gravity(state: Escalation, { policy }: Context): readonly string[] {
  const kind = kindOf(policy, state.kind);
  return kind ? graveBecause(policy, kind, state.answers) : [];
}

/** What the request becomes by a decision: nothing yet, while other desks have still to speak. */
function consequence(state: Escalation, { desk, by, at, revision, choice }: Decision): readonly Changed[] {
  const close = (type: RequestClosed['type']): Changed => ({ type, by, at, revision });
  if (choice === 'ask-for-changes') return [{ type: 'ChangesAsked', by, at, revision, desk }];
  if (choice === 'decline') return [close('RequestDeclined')];
  if (waitingDesks(state).some(waiting => waiting !== desk)) return [];
  return [close(choice === 'acknowledge' ? 'RequestAcknowledged' : 'RequestApproved')];
}
