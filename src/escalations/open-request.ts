import { readAnswers, requiredRoles } from './answers.ts';
import type { Opening } from './commands.ts';
import type { Context } from './context.ts';
import type { Opened } from './events.ts';
import { deadlineOf, type Kind, kindOf } from './policy.ts';
import type { Refusal } from './refusals.ts';
import { isRefusal } from './refusals.ts';
import { seatsFor } from './seats.ts';
import { readCodeName } from './text.ts';

/** A new request that lacks only its reference. */
export type Unnamed = Opened extends infer Event ? Omit<Event, 'reference'> : never;

/**
 * Decides whether a request may be sent. Its reference is given afterwards, so that no number is spent on a refusal.
 */
export function openRequest(command: Opening, context: Context): { readonly opened: Unnamed } | Refusal {
  const { actor, now, policy, offices, hasPassage } = context;
  const urgentAction = command.type === 'record-urgent-action';
  const kind = urgentAction ? policy.kinds.find(known => known.urgentAction) : kindOf(policy, command.kind);
  if (!kind || kind.urgentAction !== urgentAction) return { refusal: 'unknown-kind' };
  if (!offices.mission(command.mission)) return { refusal: 'unknown-mission' };
  const right = offices.servesAt(command.mission, actor);
  if (!right) return { refusal: 'not-of-the-mission' };
  if (kind.sentBy === 'head' && right !== 'head') return { refusal: 'not-the-head-of-mission' };
  const passage = urgentAction ? undefined : command.passage;
  if (passage !== undefined && !hasPassage(passage)) return { refusal: 'unknown-passage' };
  const codeName = readCodeName(command.codeName);
  if (codeName === undefined) return { refusal: 'code-name-unusable' };
  const read = readAnswers(policy, kind, command.answers);
  if ('problems' in read) return { refusal: 'answers-unusable', problems: read.problems };
  const { answers } = read;
  const seats = seatsFor(requiredRoles(kind, answers), [], command.mission, offices);
  if (isRefusal(seats)) return seats;
  return {
    opened: {
      type: urgentAction ? 'UrgentActionRecorded' : 'RequestSent',
      by: actor,
      at: now.toISOString(),
      kind: kind.id,
      strength: kind.strength,
      mission: command.mission,
      codeName,
      urgency: command.urgency,
      answers,
      passages: [...new Set([...(passage === undefined ? [] : [passage]), ...kind.passages])],
      seats,
      due: dueAt(context, kind, command.urgency),
    },
  };
}

/** When Headquarters should have decided on what is sent now. */
export function dueAt({ policy, now }: Context, kind: Kind, urgency: Opening['urgency']): string {
  const { due } = deadlineOf(policy, kind, urgency);
  return new Date(now.getTime() + due * 3_600_000).toISOString();
}
