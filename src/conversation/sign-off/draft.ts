import { z } from 'zod';
import type { GivenAnswers } from '../../escalations/answers.ts';
import type { Change, Opening } from '../../escalations/commands.ts';
import type { Escalation } from '../../escalations/escalation.ts';
import { kindOf, type Policy, questionsOf, urgencies } from '../../escalations/policy.ts';
import type { Json } from '../../record/canonical-json.ts';

const given = z.object({
  value: z.union([z.string(), z.array(z.string()).readonly()]).optional(),
  reason: z.string().optional(),
});

/** A form as far as somebody has filled it in; kept encrypted, and theirs alone. */
const draft = z.object({
  kind: z.string(),
  mission: z.string(),
  codeName: z.string(),
  urgency: z.enum(urgencies),
  answers: z.record(z.string(), given),
  /** The passage that it is asked from. */
  passage: z.string().optional(),
  /** The request that it is to be the next revision of. */
  revises: z.object({ reference: z.string(), revision: z.number().int() }).optional(),
});
export type Draft = z.infer<typeof draft>;

/** Reads a draft as it was kept; undefined for one of an older form. */
export function readDraft(kept: Json | undefined): Draft | undefined {
  return draft.safeParse(kept).data;
}

/** Leaves out what is not there, which JSON cannot say. */
export function draftAsJson(content: Draft): Json {
  return JSON.parse(JSON.stringify(content));
}

/** A draft of the next revision, filled with what the request says now. */
export function draftOfRevision({
  kind,
  mission,
  codeName,
  urgency,
  answers,
  reference,
  revision,
}: Escalation): Draft {
  const copied = Object.entries(answers).map(([id, answer]) => [id, { ...answer }] as const);
  return {
    kind,
    mission,
    codeName,
    urgency,
    answers: Object.fromEntries(copied),
    revises: { reference, revision },
  };
}

/** More than any field of a form takes. */
const longestInput = 5_000;
const inputs = z.record(z.string().max(100), z.unknown());
const input = z.string().max(longestInput).optional();
/** Ids of the questions of a form that does not ask all. */
const idsOfSome = z.string().max(longestInput).default('');

/**
 * Puts what was typed in a form into its draft; fields that the form does not have are passed over. A form that asks some of
 * the questions leaves the other answers as they are.
 *
 * @returns undefined when a field of the form is not a text: no client sends that
 */
export function fillIn(content: Draft, pressed: unknown, policy: Policy): Draft | undefined {
  const fields = inputs.safeParse(pressed);
  const kind = kindOf(policy, content.kind);
  if (!fields.success || !kind) return undefined;
  const readField = (name: string) => input.safeParse(fields.data[name]);
  const codeName = readField('codeName');
  const urgency = z.enum(urgencies).safeParse(fields.data.urgency ?? content.urgency);
  const only = idsOfSome.safeParse(fields.data.only);
  if (!only.success) return undefined;
  const some = only.data.split(',').filter(id => id !== '');
  const isAsked = (id: string) => some.length === 0 || some.includes(id);
  const answers: [string, GivenAnswers[string]][] = Object.entries(content.answers).filter(
    ([id]) => !isAsked(id),
  );
  for (const { id, type } of questionsOf(policy, kind).filter(question => isAsked(question.id))) {
    const [value, reason] = [readField(`q.${id}`), readField(`r.${id}`)];
    if (!value.success || !reason.success) return undefined;
    answers.push([
      id,
      {
        value: type === 'choices' ? (value.data ?? '').split(',').filter(part => part !== '') : value.data,
        reason: reason.data,
      },
    ]);
  }
  if (!codeName.success || !urgency.success) return undefined;
  return {
    ...content,
    codeName: content.revises || some.length > 0 ? content.codeName : (codeName.data ?? ''),
    urgency: urgency.data,
    answers: Object.fromEntries(answers) as Draft['answers'],
  };
}

/** The command that sends a new request. */
export function openingOf(
  { kind, mission, codeName, urgency, answers, passage }: Draft,
  policy: Policy,
): Opening {
  const common = { mission, codeName, urgency, answers };
  return kindOf(policy, kind)?.urgentAction
    ? { type: 'record-urgent-action', ...common }
    : { type: 'send', kind, ...common, ...(passage ? { passage } : {}) };
}

/** The command that sends the next revision. */
export function revisionOf({ urgency, answers }: Draft, revision: number): Change {
  return { type: 'revise', revision, urgency, answers };
}
