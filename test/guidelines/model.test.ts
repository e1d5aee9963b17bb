import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createEvidence } from '../../src/guidelines/evidence.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { type KeptWeights, keepWeights, sumOfKept } from '../../src/guidelines/kept-weights.ts';
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
  const [now, then] = [placed(weights), placed(kept.weights)];
  const apart = [...now].filter(([place, value]) => then.get(place) !== value).length;
  expect(now.size).toBeGreaterThan(100_000);
  expect((apart + Math.abs(now.size - then.size)) / now.size).toBeLessThan(0.005);
});

/** Weights by their term and class. */
function placed({ starts, classes, values }: KeptWeights): Map<string, number> {
  const found = new Map<string, number>();
  for (let term = 0; term + 1 < starts.length; term += 1) {
    for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) {
      found.set(`${term} ${classes[at]}`, values[at] ?? 0);
    }
  }
  return found;
}

test('kept weights say what all of them say, but for what is next to nothing', () => {
  const weights = Float32Array.from([1.27, 0, -0.5, 0.01, 0, 0, 0.1, -0.2, 0.3]);
  const kept = keepWeights(weights, 3);
  expect(kept.values).toHaveLength(5);
  const vector = { terms: [0, 1], values: [0.8, 0.6] };
  const [whole, coarse] = [sumOfWeights(weights, vector, 3), sumOfKept(kept, vector, 3)];
  for (const [index, sum] of whole.entries()) expect(coarse[index]).toBeCloseTo(sum, 1);
  expect(coarse[0]).toBeCloseTo(0.8 * 1.27 + 0.1, 5);
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
      consultations: { of: () => undefined, named: () => undefined, sometimes: new Set() },
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
      writeFileSync(path, gzipSync('as an earlier Vigil kept it'));
      expect(readModel(path, 'these')).toBeUndefined();
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
