import type { HearingEvent } from './events.ts';
import type { Hearing, Notes, Schedule } from './hearing.ts';
import type { Permission } from './permission.ts';
import { type Attendee, attendedBy, emptyRoster, type Roster } from './roster.ts';

/**
 * The hearing after an event. Total over events that `decide` gave for this state.
 *
 * @param hearing undefined before `HearingAdded`
 */
export function evolve(hearing: Hearing | undefined, event: HearingEvent): Hearing {
  if (event.event === 'HearingAdded') {
    return {
      id: event.id,
      ...event.details,
      permission: { state: 'not-requested' },
      roster: emptyRoster,
      schedule: event.time ? { state: 'scheduled', time: event.time } : { state: 'to-be-announced' },
      revision: 1,
    };
  }
  if (!hearing) throw new Error(`${event.event} happened to no hearing`);
  switch (event.event) {
    case 'HearingEdited':
      return { ...hearing, ...event.details };
    case 'HearingTimeCorrected': {
      const { schedule } = hearing;
      const before = 'adjournedFrom' in schedule ? schedule.adjournedFrom : undefined;
      return moved(hearing, scheduleFor(event.time, before));
    }
    case 'HearingAdjourned': {
      const { schedule } = hearing;
      const before = schedule.state === 'scheduled' ? schedule.time : undefined;
      return moved(hearing, scheduleFor(event.time, before));
    }
    case 'HearingDateAnnounced': {
      const { schedule } = hearing;
      const before = 'adjournedFrom' in schedule ? schedule.adjournedFrom : undefined;
      return moved(hearing, scheduleFor(event.time, before));
    }
    case 'HearingCancelled': {
      const { schedule } = hearing;
      const time = 'time' in schedule && schedule.time ? { time: schedule.time } : {};
      return moved(hearing, { state: 'cancelled', ...time });
    }
    case 'OutcomeRecorded': {
      const { schedule } = hearing;
      if (!('time' in schedule) || !schedule.time) throw new Error('a hearing without a date has no outcome');
      return { ...hearing, schedule: { state: 'held', time: schedule.time, outcome: event.outcome } };
    }
    case 'PermissionRequested':
    case 'PermissionAnswered':
      return { ...hearing, permission: permissionAfter(hearing.permission, event) };
    default:
      return { ...hearing, roster: rosterAfter(hearing.roster, event) };
  }
}

/** The notes after an event; an empty text removes one. */
export function evolveNotes(notes: Notes, event: HearingEvent): Notes {
  if (!('notes' in event)) return notes;
  return Object.fromEntries(Object.entries({ ...notes, ...event.notes }).filter(([, text]) => text !== ''));
}

function scheduleFor(time: HearingTime, adjournedFrom: HearingTime): Schedule {
  const before = adjournedFrom ? { adjournedFrom } : {};
  return time ? { state: 'scheduled', time, ...before } : { state: 'to-be-announced', ...before };
}
type HearingTime = Extract<Schedule, { state: 'scheduled' }>['time'] | undefined;

/** On another date everybody has to say again that they come. */
function moved(hearing: Hearing, schedule: Schedule): Hearing {
  const officials = hearing.roster.officials.map(official => ({ ...official, confirmed: false }));
  return {
    ...hearing,
    schedule,
    revision: hearing.revision + 1,
    roster: { ...hearing.roster, officials },
  };
}

type PermissionEvent = Extract<HearingEvent, { event: 'PermissionRequested' | 'PermissionAnswered' }>;

function permissionAfter(before: Permission, event: PermissionEvent): Permission {
  if (event.event === 'PermissionRequested') return { state: 'requested', requestedOn: event.on };
  const requested = 'requestedOn' in before && before.requestedOn ? { requestedOn: before.requestedOn } : {};
  return { state: event.answer, ...requested, answeredOn: event.on };
}

type RosterEvent = Exclude<
  HearingEvent,
  PermissionEvent | { event: `Hearing${string}` } | { event: 'OutcomeRecorded' }
>;

function rosterAfter(roster: Roster, event: RosterEvent): Roster {
  const { officials, partners, lead, ...rest } = roster;
  const withLead = (person: string | undefined, attending: readonly Attendee[]): Roster => ({
    ...rest,
    partners,
    officials: attending,
    ...(person === undefined ? {} : { lead: person }),
  });
  switch (event.event) {
    case 'AttendanceOffered':
      // The first one leads until somebody else is named.
      return withLead(lead ?? event.attendee.person, [...officials, { ...event.attendee, confirmed: false }]);
    case 'AttendanceWithdrawn':
      return attendedBy(roster, person => person !== event.person);
    case 'AttendanceConfirmed':
      return withLead(
        lead,
        officials.map(official =>
          official.person === event.person ? { ...official, confirmed: true } : official,
        ),
      );
    case 'AttendanceSwapped':
      return withLead(
        lead === event.from ? event.to.person : lead,
        officials.map(official =>
          official.person === event.from ? { ...event.to, confirmed: false } : official,
        ),
      );
    case 'LeadNamed':
      return { ...roster, lead: event.person };
    case 'PartnerAdded':
      return { ...roster, partners: [...partners, event.partner] };
    case 'PartnerRemoved':
      return {
        ...roster,
        partners: partners.filter(partner => partner.organisation !== event.partner.organisation),
      };
    case 'InterpreterSet':
      return { ...roster, interpreterNeeded: event.needed };
  }
}
