import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask, mayRead, type PlainChange } from '../../src/inquiries/decide.ts';
import { evolve } from '../../src/inquiries/evolve.ts';
import { followUps } from '../../src/inquiries/follow-ups.ts';
import { type Inquiry, progressOf } from '../../src/inquiries/inquiry.ts';
import { recordOf } from '../../src/inquiries/record-of.ts';
import { isRefusal } from '../../src/inquiries/refusals.ts';
import { storedInquiry } from '../../src/inquiries/stored-inquiry.ts';
import { answer, contextOf, directory, further, given, noon, question, when, withdraw } from './world.ts';

describe('a question', () => {
  test('goes to the human rights desk, in the words that were typed', () => {
    expect(ask({ ...question, text: ' May we\r\npay? ' }, contextOf('ana'))).toEqual({
      asked: {
        type: 'InquiryAsked',
        by: 'ana',
        at: noon.toISOString(),
        language: 'en',
        desk: 'rights',
        passage: '3.8#2',
        text: 'May we\npay?',
      },
    });
  });

  test('may come from somebody whom the directory does not know', () => {
    expect(ask(question, contextOf('stranger'))).toMatchObject({ asked: { desk: 'rights' } });
  });

  test.each([
    ['without a word', '\u200b \n', { refusal: 'text-required' }],
    ['of too many', 'x'.repeat(2001), { refusal: 'text-too-long', most: 2000 }],
  ])('%s is refused', (_what, text, refusal) => {
    expect(ask({ ...question, text }, contextOf('ana'))).toEqual(refusal);
  });

  test('is refused where the directory has no human rights desk', () => {
    const offices = { ...directory, deskFor: () => undefined };
    expect(ask(question, { ...contextOf('ana'), offices })).toEqual({ refusal: 'no-desk' });
  });
});

describe('an answer', () => {
  test('is given by whoever acts for the desk, and asked further it is open again', () => {
    const answered = given(['hana', answer(1)]);
    expect(answered).toMatchObject({ status: 'answered', said: [{}, { kind: 'answer', by: 'hana' }] });
    const open = given(['hana', answer(1)], ['ana', further(2)]);
    expect(open).toMatchObject({ status: 'open', said: [{}, {}, { kind: 'question', text: 'And now?' }] });
    expect(given(['hana', answer(1)], ['hugo', answer(2, 'Also this.')]).said).toHaveLength(3);
  });

  test('may be given to an officer’s own question: nothing is decided by it', () => {
    expect(when({ ...given(), asker: 'hana' }, 'hana', answer(1))).toMatchObject({ type: 'InquiryAnswered' });
  });

  test.each(['ana', 'max', 'cleo', 'stranger'])('is refused of %s, who does not act for the desk', actor => {
    expect(when(given(), actor, answer(1))).toEqual({ refusal: 'not-of-the-desk' });
  });

  test('to what was said since is refused', () => {
    const state = given(['hana', answer(1)]);
    expect(when(state, 'hugo', answer(1))).toEqual({ refusal: 'moved-on' });
    expect(when(state, 'ana', further(1))).toEqual({ refusal: 'moved-on' });
  });

  test('without a word, or to what was withdrawn, is refused', () => {
    expect(when(given(), 'hana', answer(1, ' '))).toEqual({ refusal: 'text-required' });
    expect(when(given(['ana', withdraw]), 'hana', answer(1))).toEqual({ refusal: 'withdrawn' });
  });

  test('ends after much was said', () => {
    const said = Array.from({ length: 20 }, () => given().said[0]) as unknown as Inquiry['said'];
    const long: Inquiry = { ...given(), said };
    expect(when(long, 'hana', answer(20))).toEqual({ refusal: 'too-much-said' });
    expect(when(long, 'ana', further(20))).toEqual({ refusal: 'too-much-said' });
  });
});

describe('whoever asked', () => {
  test('withdraws while it is open', () => {
    expect(given(['ana', withdraw]).status).toBe('withdrawn');
    expect(when(given(['hana', answer(1)]), 'ana', withdraw)).toEqual({ refusal: 'answered' });
    expect(when(given(['ana', withdraw]), 'ana', withdraw)).toEqual({ refusal: 'withdrawn' });
  });

  test('is the only one who asks further or withdraws', () => {
    expect(when(given(), 'max', withdraw)).toEqual({ refusal: 'not-the-asker' });
    expect(when(given(), 'hana', further(1))).toEqual({ refusal: 'not-the-asker' });
  });

  test('reads it, and so does the desk; nobody else', () => {
    const readers = ['ana', 'max', 'hana', 'hugo', 'cleo'].filter(one => mayRead(given(), contextOf(one)));
    expect(readers).toEqual(['ana', 'hana', 'hugo']);
  });
});

test('what follows: the desk’s card is there before words about it, and answers go to whoever asked', () => {
  const steps = (type: 'InquiryAsked' | 'InquiryAnswered' | 'InquiryWithdrawn') =>
    followUps({ type } as Parameters<typeof followUps>[0]).map(step => step.do);
  expect(steps('InquiryAsked')).toEqual(['post-card']);
  expect(steps('InquiryAnswered')).toEqual(['change-card', 'tell-desk', 'tell-asker']);
  expect(steps('InquiryWithdrawn')).toEqual(['change-card', 'tell-desk']);
});

test('people’s words go on record as texts, never as facts', () => {
  const outcome = ask(question, contextOf('ana'));
  if (isRefusal(outcome)) throw new Error('refused');
  const record = recordOf({ ...outcome.asked, reference: 'ASK-2026-0001' }, 'ASK-2026-0001');
  expect(record.texts).toEqual({ text: 'May we pay for her phone?' });
  expect(JSON.stringify(record.facts)).not.toContain('phone');
});

/** Anybody does anything, on a card that shows any progress. */
const anything = fc.record({
  actor: fc.constantFrom('ana', 'max', 'hana', 'hugo', 'cleo'),
  command: fc.oneof(
    fc.record({
      type: fc.constantFrom('answer' as const, 'ask-further' as const),
      progress: fc.integer({ min: 1, max: 6 }),
      text: fc.constantFrom('x', '', ' '),
    }),
    fc.constant(withdraw),
  ) as fc.Arbitrary<PlainChange>,
});

test('whatever people do, only the desk answers, only the asker asks, and what is withdrawn stays so', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 30 }), steps => {
      let state = given();
      for (const { actor, command } of steps) {
        const outcome = when(state, actor, command);
        if (isRefusal(outcome)) continue;
        expect(state.status).not.toBe('withdrawn');
        const before = progressOf(state);
        state = evolve(state, outcome);
        expect(storedInquiry.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
        if (command.type !== 'withdraw')
          expect([before, progressOf(state)]).toEqual([command.progress, before + 1]);
      }
      for (const { kind, by } of state.said) {
        expect(kind === 'answer' ? ['hana', 'hugo'] : ['ana']).toContain(by);
      }
    }),
  );
});
