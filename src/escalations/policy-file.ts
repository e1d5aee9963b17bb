import { z } from 'zod';
import { deskRoles } from '../directory/unit.ts';
import { parseData } from '../shared/data-file.ts';
import type { Kind, Policy, Question } from './policy.ts';

const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be small letters, digits and hyphens, 40 at most');
const sentence = z.string().trim().min(1, 'must not be empty').max(300, 'must have 300 characters at most');
const words = z.strictObject({ en: sentence, fr: sentence });

const asked = { id: slug, label: words, hint: words.optional(), required: z.boolean().default(true) };
const option = z.strictObject({
  id: slug,
  label: words,
  explain: words.optional(),
  grave: z.boolean().default(false),
});
const options = z
  .array(option)
  .min(2, 'needs two options or more')
  .max(30)
  .refine(given => isEachOnce(given), 'names an option twice');
const question = z.discriminatedUnion('type', [
  z.strictObject({
    ...asked,
    type: z.literal('text'),
    maxLength: z.number().int().min(1).max(4_000).default(2_000),
  }),
  z.strictObject({ ...asked, type: z.literal('date') }),
  z.strictObject({ ...asked, type: z.literal('choice'), options }),
  z.strictObject({ ...asked, type: z.literal('choices'), options }),
]);
const questions = z.array(question).refine(given => isEachOnce(given), 'names a question twice');

const hours = z.number('must be a number of hours').min(0, 'must not be negative').max(8_760);
const deadline = z
  .strictObject({
    due: hours,
    remindBefore: z.array(hours),
    dutyOfficerAfter: hours,
    headAfter: hours,
    quiet: z.boolean(),
  })
  .refine(({ due, remindBefore }) => remindBefore.every(before => before > 0 && before < due), {
    path: ['remindBefore'],
    error: 'must be before the due time and after sending',
  })
  .refine(({ dutyOfficerAfter, headAfter }) => dutyOfficerAfter <= headAfter, {
    path: ['headAfter'],
    error: 'must not come before the duty officer’s',
  });
const deadlines = z.strictObject({ routine: deadline, urgent: deadline, immediate: deadline });

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 19:00, in quotes');

function kind(hasPassage: (id: string) => boolean) {
  const passage = z.string().refine(hasPassage, 'the edition has no passage of this id');
  return z
    .strictObject({
      id: slug,
      title: words,
      strength: z.enum(['consult', 'report'], 'must be consult or report'),
      sentBy: z.enum(['official', 'head'], 'must be official or head').default('official'),
      urgentAction: z.boolean().default(false),
      passages: z.array(passage).min(1, 'needs the passage that asks for it'),
      desks: z.array(
        z.strictObject({
          role: z.enum(deskRoles, `must be one of ${deskRoles.join(', ')}`),
          when: z.strictObject({ question: slug, is: z.array(slug).min(1) }).optional(),
        }),
      ),
      reassignTo: z.enum(['same-role', 'any-desk'], 'must be same-role or any-desk').default('same-role'),
      grave: z.boolean().default(false),
      questions: questions.min(1, 'needs a question'),
      withoutSafeguards: z.array(slug).default([]),
      deadlines: deadlines.partial().default({}),
    })
    .superRefine((given, context) => {
      if (!given.desks.some(({ when }) => !when)) {
        context.addIssue({ code: 'custom', path: ['desks'], message: 'needs one desk without a condition' });
      }
      for (const [index, { when }] of given.desks.entries()) {
        const problem = when && problemOfCondition(given.questions, when);
        if (problem) context.addIssue({ code: 'custom', path: ['desks', index, 'when'], message: problem });
      }
      if (given.urgentAction && (given.strength !== 'report' || given.sentBy !== 'head')) {
        const message = 'an urgent action taken is a report, sent by a head of mission';
        context.addIssue({ code: 'custom', path: ['urgentAction'], message });
      }
    });
}

function policyFile(hasPassage: (id: string) => boolean) {
  return z
    .strictObject({
      deadlines,
      quietHours: z
        .strictObject({ from: time, to: time, weekends: z.boolean() })
        .refine(({ from, to }) => from > to, 'must begin in the evening and end in the morning'),
      digestAt: time,
      safeguards: questions,
      kinds: z.array(kind(hasPassage)).min(1, 'lists no kind'),
    })
    .superRefine(({ kinds, safeguards }, context) => {
      const report = (path: (string | number)[], message: string) =>
        context.addIssue({ code: 'custom', path: ['kinds', ...path], message });
      if (!isEachOnce(kinds)) report([], 'names a kind twice');
      if (kinds.filter(({ urgentAction }) => urgentAction).length !== 1) {
        report([], 'exactly one kind must be the urgent action taken');
      }
      const common = safeguards.map(({ id }) => id);
      for (const [index, { questions: own, withoutSafeguards }] of kinds.entries()) {
        for (const [place, { id }] of own.entries()) {
          if (common.includes(id)) report([index, 'questions', place], `${id} is a common safeguard already`);
        }
        for (const [place, id] of withoutSafeguards.entries()) {
          if (!common.includes(id))
            report([index, 'withoutSafeguards', place], `there is no safeguard ${id}`);
        }
      }
    });
}

/**
 * Reads what is asked of sign-off.
 *
 * @param file the name of the file, for problems
 * @param hasPassage whether the edition has a passage of this id
 * @throws DataFileError with the line of every problem
 */
export function parsePolicy(file: string, text: string, hasPassage: (id: string) => boolean): Policy {
  return parseData(file, text, policyFile(hasPassage) as z.ZodType<Policy>);
}

function isEachOnce(given: readonly { readonly id: string }[]): boolean {
  return new Set(given.map(({ id }) => id)).size === given.length;
}

function problemOfCondition(
  given: readonly Question[],
  when: NonNullable<Kind['desks'][number]['when']>,
): string | undefined {
  const found = given.find(({ id }) => id === when.question);
  if (!found || !('options' in found))
    return `there is no question ${when.question} with options in this kind`;
  const unknown = when.is.filter(id => !found.options.some(known => known.id === id));
  return unknown.length > 0 ? `${when.question} has no option ${unknown.join(', ')}` : undefined;
}
