import { describe, expect, test } from 'vitest';
import type { Consultation } from '../../src/guidelines/consultations.ts';
import type { Evidence } from '../../src/guidelines/evidence.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { openGuidelines } from '../../src/guidelines/open.ts';
import { likeliestStep, readSteps, type Step, stepOf } from '../../src/guidelines/steps.ts';

const { answers, consultations } = openGuidelines(guidelinesFolder);

/** The consultation that an answer to a question names. */
const namedIn = (question: string): Consultation['kind'] | undefined => {
  const answer = answers(question);
  return answer.kind === 'answered' ? answer.consultation?.kind : undefined;
};

describe('a step that the guidelines want Headquarters consulted on is named', () => {
  test.each([
    ['Can I visit her in jail?', 'detention-visit'],
    ['On nous autorise à le voir au pénitencier jeudi, j’y vais ?', 'detention-visit'],
    ['May we tweet about her arrest?', 'public-intervention'],
    ['The Head of Mission wants to give an interview on the jailed unionist', 'public-intervention'],
    ['Elle a la nationalité canadienne et vient d’être arrêtée', 'consular'],
    ['Guards of a Canadian mine beat the villagers who protest', 'canadian-business'],
    ['Il veut demander l’asile au Canada', 'asylum-visa'],
  ])('“%s” asks for %s', (question, kind) => {
    expect(namedIn(question)).toBe(kind);
  });

  test.each([
    ['We will have her at our reception, and then post the photos on Instagram', 'public-intervention'],
    ['On la reçoit à la résidence, puis on met les photos sur Twitter', 'public-intervention'],
  ])('also beside something else: “%s”', (question, kind) => {
    expect(namedIn(question)).toBe(kind);
  });
});

test.each([
  'Should we attend the trial of a defender?',
  'Is consent needed before raising someone’s profile?',
  'Where can someone under acute threat get help quickly?',
  'Peut-on en parler en privé au ministre ?',
  'An Australian mine threatens an activist. Who can advise her?',
  'Can children be human rights defenders?',
])('what only comes near a step names none: “%s”', question => {
  expect(namedIn(question)).toBeUndefined();
});

describe('what speaks for a step', () => {
  const passage = (id: string, score: number, likelihood: number) => ({
    meaning: { kind: 'passage', id } as const,
    score,
    likelihood,
    nearest: 0.5,
  });
  const evidence: Evidence = {
    scored: [passage('3.9#4', 4, 0.5), passage('3.7#1', 3, 0.2), passage('3.9#1', 2, 0.25)],
    known: 1,
    words: { count: 5, strangers: 0 },
    steps: new Map<Step, number>([
      ['none', 0.1],
      ['public-intervention', 0.9],
      ['consular', 0],
    ]),
  };

  test('is its words, and the lead of the best passage on it', () => {
    const [only, ...others] = readSteps(evidence, consultations);
    expect(others).toEqual([]);
    expect(only).toEqual({
      kind: 'public-intervention',
      passage: '3.9#4',
      signals: {
        words: expect.closeTo(Math.log(9), 10),
        lead: 1,
      },
    });
  });

  test('counts as the curve has it', () => {
    const curve = { words: 1, lead: 1, constant: 0 };
    const step = likeliestStep(readSteps(evidence, consultations), curve);
    expect(step?.passage).toBe('3.9#4');
    expect(step?.confidence).toBeCloseTo(1 / (1 + Math.exp(-(Math.log(9) + 1))), 10);
    expect(likeliestStep(readSteps({ ...evidence, steps: new Map() }, consultations), curve)).toBeUndefined();
  });
});

test('whoever asks for a passage on a step speaks of it; whoever asks for anything else speaks of none', () => {
  expect(stepOf({ kind: 'passage', id: '3.8#2' }, consultations)).toBe('detention-visit');
  expect(stepOf({ kind: 'passage', id: '3.8#1' }, consultations)).toBe('none');
  expect(stepOf({ kind: 'uncovered', topic: 'leave' }, consultations)).toBe('none');
});
