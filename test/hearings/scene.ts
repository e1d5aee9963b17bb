import type { Announce, Telling } from '../../src/conversation/hearings/change-hearing.ts';
import type { Directory } from '../../src/directory/directory.ts';
import type { HearingCommand, HearingDetails } from '../../src/hearings/commands.ts';
import { zones } from '../../src/hearings/court-time.ts';
import { decide, type HearingContext } from '../../src/hearings/decide.ts';
import type { HearingEvent } from '../../src/hearings/events.ts';
import { evolve } from '../../src/hearings/evolve.ts';
import type { Hearing } from '../../src/hearings/hearing.ts';

export const details: HearingDetails = {
  caseName: 'HERON',
  mission: 'bogota',
  kind: 'trial',
  court: 'Juzgado 4',
  place: 'Bogotá',
  zone: 'America/Bogota',
  access: 'open',
};
export const added: HearingEvent = {
  event: 'HearingAdded',
  id: 'HRG-2026-0001',
  details,
  time: { date: '2026-03-14', time: '09:30', zone: 'America/Bogota' },
  notes: {},
};
export const ana = { person: 'ana', mission: 'bogota' };
export const ben = { person: 'ben', mission: 'lima' };

/** How a change is told, where both are in the directory: nobody hears of it, unless told otherwise. */
export function telling(announce: Announce = async () => {}): () => Promise<Telling> {
  return async () => ({ announce, directory: { official: officialAmong('ana', 'ben') } });
}

/** Whom a directory knows, with nothing more about them than their id. */
export function officialAmong(...people: readonly string[]): Directory['official'] {
  return id => (people.includes(id) ? { id, name: id, desks: [], administrator: false } : undefined);
}

/** The hearing after these events. */
export function given(...events: HearingEvent[]): Hearing {
  return events.reduce<Hearing | undefined>(evolve, undefined) as Hearing;
}

/** What follows when somebody, Ana in February unless told, asks for something. */
export function when(
  hearing: Hearing | undefined,
  command: HearingCommand,
  context: Partial<HearingContext> = {},
) {
  return decide(hearing, command, { at: new Date('2026-02-01T12:00:00Z'), actor: ana, zones, ...context });
}
