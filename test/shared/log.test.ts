import { expect, test } from 'vitest';
import { createRecordingLog } from '../support/recording-log.ts';

const logged = (error: unknown) => {
  const log = createRecordingLog();
  log.error({ error }, 'it failed');
  return JSON.parse(log.lines[0] ?? '{}').error;
};

test('an error is logged with its kind, words, place and causes', () => {
  const cause = Object.assign(new TypeError('no such table'), { code: '42P01' });
  const error = logged(new Error('the store is gone', { cause }));
  expect(error).toMatchObject({
    type: 'Error',
    message: 'the store is gone',
    cause: { type: 'TypeError', message: 'no such table', code: '42P01' },
  });
  expect(error.stack).toContain('log.test.ts');
  expect(logged(new AggregateError([new Error('refused')], ''))).toMatchObject({
    errors: [{ message: 'refused' }],
  });
});

test('what a library hangs on its error is not', () => {
  const request = { headers: { Authorization: 'Bearer token' }, body: 'Maria' };
  const cause = Object.assign(new Error('conflict'), { detail: 'Key (id)=(Maria) already exists.' });
  const error = Object.assign(new Error('no answer', { cause }), { request, statusCode: 502 });
  expect(logged(error)).toMatchObject({ message: 'no answer', statusCode: 502 });
  expect(JSON.stringify(logged(error))).not.toMatch(/Maria|token/);
  expect(logged('Maria')).toEqual({ type: 'string' });
});

test('an error that is its own cause is told of, and ends', () => {
  const error = new Error('round');
  error.cause = error;
  expect(logged(error)).toMatchObject({ cause: { message: 'round' } });
});
