import ICAL from 'ical.js';
import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { Language } from '../i18n/language.ts';
import { translatorFor } from '../i18n/translator.ts';
import type { CourtTime, Moment, Zones } from './court-time.ts';
import type { Hearing } from './hearing.ts';

/** A court does not say how long it will sit; calendars want an end. In milliseconds. */
const lasts = 3_600_000;
/** What was called off or held stays in the feed so long, so that calendars notice. In milliseconds. */
const keptFor = 30 * 24 * 3_600_000;
/** How often calendars are asked to look, in seconds. */
const refreshEvery = 3_600;

/** From when on hearings belong into a feed. */
export function feedBegins(now: Date): Date {
  return new Date(now.getTime() - keptFor);
}

/**
 * A calendar of hearings by RFC 5545, which Outlook and others can subscribe to. It holds code names, courts and places,
 * and neither a person's name nor a note.
 *
 * @param hearings one without a date appears, as called off, where it stood before it was adjourned
 */
export function writeFeed(hearings: readonly Hearing[], language: Language, now: Date, zones: Zones): string {
  const t = translatorFor(language);
  const calendar = new ICalCalendar({
    name: t('hearing.feed.name'),
    prodId: { company: 'Vigil', product: 'Hearings', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshEvery,
    timezone: { name: null, generator: zoneBlock },
  });
  for (const hearing of hearings) {
    const shown = shownAt(hearing);
    if (!shown) continue;
    const { time, cancelled } = shown;
    const moment = zones.momentOf(time);
    const start = moment.at;
    if (start < feedBegins(now)) continue;
    const { caseName, kind, access, permission, roster, court, place, id, revision } = hearing;
    calendar.createEvent({
      id: `${id.toLowerCase()}@vigil`,
      sequence: revision,
      stamp: now,
      start: instant(start.getTime()),
      end: instant(start.getTime() + lasts),
      // A local time means its first coming; the second one can only be told in UTC.
      timezone: time.turn !== 'second' && readsAs(time.zone, moment) ? time.zone : null,
      summary: t('hearing.feed.summary', { caseName, kind: t(`hearing.kind.${kind}`) }),
      location: [court, place].filter(Boolean).join(', '),
      description: t('hearing.feed.details', {
        access: t(`hearing.access.${access}`),
        permission: t(`hearing.permission.${permission.state}`),
        count: roster.officials.length + roster.partners.length,
        id,
      }),
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

function shownAt({ schedule }: Hearing): { time: CourtTime; cancelled: boolean } | undefined {
  switch (schedule.state) {
    case 'scheduled':
    case 'held':
      return { time: schedule.time, cancelled: false };
    case 'cancelled':
      return schedule.time && { time: schedule.time, cancelled: true };
    case 'to-be-announced':
      return schedule.adjournedFrom && { time: schedule.adjournedFrom, cancelled: true };
  }
}

/** A Date would be written by this machine's own clock. */
const instant = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds);

/** The rules of a zone as calendars read them, under the name that its events use; null where there are none. */
function zoneBlock(zone: string): string | null {
  const [block] = tzlib_get_ical_block(zone);
  // A zone that follows another one's clocks, as Africa/Accra does, has that one's block, under that one's name.
  return block?.startsWith('BEGIN:VTIMEZONE') ? block.replace(/^TZID:.*$/m, `TZID:${zone}`) : null;
}

const readers = new Map<string, InstanceType<typeof ICAL.Timezone> | undefined>();

/**
 * Whether another program finds the instant by the zone's block; where it does not, the time is told in UTC. Not every rule
 * can be said in a block, and a block may be of other zone data than those by which Vigil reminds.
 */
function readsAs(zone: string, { at, date, time }: Moment): boolean {
  if (!readers.has(zone)) {
    const block = zoneBlock(zone);
    readers.set(zone, block === null ? undefined : new ICAL.Timezone(new ICAL.Component(ICAL.parse(block))));
  }
  const reader = readers.get(zone);
  if (!reader) return false;
  const local = ICAL.Time.fromDateTimeString(`${date}T${time}:00`);
  local.zone = reader;
  return local.toJSDate().getTime() === at.getTime();
}
