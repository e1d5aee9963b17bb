import { isDeepStrictEqual } from 'node:util';
import { readAnswers, requiredRoles } from './answers.ts';
import { mayRead } from './authority.ts';
import type { AddComment, Revise, Withdraw } from './commands.ts';
import type { Context } from './context.ts';
import type { Outcome } from './decide.ts';
import { decisionOf, type Escalation, isClosed } from './escalation.ts';
import { dueAt } from './open-request.ts';
import { kindOf } from './policy.ts';
import { isRefusal, type Refusal } from './refusals.ts';
import { seatsFor } from './seats.ts';
import { readNote, tooLate } from './still-open.ts';

/** The mission says it anew: when changes were asked for, or while no desk has spoken. */
export function reviseRequest(state: Escalation, command: Revise, context: Context): Outcome {
  const { actor, now, policy, offices } = context;
  const refusal = ofMission(state, context) ?? tooLate(state, command.revision) ?? underDecision(state);
  if (refusal) return refusal;
  const kind = kindOf(policy, state.kind);
  if (!kind) return { refusal: 'unknown-kind' };
  const read = readAnswers(policy, kind, command.answers);
  if ('problems' in read) return { refusal: 'answers-unusable', problems: read.problems };
  const { answers } = read;
  if (isDeepStrictEqual(answers, state.answers) && command.urgency === state.urgency) {
    return { refusal: 'nothing-revised' };
  }
  const seats = seatsFor(requiredRoles(kind, answers), state.seats, state.mission, offices);
  if (isRefusal(seats)) return seats;
  return {
    events: [
      {
        type: 'RequestRevised',
        by: actor,
        at: now.toISOString(),
        revision: state.revision + 1,
        urgency: command.urgency,
        answers,
        seats,
        due: dueAt(context, kind, command.urgency),
      },
    ],
  };
}

/** The mission takes its request back, whatever its desks have said so far. */
export function withdrawRequest(state: Escalation, command: Withdraw, context: Context): Outcome {
  const refusal = ofMission(state, context) ?? tooLate(state, command.revision);
  if (refusal) return refusal;
  const note = readNote(command.text, 'optional');
  if (isRefusal(note)) return note;
  const { actor, now } = context;
  const { revision } = state;
  return { events: [{ type: 'RequestWithdrawn', by: actor, at: now.toISOString(), revision, ...note }] };
}

/** Anybody of the mission or of a desk says something; it holds for any revision. */
export function addComment(state: Escalation, command: AddComment, context: Context): Outcome {
  if (!mayRead(state, context)) return { refusal: 'not-entitled' };
  const late = tooLate(state, state.revision);
  if (late) return late;
  const note = readNote(command.text, 'required');
  if (isRefusal(note)) return note;
  const { actor, now } = context;
  const { revision } = state;
  return {
    events: [{ type: 'CommentAdded', by: actor, at: now.toISOString(), revision, text: note.text ?? '' }],
  };
}

function ofMission(state: Escalation, { actor, offices }: Context): Refusal | undefined {
  return offices.servesAt(state.mission, actor) ? undefined : { refusal: 'not-of-the-mission' };
}

/** Whether the mission may still say it anew, as far as the request itself goes. */
export function isRevisable(state: Escalation): boolean {
  return !isClosed(state) && underDecision(state) === undefined;
}

/** What a desk has approved does not change under its hands: it, or another desk, must ask for changes first. */
function underDecision(state: Escalation): Refusal | undefined {
  if (state.status === 'changes-asked') return undefined;
  const first = state.seats.map(({ desk }) => decisionOf(state, desk)).find(Boolean);
  return first && { refusal: 'already-under-decision', desk: first.desk, by: first.by };
}
