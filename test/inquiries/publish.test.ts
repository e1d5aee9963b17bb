import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/inquiries/commands.ts';
import { publish, revoke } from '../../src/inquiries/publish.ts';
import { publicationOf, revocationOf } from '../../src/inquiries/record-of.ts';
import { isRefusal } from '../../src/inquiries/refusals.ts';
import { answer, contextOf, further, given, noon, withdraw } from './world.ts';

const command: Extract<Change, { type: 'publish' }> = {
  type: 'publish',
  progress: 2,
  language: 'fr',
  text: 'Oui, avec l’accord de la mission.',
  phrasings: [
    ' May we\tpay for her phone? ',
    '',
    'Peut-on payer son téléphone ?',
    'May we pay for her phone?',
  ],
  place: { edition: 'en', section: '3.8' },
};
const answered = given(['hana', answer(1)]);
const published = () => {
  const outcome = publish(answered, command, contextOf('hugo'));
  if (isRefusal(outcome)) throw new Error(outcome.refusal);
  return { ...outcome.guidance, reference: 'HQG-2026-0001' };
};

describe('an answer is published as guidance', () => {
  test('by whoever acts for the desk, edited, with the questions that it answers', () => {
    expect(published()).toEqual({
      reference: 'HQG-2026-0001',
      language: 'fr',
      text: 'Oui, avec l’accord de la mission.',
      phrasings: ['May we pay for her phone?', 'Peut-on payer son téléphone ?'],
      place: { edition: 'en', section: '3.8' },
      inquiry: 'ASK-2026-0001',
      desk: 'rights',
      by: 'hugo',
      at: noon.toISOString(),
    });
  });

  test.each(['ana', 'max', 'cleo', 'stranger'])('not by %s, who does not act for the desk', actor => {
    expect(publish(answered, command, contextOf(actor))).toEqual({ refusal: 'not-of-the-desk' });
  });

  test.each([
    ['before there is an answer', given(), { ...command, progress: 1 }, 'unanswered'],
    [
      'while it is asked further',
      given(['hana', answer(1)], ['ana', further(2)]),
      { ...command, progress: 3 },
      'unanswered',
    ],
    ['once it was withdrawn', given(['ana', withdraw]), command, 'withdrawn'],
    ['as an older card showed it', answered, { ...command, progress: 1 }, 'moved-on'],
    ['without a word', answered, { ...command, text: ' ' }, 'text-required'],
    ['without a question', answered, { ...command, phrasings: [' ', ''] }, 'phrasings-required'],
    [
      'with a whole story for a question',
      answered,
      { ...command, phrasings: ['x'.repeat(301)] },
      'text-too-long',
    ],
    [
      'with too many questions',
      answered,
      { ...command, phrasings: Array.from({ length: 13 }, (_, index) => `question ${index}`) },
      'too-many-phrasings',
    ],
    [
      'beside a section that is not there',
      answered,
      { ...command, place: { edition: 'en', section: '9.9' } },
      'unknown-section',
    ],
  ])('not %s', (_when, state, given, refusal) => {
    expect(publish(state, given, contextOf('hana'))).toMatchObject({ refusal });
  });

  test('and goes on record with its words as texts', () => {
    const record = publicationOf(published());
    expect(record.texts.text).toContain('avec l’accord');
    expect(JSON.stringify(record.facts)).not.toMatch(/phone|accord/);
  });
});

describe('guidance is revoked', () => {
  test('by any officer of the desk, once', () => {
    const ended = revoke(published(), contextOf('hana'));
    if (isRefusal(ended)) throw new Error(ended.refusal);
    expect(ended.revoked).toEqual({ by: 'hana', at: noon.toISOString() });
    expect(revocationOf(ended)).toMatchObject({ event: 'GuidanceRevoked', actor: 'hana' });
    expect(revoke(ended, contextOf('hugo'))).toEqual({ refusal: 'revoked', by: 'hana' });
  });

  test('by nobody else', () => {
    expect(revoke(published(), contextOf('ana'))).toEqual({ refusal: 'not-of-the-desk' });
  });
});
