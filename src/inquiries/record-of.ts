import type { Guidance } from '../guidelines/guidance.ts';
import type { RecordedEvent } from '../record/event.ts';
import type { InquiryEvent } from './events.ts';

/** What the record calls an inquiry. */
export const subjectOf = (reference: string) => ({ kind: 'inquiry', id: reference });
/** What the record calls guidance. */
export const guidanceSubject = (reference: string) => ({ kind: 'guidance', id: reference });

/** An event as it goes on record: ids as facts; people's own words as texts, which are encrypted and purged. */
export function recordOf(event: InquiryEvent, reference: string): RecordedEvent {
  const { type, by, at, ...rest } = event;
  const { reference: _, text, ...facts } = rest as typeof rest & { reference?: string; text?: string };
  return {
    at: new Date(at),
    actor: by,
    subject: subjectOf(reference),
    event: type,
    facts,
    ...(text === undefined ? {} : { texts: { text } }),
  };
}

/** That guidance was published, with what it says and to what. */
export function publicationOf({
  reference,
  language,
  text,
  phrasings,
  place,
  desk,
  inquiry,
  by,
  at,
}: Guidance) {
  return {
    at: new Date(at),
    actor: by,
    subject: guidanceSubject(reference),
    event: 'GuidancePublished',
    facts: { language, desk, inquiry, ...(place ? { place: { ...place } } : {}) },
    texts: { text, phrasings: phrasings.join('\n') },
  } satisfies RecordedEvent;
}

/** That it was revoked. @throws Error when it was not: a fault of ours */
export function revocationOf({ reference, revoked }: Guidance) {
  if (!revoked) throw new Error(`${reference} was not revoked`);
  return {
    at: new Date(revoked.at),
    actor: revoked.by,
    subject: guidanceSubject(reference),
    event: 'GuidanceRevoked',
    facts: {},
  } satisfies RecordedEvent;
}
