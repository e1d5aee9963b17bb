import type { Json } from '../record/canonical-json.ts';
import type { RecordedEvent } from '../record/event.ts';
import type { Answers } from './answers.ts';
import type { EscalationEvent } from './events.ts';
import { kindOf, type Policy, questionsOf } from './policy.ts';

/** What the record calls an escalation. */
export const subjectOf = (reference: string) => ({ kind: 'escalation', id: reference });

/**
 * An event as it goes on record: ids, dates, chosen options and the code name as facts; everything in people's own words
 * as texts, which are encrypted and purged.
 *
 * @param kind id of the escalation's kind, by whose questions answers are told from texts
 */
export function recordOf(
  event: EscalationEvent,
  reference: string,
  kind: string,
  policy: Policy,
): RecordedEvent {
  const { type, by, at, ...rest } = event;
  const {
    reference: _,
    answers,
    text,
    ...facts
  } = rest as typeof rest & {
    readonly reference?: string;
    readonly answers?: Answers;
    readonly text?: string;
  };
  const split = answers ? splitAnswers(answers, kind, policy) : { chosen: {}, texts: {} };
  const texts = { ...split.texts, ...(text === undefined ? {} : { text }) };
  return {
    at: new Date(at),
    actor: by,
    subject: subjectOf(reference),
    event: type,
    facts: { ...(facts as unknown as Record<string, Json>), ...(answers ? { answers: split.chosen } : {}) },
    ...(Object.keys(texts).length > 0 ? { texts } : {}),
  };
}

function splitAnswers(answers: Answers, kindId: string, policy: Policy) {
  const kind = kindOf(policy, kindId);
  const open = new Set(
    kind
      ? questionsOf(policy, kind)
          .filter(({ type }) => type !== 'text')
          .map(({ id }) => id)
      : [],
  );
  const chosen: Record<string, Json> = {};
  const texts: Record<string, string> = {};
  for (const [id, { value, reason }] of Object.entries(answers)) {
    if (open.has(id)) chosen[id] = value;
    else texts[`answer ${id}`] = String(value);
    if (reason !== undefined) texts[`reason ${id}`] = reason;
  }
  return { chosen, texts };
}
