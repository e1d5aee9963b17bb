import { fourEyes, voiceOf } from './authority.ts';
import type { Reassign } from './commands.ts';
import type { Context } from './context.ts';
import type { Outcome } from './decide.ts';
import { decisionOf, type Escalation } from './escalation.ts';
import { kindOf } from './policy.ts';
import { isRefusal } from './refusals.ts';
import { readNote, tooLate, waitsForMission } from './still-open.ts';

/**
 * A desk hands its part to another one. Where the guidelines name the desk, only one of the same role can take it:
 * otherwise a request could be approved without who must be asked.
 */
export function reassignRequest(state: Escalation, command: Reassign, context: Context): Outcome {
  const { actor, now, policy, offices } = context;
  const voice = voiceOf(state, command.desk, context);
  if (isRefusal(voice)) return voice;
  const refusal =
    fourEyes(state, voice, context) ?? tooLate(state, command.revision) ?? waitsForMission(state);
  if (refusal) return refusal;
  const { desk: from } = voice;
  const decided = decisionOf(state, from);
  if (decided) {
    const { by, choice, at } = decided;
    return { refusal: 'desk-has-decided', desk: from, by, choice, at };
  }
  const target = offices.desk(command.to);
  if (!target) return { refusal: 'unknown-desk' };
  if (state.seats.some(({ desk }) => desk === target.id)) {
    return { refusal: 'desk-is-asked-already', desk: target.id };
  }
  const roles = state.seats.find(({ desk }) => desk === from)?.roles ?? [];
  const anyDesk = kindOf(policy, state.kind)?.reassignTo === 'any-desk';
  if (!anyDesk && !roles.every(role => role === target.role)) return { refusal: 'desk-of-another-role' };
  const note = readNote(command.text, 'optional');
  if (isRefusal(note)) return note;
  const { revision } = state;
  return {
    events: [
      { type: 'RequestReassigned', by: actor, at: now.toISOString(), revision, from, to: target.id, ...note },
    ],
  };
}
