import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { graveBecause, readAnswers, requiredRoles } from '../../src/escalations/answers.ts';
import { deadlineOf, kindOf, questionsOf } from '../../src/escalations/policy.ts';
import { parsePolicy } from '../../src/escalations/policy-file.ts';
import { passageOf } from '../../src/guidelines/edition.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { loadEditions } from '../../src/guidelines/load.ts';
import { DataFileError } from '../../src/shared/data-file.ts';

const file = join(guidelinesFolder, 'policy.yaml');
const text = readFileSync(file, 'utf8');
const [edition] = loadEditions(guidelinesFolder);
if (!edition) throw new Error('there is no edition');
const hasPassage = (id: string) => passageOf(edition, id) !== undefined;
const policy = parsePolicy(file, text, hasPassage);

function kind(id: string) {
  const found = kindOf(policy, id);
  if (!found) throw new Error(`there is no kind ${id}`);
  return found;
}

/** The problems that a changed policy is refused with. */
function problemsOf(changed: string): readonly string[] {
  expect(changed).not.toBe(text);
  try {
    parsePolicy('policy.yaml', changed, hasPassage);
  } catch (error) {
    if (error instanceof DataFileError) return error.problems;
    throw error;
  }
  return [];
}
const lineOf = (words: string, from = text) => from.slice(0, from.indexOf(words)).split('\n').length;

test('the policy has the kinds that the guidelines ask for, each with its desks and strength', () => {
  const table = policy.kinds.map(({ id, strength, desks, passages }) => {
    return [id, strength, desks.map(({ role }) => role).join(' + '), passages[0]?.split('#')[0]];
  });
  expect(table).toEqual([
    ['detention-visit', 'consult', 'human-rights', '3.8'],
    ['public-intervention', 'consult', 'human-rights', '3.9'],
    ['consular', 'report', 'consular + geographic', '4.1'],
    ['canadian-business', 'consult', 'responsible-business + geographic', '4.2'],
    ['asylum-visa', 'consult', 'immigration-liaison', '4.3'],
    ['diplomatic-measure', 'consult', 'human-rights + geographic', '3.5'],
    ['profile-raising', 'consult', 'human-rights', '3.7'],
    ['general', 'consult', 'human-rights', '3.1'],
    ['urgent-action', 'report', 'human-rights + geographic', '3.1'],
  ]);
});

test('the case of a permanent resident goes to the geographic branch alone', () => {
  const answered = (ties: string) => requiredRoles(kind('consular'), { ties: { value: ties } });
  expect(answered('permanent-resident')).toEqual(['geographic']);
  expect(answered('other-ties')).toEqual(['geographic']);
  expect(answered('citizen')).toEqual(['consular', 'geographic']);
  expect(answered('dual-citizen')).toEqual(['consular', 'geographic']);
});

test('every kind asks the safeguards that make sense for it', () => {
  const ids = (id: string) => questionsOf(policy, kind(id)).map(question => question.id);
  expect(ids('public-intervention')).toContain('consulted');
  expect(ids('general')).not.toContain('consulted');
  for (const { id } of policy.kinds) {
    expect(ids(id)).toEqual(
      expect.arrayContaining(['minor', 'woman', 'discriminated-group', 'staff-safety', 'persona-non-grata']),
    );
  }
});

test('a safeguard answered “no” without a reason is not accepted', () => {
  const read = (consulted: { value: string; reason?: string }) => {
    const result = readAnswers(policy, kind('profile-raising'), { consulted });
    return 'problems' in result
      ? result.problems.find(({ question }) => question === 'consulted')?.problem
      : undefined;
  };
  expect(read({ value: 'no' })).toBe('reason-required');
  expect(read({ value: 'no', reason: ' \u200b\n' })).toBe('reason-required');
  expect(read({ value: 'unreachable' })).toBe('reason-required');
  expect(read({ value: 'no', reason: 'They asked us not to call.' })).toBeUndefined();
  expect(read({ value: 'yes' })).toBeUndefined();
  expect(read({ value: 'perhaps' })).toBe('not-an-option');
});

test('every answer that is missing or wrong is named at once', () => {
  const result = readAnswers(policy, kind('urgent-action'), {
    'taken-on': { value: '2026-02-30' },
    request: { value: 'x'.repeat(2_001) },
    minor: { value: ['yes', 'no'] },
    unknown: { value: 'dropped' },
  });
  expect('problems' in result && result.problems).toEqual([
    { question: 'taken-on', problem: 'not-a-date' },
    { question: 'request', problem: 'too-long', most: 2_000 },
    { question: 'why-urgent', problem: 'required' },
    { question: 'consulted', problem: 'required' },
    { question: 'minor', problem: 'not-an-option' },
    { question: 'woman', problem: 'required' },
    { question: 'discriminated-group', problem: 'required' },
    { question: 'staff-safety', problem: 'required' },
    { question: 'persona-non-grata', problem: 'required' },
  ]);
});

test('what makes a request grave is named', () => {
  const because = (answers: Record<string, string>) =>
    graveBecause(
      policy,
      kind('diplomatic-measure'),
      Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { value }])),
    );
  expect(because({ measure: 'demarche', minor: 'no' })).toEqual([]);
  expect(because({ measure: 'recall', minor: 'yes', 'staff-safety': 'yes' })).toEqual([
    'measure',
    'minor',
    'staff-safety',
  ]);
});

test('a kind may have hours of its own', () => {
  const own = text.replace(
    /(id: general\n(?:.*\n)*?) {4}desks:/,
    '$1    deadlines: { routine: { due: 120, remindBefore: [], dutyOfficerAfter: 1, headAfter: 1, quiet: true } }\n    desks:',
  );
  const changed = parsePolicy('policy.yaml', own, hasPassage);
  const general = kindOf(changed, 'general');
  expect(general && deadlineOf(changed, general, 'routine').due).toBe(120);
  expect(general && deadlineOf(changed, general, 'urgent').due).toBe(24);
});

test('a wrong file is refused with the line of every problem', () => {
  const changed = text
    .replace("passages: ['3.7#1']", "passages: ['9.9#1']")
    .replace('role: immigration-liaison', 'role: immigration')
    .replace("from: '19:00'", "from: '25:00'")
    .replace('fr: Visite à un défenseur détenu', 'fr: ""')
    .replace('due: 24, remindBefore: [4]', 'due: 24, remindBefore: [40]');
  expect(problemsOf(changed)).toEqual([
    expect.stringMatching(
      `^line ${lineOf('urgent: { due')}: deadlines.urgent.remindBefore: must be before the due time`,
    ),
    expect.stringMatching(`^line ${lineOf('quietHours:')}: quietHours.from: must be a time`),
    expect.stringMatching(`^line ${lineOf('Visit to a detained')}: kinds.0.title.fr: must not be empty`),
    expect.stringMatching(
      `^line ${lineOf('desks: [{ role: immigration-liaison')}: kinds.4.desks.0.role: must be`,
    ),
    expect.stringMatching(
      `^line ${lineOf("passages: ['3.7#1']")}: kinds.6.passages.0: the edition has no passage`,
    ),
  ]);
});

test.each([
  ['a condition on a question that is not asked', 'question: ties', 'question: bonds', 'no question bonds'],
  ['a condition on an option that is not offered', 'is: [citizen,', 'is: [subject,', 'no option subject'],
  ['a desk that always depends', '      - role: geographic\n', '', 'one desk without a condition'],
  ['an urgent action that officials send', 'sentBy: head', 'sentBy: official', 'sent by a head of mission'],
  ['no urgent action', '    urgentAction: true\n', '', 'exactly one kind must be the urgent action'],
  ['a safeguard left out that there is not', '[consulted]', '[consent]', 'no safeguard consent'],
  ['a kind twice', 'id: asylum-visa', 'id: consular', 'a kind twice'],
  ['a question twice', 'id: permission', 'id: request', 'a question twice'],
  ['a question that is a safeguard', '- id: reprisals', '- id: minor', 'common safeguard already'],
  ['a field that nobody knows', 'reassignTo:', 'reasignTo:', 'reasignTo'],
  ['a head told before the duty officer', 'dutyOfficerAfter: 24', 'dutyOfficerAfter: 99', 'duty officer’s'],
])('%s is refused', (_, before, after, problem) => {
  expect(problemsOf(text.replace(before, after)).join('\n')).toContain(problem);
});
