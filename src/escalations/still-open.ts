import { type Escalation, isClosed } from './escalation.ts';
import type { Refusal } from './refusals.ts';
import { longestText, readText } from './text.ts';

/** Refuses what comes too late: the request is closed, or says something else than what the person was shown. */
export function tooLate(state: Escalation, shown: number): Refusal | undefined {
  if (isClosed(state)) {
    const { by, at } = state.closed;
    return { refusal: 'closed', status: state.status, by, at };
  }
  if (shown !== state.revision) return { refusal: 'stale-revision', shown, current: state.revision };
  return undefined;
}

/** Refuses what a desk says while the request waits for the mission. */
export function waitsForMission(state: Escalation): Refusal | undefined {
  if (state.status !== 'changes-asked') return undefined;
  return { refusal: 'waits-for-mission', by: state.asked.by, at: state.asked.at };
}

/** Reads a text that goes with a command. */
export function readNote(
  given: string | undefined,
  need: 'required' | 'optional',
): { readonly text?: string } | Refusal {
  const text = readText(given);
  if (text === undefined) return need === 'required' ? { refusal: 'text-required' } : {};
  return text.length > longestText ? { refusal: 'text-too-long', most: longestText } : { text };
}
