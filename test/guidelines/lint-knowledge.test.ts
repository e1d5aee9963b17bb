import { expect, test } from 'vitest';
import { createEvidence } from '../../src/guidelines/evidence.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { loadKnowledge, type Phrasing } from '../../src/guidelines/knowledge.ts';
import { lintKnowledge } from '../../src/guidelines/lint-knowledge.ts';
import { loadEditions } from '../../src/guidelines/load.ts';
import { modelOf } from '../../src/guidelines/model-file.ts';

const [edition] = loadEditions(guidelinesFolder);
if (!edition) throw new Error('no edition');
const knowledge = loadKnowledge(guidelinesFolder, edition);
const evidenceFor = createEvidence(modelOf(guidelinesFolder, edition, guidelinesFolder));

const objectionsTo = (...more: readonly Phrasing[]) =>
  lintKnowledge(edition, { ...knowledge, phrasings: [...knowledge.phrasings, ...more] }, evidenceFor);
const asking = (text: string, id: string): Phrasing => ({
  language: 'en',
  text,
  meaning: { kind: 'passage', id },
});

test('there is nothing to object to in the knowledge as it comes', { timeout: 60_000 }, () => {
  expect(objectionsTo()).toEqual([]);
});

test('a reviewer is told of ways written twice, that ask for two things, or that find another', {
  timeout: 60_000,
}, () => {
  const objections = objectionsTo(
    asking('Can I go see an activist in jail?', '3.8#2'),
    asking('should we ask before going to see someone in jail', '2.4#1'),
    asking('see an activist I can go in jail', '3.9#1'),
  );
  expect(objections).toEqual([
    '“can I go see an activist in jail” stands twice: 3.8#2, 3.8#2',
    expect.stringMatching(/say one thing and ask for 3\.8#2 and 3\.9#1$/),
    '“should we ask before going to see someone in jail” is meant for 2.4#1 and finds 3.8#2',
    '“see an activist I can go in jail” is meant for 3.9#1 and finds 3.8#2',
  ]);
});

test('a passage with too few ways of asking is named', { timeout: 60_000 }, () => {
  const fewer = knowledge.phrasings.filter(
    ({ meaning, language }) => meaning.kind !== 'passage' || meaning.id !== '0#7' || language === 'en',
  );
  expect(lintKnowledge(edition, { ...knowledge, phrasings: fewer }, evidenceFor)).toContain(
    '0#7 has 0 ways of asking in “fr”; it needs 10',
  );
});

test('words that are said to speak of two steps are named', { timeout: 60_000 }, () => {
  const line = (text: string, step: 'none' | 'consular') => ({ language: 'en' as const, text, step });
  const steps = [
    line('Can I go see an activist in jail?', 'none'),
    line('A note of thanks', 'none'),
    line('a note of thanks!', 'consular'),
  ];
  expect(lintKnowledge(edition, { ...knowledge, steps }, evidenceFor)).toEqual([
    '“can I go see an activist in jail” is said to speak of detention-visit and of none',
    '“A note of thanks” is said to speak of none and of consular',
  ]);
});
