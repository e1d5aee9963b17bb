import ICAL from 'ical.js';
import { findIana } from 'windows-iana';
import {
  gather,
  type ImportContext,
  type Imported,
  type ImportFields,
  type ImportProblem,
  readRow,
} from './import-row.ts';
import { findPlaces } from './places.ts';

/**
 * Reads hearings from a calendar file. The title is `CODE NAME: kind`, the location `court, place`; descriptions are left
 * out, for they often name people. A time without a zone is the clock of the place.
 */
export function readIcs(text: string, context: ImportContext): Imported {
  const calendar = calendarIn(text);
  if (!calendar) return { problems: [{ line: 1, problem: 'file-unreadable', where: '' }] };
  const lines = text
    .split(/\r?\n/)
    .flatMap((line, index) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [index + 1] : []));
  return gather(
    calendar
      .getAllSubcomponents('vevent')
      .map((event, index) => readEvent(event, lines[index] ?? 1, context)),
  );
}

function calendarIn(text: string): Component | undefined {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
    return calendar.name === 'vcalendar' ? calendar : undefined;
  } catch {
    // ICAL.js has no error class of its own for what is not a calendar.
    return undefined;
  }
}

type Component = InstanceType<typeof ICAL.Component>;
type Time = InstanceType<typeof ICAL.Time>;

function readEvent(event: Component, line: number, context: ImportContext): ReturnType<typeof readRow> {
  const fail = (problem: ImportProblem['problem'], where: string): readonly ImportProblem[] => [
    { line, problem, where },
  ];
  const textOf = (name: string) => String(event.getFirstPropertyValue(name) ?? '').trim();
  if (/^cancelled$/i.test(textOf('status'))) return fail('event-cancelled', 'STATUS');
  if (event.hasProperty('rrule') || event.hasProperty('rdate')) return fail('event-repeating', 'RRULE');
  const property = event.getFirstProperty('dtstart');
  const start = property?.getFirstValue();
  if (!property || !(start instanceof ICAL.Time)) return fail('date-not-understood', 'DTSTART');
  if (start.isDate) return fail('time-missing', 'DTSTART');
  const [, caseName = '', kind = ''] = /^\s*([^:–—]*?)\s*(?:[:–—]\s*(.*))?$/u.exec(textOf('summary')) ?? [];
  const location = textOf('location')
    .split(',')
    .map(part => part.trim());
  const place = location.length > 1 ? (location.at(-1) ?? '') : '';
  const court = (location.length > 1 ? location.slice(0, -1) : location).join(', ');

  const tzid = property.getFirstParameter('tzid');
  const zone = tzid ? zoneNamed(tzid, context) : zoneOfPlace(place || court, context);
  if (zone === undefined) return tzid ? fail('zone-unknown', 'TZID') : fail('zone-needed', 'DTSTART');
  const fields: Partial<ImportFields> = {
    caseName,
    kind,
    court,
    place,
    zone,
    ...clockOf(start, tzid, zone, context),
  };
  return readRow(line, fields, context);
}

/** A time in UTC is shown by the court's clock; any other already is. */
function clockOf(start: Time, tzid: string | undefined, zone: string, { zones }: ImportContext) {
  if (!tzid && start.zone === ICAL.Timezone.utcTimezone) {
    const { date, time } = zones.courtTimeOf(start.toJSDate(), zone);
    return { date, time };
  }
  const [date = '', time = ''] = start.toString().split('T');
  return { date, time: time.slice(0, 5) };
}

/** IANA names as they are, also where a program puts its own path before them, and the names that Windows uses. */
function zoneNamed(tzid: string, { zones }: ImportContext): string | undefined {
  const name = tzid.replace(/^"|"$/g, '');
  const parts = name.split('/');
  const endings = [3, 2].map(count => parts.slice(-count).join('/'));
  return [name, ...endings, findIana(name as Parameters<typeof findIana>[0])[0] ?? ''].find(zones.isZone);
}

function zoneOfPlace(place: string, { zones }: ImportContext): string | undefined {
  const found = new Set(findPlaces(place, zones).map(({ zone }) => zone));
  return found.size === 1 ? [...found][0] : undefined;
}
