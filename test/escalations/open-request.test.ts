import { expect, test } from 'vitest';
import { createDirectory } from '../../src/directory/directory.ts';
import { emptyDirectoryFile } from '../../src/directory/directory-file.ts';
import type { Opening } from '../../src/escalations/commands.ts';
import { openRequest } from '../../src/escalations/open-request.ts';
import { contextOf, given, policy, send, stranger } from './world.ts';

const refusalOf = (sender: string, opening: Opening) => openRequest(opening, contextOf(sender));
const changed = (opening: Opening, change: object) => ({ ...opening, ...change }) as Opening;

test('a request goes to the desks of its kind that answer the mission, due by its urgency', () => {
  const { state, events } = given(send('diplomatic-measure'));
  expect(events.map(({ type }) => type)).toEqual(['RequestSent']);
  expect(state).toMatchObject({
    reference: 'ESC-2026-0042',
    status: 'pending',
    strength: 'consult',
    requester: 'ana',
    authors: ['ana'],
    revision: 1,
    seats: [
      { desk: 'human-rights', roles: ['human-rights'] },
      { desk: 'americas', roles: ['geographic'] },
    ],
    threads: ['human-rights', 'americas'],
    due: '2026-03-13T16:00:00.000Z',
  });
});

test('one desk that has two of the roles is asked once', () => {
  const context = contextOf('ana');
  const outcome = openRequest(send('diplomatic-measure'), {
    ...context,
    offices: { ...context.offices, deskFor: () => context.offices.desk('human-rights') },
  });
  expect(outcome).toMatchObject({
    opened: { seats: [{ desk: 'human-rights', roles: ['human-rights', 'geographic'] }] },
  });
});

test('the passage that it was asked from stands first', () => {
  const { state } = given(changed(send('detention-visit'), { passage: '3.8#1' }));
  expect(state.passages).toEqual(['3.8#1', '3.8#2', '3.8#3']);
});

test('a report on a permanent resident goes to the geographic branch alone', () => {
  expect(given(send('consular', { ties: { value: 'permanent-resident' } })).state.seats).toEqual([
    { desk: 'americas', roles: ['geographic'] },
  ]);
  expect(given(send('consular')).state.threads).toEqual(['consular', 'americas']);
});

test('a Head of Mission records an urgent action, and nobody else does', () => {
  expect(given(send('urgent-action'), 'hugo').state).toMatchObject({
    kind: 'urgent-action',
    strength: 'report',
    status: 'pending',
  });
  for (const sender of ['ana', 'dina']) {
    expect(refusalOf(sender, send('urgent-action'))).toEqual({ refusal: 'not-the-head-of-mission' });
  }
});

test('an urgent action is not sent as a request', () => {
  const dressed = changed(send('urgent-action'), { type: 'send', kind: 'urgent-action' });
  expect(refusalOf('hugo', dressed)).toEqual({ refusal: 'unknown-kind' });
});

test('only people of the mission send for it', () => {
  for (const sender of ['mei', 'hana', stranger]) {
    expect(refusalOf(sender, send('general'))).toEqual({ refusal: 'not-of-the-mission' });
  }
  expect(refusalOf('ana', changed(send('general'), { mission: 'atlantis' }))).toEqual({
    refusal: 'unknown-mission',
  });
});

test('what nobody defined is refused', () => {
  expect(refusalOf('ana', changed(send('general'), { kind: 'constructor' }))).toEqual({
    refusal: 'unknown-kind',
  });
  expect(refusalOf('ana', changed(send('general'), { passage: '9.9#1' }))).toEqual({
    refusal: 'unknown-passage',
  });
});

test.each(['', ' ', 'A', 'x'.repeat(41), 'Cedar\n\u202e7/../', '<at>Cedar</at>', '{name}', '=cmd()'])(
  'the code name “%s” cannot be used',
  codeName => {
    expect(refusalOf('ana', changed(send('general'), { codeName }))).toEqual({
      refusal: 'code-name-unusable',
    });
  },
);

test('a code name is kept tidy', () => {
  const { state } = given(changed(send('general'), { codeName: '  Ce\u0301dre \u200b  7 ' }));
  expect(state.codeName).toBe('Cédre 7');
});

test('answers that do not do are named', () => {
  const { answers, ...rest } = send('general');
  const { minor: _, ...without } = answers;
  expect(refusalOf('ana', { ...rest, answers: without } as Opening)).toEqual({
    refusal: 'answers-unusable',
    problems: [{ question: 'minor', problem: 'required' }],
  });
});

test('only what was asked is kept, and under the names of the policy', () => {
  const { state } = given(send('general', JSON.parse('{"admin":{"value":"yes"},"__proto__":{"value":"x"}}')));
  expect(Object.keys(state.answers)).toEqual([
    'request',
    'minor',
    'woman',
    'discriminated-group',
    'staff-safety',
    'persona-non-grata',
  ]);
});

test('a mission without the desk that must be asked cannot send', () => {
  const context = contextOf('ana');
  const without = createDirectory(emptyDirectoryFile);
  const offices = { ...context.offices, deskFor: without.deskFor };
  expect(openRequest(send('general'), { ...context, offices, policy })).toEqual({
    refusal: 'no-desk-for-role',
    role: 'human-rights',
  });
});
