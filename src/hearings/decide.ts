import type { HearingCommand } from './commands.ts';
import type { Zones } from './court-time.ts';
import { changesMoreThanNotes, decideDetails, decideTime } from './decide-details.ts';
import { decideOutcome } from './decide-outcome.ts';
import { decideRoster } from './decide-roster.ts';
import type { HearingEvent } from './events.ts';
import type { Hearing } from './hearing.ts';
import { type Refused, refuse } from './refusals.ts';

/** Who asks, when, and by which zone data. */
export interface HearingContext {
  readonly at: Date;
  /** Looked up in the directory from the verified sender; an official, or undefined when they are none. */
  readonly actor: { readonly person: string; readonly mission?: string } | undefined;
  readonly zones: Zones;
}

export type Decided = readonly HearingEvent[] | Refused;

/**
 * What follows from a command: events, or why not. Any official may keep the calendar, for attendance is shared among
 * missions (guidelines, 3.8); every change is on record with who made it.
 *
 * @param hearing undefined when there is none under this id
 */
export function decide(
  hearing: Hearing | undefined,
  command: HearingCommand,
  context: HearingContext,
): Decided {
  if (!context.actor) return refuse('not-official');
  if (command.command === 'AddHearing') {
    return hearing ? refuse('already-there') : decideDetails(undefined, command, context);
  }
  if (!hearing) return refuse('unknown');
  if ('revision' in command && command.revision !== undefined && command.revision !== hearing.revision) {
    return refuse('card-outdated');
  }
  if (hearing.schedule.state === 'cancelled') return refuse('cancelled');
  if (hearing.schedule.state === 'held') return decideHeld(hearing, command);
  switch (command.command) {
    case 'EditHearing':
      return decideDetails(hearing, command, context);
    case 'AdjournHearing':
    case 'CancelHearing':
      return decideTime(hearing, command, context);
    case 'RecordOutcome':
    case 'ReportPermission':
      return decideOutcome(hearing, command, context);
    default:
      return decideRoster(hearing, command, context.actor);
  }
}

/** After the outcome only the notes can still be put right. */
function decideHeld(hearing: Hearing, command: HearingCommand): Decided {
  if (command.command !== 'EditHearing' || changesMoreThanNotes(hearing, command)) {
    return refuse('already-held');
  }
  if (Object.keys(command.notes).length === 0) return refuse('nothing-changed');
  return [{ event: 'HearingEdited', details: {}, notes: command.notes }];
}
