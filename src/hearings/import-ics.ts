import ICAL from 'ical.js';
import { findIana } from 'windows-iana';
import { gather, type ImportContext, type Imported, type ImportProblem, readRow } from './import-row.ts';
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
  const isCancelled = /^cancel$/i.test(String(calendar.getFirstPropertyValue('method') ?? ''));
  return gather(
    calendar
      .getAllSubcomponents('vevent')
      .map((event, index) => readEvent(event, isCancelled, lines[index] ?? 1, context)),
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

function readEvent(
  event: Component,
  isCancelled: boolean,
  line: number,
  context: ImportContext,
): ReturnType<typeof readRow> {
  const fail = (problem: ImportProblem['problem'], where: string): readonly ImportProblem[] => [
    { line, problem, where },
  ];
  const textOf = (name: string) => String(event.getFirstPropertyValue(name) ?? '').trim();
  if (isCancelled || /^cancelled$/i.test(textOf('status'))) return fail('event-cancelled', 'STATUS');
  if (event.hasProperty('rrule') || event.hasProperty('rdate')) return fail('event-repeating', 'RRULE');
  const property = event.getFirstProperty('dtstart');
  const start = property && timeIn(property);
  if (!property || !start) return fail('date-not-understood', 'DTSTART');
  if (start.isDate) return fail('time-missing', 'DTSTART');
  const [, caseName = '', kind = ''] = /^\s*([^:–—]*?)\s*(?:[:–—]\s*(.*))?$/u.exec(textOf('summary')) ?? [];
  const where = placeIn(textOf('location'), context);
  const tzid = property.getFirstParameter('tzid');
  const named = tzid ? zoneNamed(tzid, context) : undefined;
  if (tzid && !named) return fail('zone-unknown', 'TZID');
  // Calendar programs write their owner's zone: the court's is that of its city, where that is known.
  const zone = zoneOfPlace(where.place || where.court, context) ?? named;
  if (!zone) return fail('zone-needed', 'DTSTART');
  const when = clockOf(start, named, zone, context);
  if (when.problem) return fail(when.problem, 'DTSTART');
  return readRow(line, { caseName, kind, ...where, zone, ...when }, context);
}

type Property = NonNullable<ReturnType<Component['getFirstProperty']>>;

/** Undefined for a time that there is not, such as one in a thirteenth month, which ICAL.js would carry over. */
function timeIn(property: Property): Time | undefined {
  try {
    const time = property.getFirstValue();
    return time instanceof ICAL.Time && time.toString() === property.toJSON()[3] ? time : undefined;
  } catch {
    return undefined;
  }
}

/** The place is what names a city, with what it lies in; else what stands last. Everything before it is the court. */
function placeIn(location: string, { zones }: ImportContext): { court: string; place: string } {
  const parts = location.split(',').map(part => part.trim());
  const ending = (count: number) => parts.slice(-count).join(', ');
  const known = [3, 2, 1].find(count => count <= parts.length && findPlaces(ending(count), zones).length > 0);
  const count = known ?? (parts.length > 1 ? 1 : 0);
  return { place: count > 0 ? ending(count) : '', court: parts.slice(0, parts.length - count).join(', ') };
}

/** What the court's clock shows. @param named the zone by which the time is told; absent for UTC and the court's own */
function clockOf(
  start: Time,
  named: string | undefined,
  zone: string,
  { zones }: ImportContext,
):
  | { readonly date: string; readonly time: string; readonly problem?: undefined }
  | { readonly problem: 'time-skipped' | 'time-doubled' } {
  const [date = '', clock = ''] = start.toString().split('T');
  const time = clock.slice(0, 5);
  const isUtc = named === undefined && start.zone === ICAL.Timezone.utcTimezone;
  if (!isUtc && (named ?? zone) === zone) return { date, time };
  const moment = zones.momentOf({ date, time, zone: named ?? 'UTC' });
  if (moment.clock !== 'plain') return { problem: `time-${moment.clock}` };
  const there = zones.courtTimeOf(moment.at, zone);
  return { date: there.date, time: there.time };
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
