import type { HearingCommand } from './commands.ts';
import type { Decided } from './decide.ts';
import type { HearingEvent } from './events.ts';
import type { Hearing } from './hearing.ts';
import { refuse } from './refusals.ts';
import { isAttending } from './roster.ts';

type RosterCommand = Exclude<
  HearingCommand,
  {
    command: `${string}Hearing` | 'RecordOutcome' | 'ReportPermission';
  }
>;
type Actor = { readonly person: string; readonly mission?: string };

/** Who attends. People sign themselves up and off; only a swap speaks of somebody else. */
export function decideRoster(hearing: Hearing, command: RosterCommand, actor: Actor): Decided {
  const { roster } = hearing;
  const { person } = actor;
  const knows = (organisation: string) =>
    roster.partners.some(partner => partner.organisation === organisation);
  switch (command.command) {
    case 'SignUp':
      return signUp(hearing, command.asLead === true, actor);
    case 'Withdraw':
      if (!isAttending(roster, person)) return refuse('not-attending');
      return [{ event: 'AttendanceWithdrawn', person }];
    case 'ConfirmAttendance': {
      const own = roster.officials.find(official => official.person === person);
      if (!own) return refuse('not-attending');
      if (own.confirmed) return refuse('already-confirmed');
      return [{ event: 'AttendanceConfirmed', person }];
    }
    case 'TakeOver':
      if (!isAttending(roster, command.from)) return refuse('not-attending');
      if (isAttending(roster, person)) return refuse('already-attending');
      return [{ event: 'AttendanceSwapped', from: command.from, to: attendeeOf(actor) }];
    case 'HandOver': {
      if (!isAttending(roster, person)) return refuse('not-attending');
      if (isAttending(roster, command.to)) return refuse('already-attending');
      const to = { person: command.to, ...(command.toMission ? { mission: command.toMission } : {}) };
      return [{ event: 'AttendanceSwapped', from: person, to }];
    }
    case 'NameLead':
      if (!isAttending(roster, command.person)) return refuse('lead-not-attending');
      if (roster.lead === command.person) return refuse('already-lead');
      return [{ event: 'LeadNamed', person: command.person }];
    case 'AddPartner':
      if (knows(command.partner.organisation)) return refuse('partner-known');
      return [{ event: 'PartnerAdded', partner: command.partner }];
    case 'RemovePartner':
      if (!knows(command.partner.organisation)) return refuse('partner-unknown');
      return [{ event: 'PartnerRemoved', partner: command.partner }];
    case 'SetInterpreter':
      if (roster.interpreterNeeded === command.needed) return refuse('nothing-changed');
      return [{ event: 'InterpreterSet', needed: command.needed }];
  }
}

function signUp({ roster }: Hearing, asLead: boolean, actor: Actor): Decided {
  const { person } = actor;
  const events: HearingEvent[] = [];
  if (!isAttending(roster, person)) events.push({ event: 'AttendanceOffered', attendee: attendeeOf(actor) });
  // Whoever comes first leads anyway.
  const leadsAlready = roster.lead === undefined || roster.lead === person;
  if (asLead && !leadsAlready) events.push({ event: 'LeadNamed', person });
  return events.length === 0 ? refuse('already-attending') : events;
}

function attendeeOf({ person, mission }: Actor): { person: string; mission?: string } {
  return { person, ...(mission === undefined ? {} : { mission }) };
}
