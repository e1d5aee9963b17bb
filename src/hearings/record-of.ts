import type { Json } from '../record/canonical-json.ts';
import type { RecordedEvent } from '../record/event.ts';
import type { HearingEvent } from './events.ts';

/**
 * An event as the record keeps it. What people typed freely (courts, places, partners, notes) may turn out to name
 * somebody, so it goes among the encrypted texts; ids, dates and choices are facts.
 *
 * @param actor a person's Entra object id
 */
export function recordOf(event: HearingEvent, hearing: string, actor: string, at: Date): RecordedEvent {
  const facts: Record<string, Json> = {};
  const texts: Record<string, string> = {};
  const add = (name: string, value: unknown): void => {
    if (value === undefined || value === '') return;
    if (typeof value === 'string' && typed.has(name)) texts[name] = value;
    else if (typeof value === 'object' && flattened.has(name))
      for (const [key, part] of Object.entries(value as object)) add(key, part);
    else facts[name] = value as Json;
  };
  for (const [name, value] of Object.entries(event)) if (name !== 'event' && name !== 'id') add(name, value);
  const subject = { kind: 'hearing', id: hearing };
  const kept = Object.keys(texts).length > 0 ? { texts } : {};
  return { at, actor, subject, event: event.event, facts, ...kept };
}

const typed: ReadonlySet<string> = new Set([
  ...['court', 'place', 'organisation'],
  ...['judge', 'charges', 'askedOf', 'observed', 'verdict', 'concerns', 'reason'],
]);
const flattened: ReadonlySet<string> = new Set([
  'details',
  'notes',
  'partner',
  'outcome',
  'attendee',
  'time',
]);
