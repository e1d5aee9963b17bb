import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEvidence } from '../../src/guidelines/evidence.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { loadKnowledge } from '../../src/guidelines/knowledge.ts';
import { learnWeights, likelihoodsOf, sumOfWeights } from '../../src/guidelines/learn-weights.ts';
import { loadEditions } from '../../src/guidelines/load.ts';
import { learnModel } from '../../src/guidelines/model.ts';
import { modelPath, readModel, sourcesOf, writeModel } from '../../src/guidelines/model-file.ts';

const [edition] = loadEditions(guidelinesFolder);
if (!edition) throw new Error('no edition');
const sources = sourcesOf(guidelinesFolder, edition, guidelinesFolder);

test('the model that comes with Vigil was learnt from the text and the knowledge as they are', {
  timeout: 60_000,
}, () => {
  const kept = readModel(modelPath(guidelinesFolder, edition), sources);
  if (!kept) throw new Error('it was learnt from other sources: npm run calibrate');
  const { weights, ...learnt } = learnModel(edition, loadKnowledge(guidelinesFolder, edition));
  expect(kept.meanings).toEqual(learnt.meanings);
  expect(kept.terms.terms.length).toBe(learnt.terms.terms.length);
  expect(kept.postings.texts.every((text, at) => text === learnt.postings.texts[at])).toBe(true);
  // Logarithms may differ in the last digit between engines, and a weight then by a step.
  const apart = weights.filter((weight, at) => weight !== kept.weights[at]).length;
  expect(apart / weights.length).toBeLessThan(0.001);
});

describe('a kept model', () => {
  const small = learnModel(
    { ...edition, sections: edition.sections.slice(0, 2) },
    {
      phrasings: [
        { language: 'en', text: 'may we visit her in jail', meaning: { kind: 'uncovered', topic: 'visits' } },
        {
          language: 'fr',
          text: 'peut-on la voir en prison',
          meaning: { kind: 'uncovered', topic: 'visits' },
        },
        { language: 'en', text: 'hello there', meaning: { kind: 'small-talk', talk: 'greeting' } },
      ],
      thesaurus: [{ concept: 'prison', words: { en: ['jail', 'behind bars'], fr: ['prison'] } }],
      steps: [
        { language: 'en', text: 'take her oranges in her cell', step: 'detention-visit' },
        { language: 'en', text: 'oranges for the reception', step: 'none' },
      ],
      consultations: { of: () => undefined, sometimes: new Set() },
    },
  );

  test('is read as it was written', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigil-model-'));
    try {
      const path = join(folder, 'small.model');
      writeModel(path, 'these', small);
      expect(readModel(path, 'these')).toEqual(small);
      expect(readModel(path, 'others')).toBeUndefined();
      expect(readModel(join(folder, 'none.model'), 'these')).toBeUndefined();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('hears a step beside something else', () => {
    const likelihood = (question: string) =>
      createEvidence(small)(question).steps.get('detention-visit') ?? 0;
    expect(likelihood('hello there, may I go to her cell')).toBeGreaterThan(likelihood('hello there'));
  });

  test('knows a concept by another word, in the other language', () => {
    const [first] = createEvidence(small)('they put him behind bars').scored;
    expect(first?.meaning).toEqual({ kind: 'uncovered', topic: 'visits' });
  });
});

test('weights learnt from texts tell their classes apart, and are the same each time', () => {
  const texts = [
    { terms: [0, 1], values: [0.8, 0.6] },
    { terms: [0, 2], values: [0.8, 0.6] },
    { terms: [3, 1], values: [0.8, 0.6] },
    { terms: [3, 2], values: [0.8, 0.6] },
  ];
  const learn = () => learnWeights(texts, [0, 0, 1, 1], 2, 4);
  const weights = learn();
  expect(weights).toEqual(learn());
  const likelihoods = (terms: number[]) =>
    likelihoodsOf(sumOfWeights(weights, { terms, values: terms.map(() => 1) }, 2));
  expect(likelihoods([0])[0]).toBeGreaterThan(0.7);
  expect(likelihoods([3])[1]).toBeGreaterThan(0.7);
  expect(likelihoods([1]).reduce((sum, share) => sum + share)).toBeCloseTo(1, 10);
});

test('other sources have another digest', () => {
  const changed = { ...edition, sections: edition.sections.slice(1) };
  expect(sourcesOf(guidelinesFolder, changed, guidelinesFolder)).not.toBe(sources);
});
