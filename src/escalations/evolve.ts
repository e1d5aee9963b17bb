import type { Comment, Decision, Escalation, Open } from './escalation.ts';
import { isClosed } from './escalation.ts';
import { type Changed, closings, type EscalationEvent, type Opened } from './events.ts';

/**
 * What an escalation is after an event. Every state can be made again from the events alone.
 *
 * @throws Error for an event that cannot follow: a fault of ours
 */
export function evolve(state: Escalation | undefined, event: EscalationEvent): Escalation {
  if (event.type === 'RequestSent' || event.type === 'UrgentActionRecorded') {
    if (state) throw new Error(`${state.reference} was opened before`);
    return begin(event);
  }
  if (!state || isClosed(state)) throw new Error(`nothing follows here, least of all ${event.type}`);
  return change(state, event);
}

/** The state after all events of one escalation, in their order; undefined without any. */
export function replay(events: readonly EscalationEvent[]): Escalation | undefined {
  return events.reduce<Escalation | undefined>(evolve, undefined);
}

function begin({ type: _, by, at, ...sent }: Opened): Open {
  return {
    ...sent,
    status: 'pending',
    requester: by,
    authors: [by],
    revision: 1,
    threads: sent.seats.map(({ desk }) => desk),
    decisions: [],
    comments: [],
    sentAt: at,
    revisedAt: at,
  };
}

function change(state: Open, event: Changed): Escalation {
  switch (event.type) {
    case 'RequestRevised': {
      const { type: _, by, at, ...revised } = event;
      return {
        ...pending(state),
        ...revised,
        authors: withOne(state.authors, by),
        threads: revised.seats.reduce((threads, { desk }) => withOne(threads, desk), state.threads),
        revisedAt: at,
      };
    }
    case 'DecisionGiven': {
      const { type: _, ...decision } = event;
      return { ...state, decisions: [...state.decisions, decision satisfies Decision] };
    }
    case 'ChangesAsked': {
      const asked = state.decisions.findLast(({ desk }) => desk === event.desk);
      if (!asked) throw new Error('changes are asked for by a decision');
      return { ...pending(state), status: 'changes-asked', asked };
    }
    case 'CommentAdded': {
      const { type: _, ...comment } = event;
      return { ...state, comments: [...state.comments, comment satisfies Comment] };
    }
    case 'RequestReassigned': {
      const { by, at, revision, from, to, text } = event;
      return {
        ...state,
        seats: state.seats.map(seat => (seat.desk === from ? { ...seat, desk: to, since: at } : seat)),
        threads: withOne(state.threads, to),
        // Why it was handed on is read where comments are.
        comments: text === undefined ? state.comments : [...state.comments, { by, at, revision, text }],
      };
    }
    default: {
      const { type, by, at, text } = event;
      const closed = { by, at, ...(text === undefined ? {} : { text }) };
      return { ...pending(state), status: closings[type], closed };
    }
  }
}

function pending(state: Open): Open {
  if (state.status === 'pending') return state;
  const { asked: _, ...request } = state;
  return { ...request, status: 'pending' };
}

function withOne(list: readonly string[], item: string): readonly string[] {
  return list.includes(item) ? list : [...list, item];
}
