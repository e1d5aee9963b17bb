import { type AttendCommand, readAttendCommand } from './attend-commands.ts';
import { type CalendarCommand, readCalendarCommand } from './calendar-commands.ts';
import { type FollowCommand, readFollowCommand } from './follow-commands.ts';

/** What a typed message asks about hearings. */
export type HearingCommandTyped = CalendarCommand | FollowCommand | AttendCommand;

/**
 * Reads a message as a command about hearings, in either language; undefined for everything else, which is a question.
 *
 * @param text normalised and trimmed
 */
export function readHearingCommand(text: string): HearingCommandTyped | undefined {
  return readAttendCommand(text) ?? readCalendarCommand(text) ?? readFollowCommand(text);
}
