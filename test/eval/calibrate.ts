import { writeFileSync } from 'node:fs';
import {
  calibrationPath,
  confidenceIn,
  readSignals,
  type Signals,
  signals,
} from '../../src/guidelines/confidence.ts';
import { createEvidence, type Evidence } from '../../src/guidelines/evidence.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { loadKnowledge, type Phrasing } from '../../src/guidelines/knowledge.ts';
import { loadEditions } from '../../src/guidelines/load.ts';
import { learnModel } from '../../src/guidelines/model.ts';
import { keepModel, modelOf } from '../../src/guidelines/model-file.ts';
import { readSteps, stepOf } from '../../src/guidelines/steps.ts';
import { calibrateSteps, type StepReading } from './calibrate-steps.ts';
import { fitCurve } from './fit-curve.ts';
import { questionsOf } from './questions.ts';

/**
 * `npm run calibrate`: learns the model that the search starts with, cross-validates the ranking over phrasings left out,
 * fits the curve of confidence on them, chooses the bar, and prints what each bar would refuse. To be run after every
 * change of the knowledge. Nothing of `test/eval/*.jsonl` goes into the fit or the choice.
 *
 * Method: the phrasings are dealt into five folds; the ranking learns from four and reads the fifth. The curve is a
 * logistic regression (ridge 0.01 on standardised signals, both outcomes weighed alike) from the signals of the left-out
 * phrasings to whether they ask for a passage; small talk, which is known by other means, stays out of it. The bar is the
 * highest, in hundredths, at which no more than four in a hundred left-out phrasings of passages are refused.
 */
const refusedAtMost = 0.04;
const folds = 5;
const [edition] = loadEditions(guidelinesFolder);
if (!edition) throw new Error('no edition');
const knowledge = loadKnowledge(guidelinesFolder, edition);

interface Reading {
  readonly phrasing: Phrasing;
  readonly evidence: Evidence;
  readonly signals: Signals;
}

const readings: Reading[] = [];
const stepReadings: StepReading[] = [];
const { consultations } = knowledge;
for (let fold = 0; fold < folds; fold += 1) {
  const phrasings = knowledge.phrasings.filter((_, index) => index % folds !== fold);
  const lines = knowledge.steps.filter((_, index) => index % folds !== fold);
  const evidenceFor = createEvidence(learnModel(edition, { ...knowledge, phrasings, steps: lines }));
  for (const { text, step } of knowledge.steps.filter((_, index) => index % folds === fold)) {
    stepReadings.push({ possible: readSteps(evidenceFor(text), consultations), step, source: 'lines' });
  }
  for (const phrasing of knowledge.phrasings.filter((_, index) => index % folds === fold)) {
    const evidence = evidenceFor(phrasing.text);
    const read = readSignals(phrasing.text, evidence);
    if (read) readings.push({ phrasing, evidence, signals: read });
    const { meaning } = phrasing;
    if (meaning.kind !== 'passage') continue;
    const step = stepOf(meaning, consultations);
    if (!step) continue;
    stepReadings.push({ possible: readSteps(evidence, consultations), step, source: 'phrasings' });
  }
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const share = (part: number, whole: number) => (whole === 0 ? '-' : (part / whole).toFixed(3));
const isCovered = ({ phrasing }: Reading) => phrasing.meaning.kind === 'passage';

const covered = readings.filter(isCovered);
for (const [name, group] of [
  ['all', covered],
  ['English', covered.filter(({ phrasing }) => phrasing.language === 'en')],
  ['French', covered.filter(({ phrasing }) => phrasing.language === 'fr')],
] as const) {
  const hit = (same: (want: string, got: string) => boolean) =>
    group.filter(({ phrasing, evidence }) => {
      const first = evidence.scored.find(({ meaning }) => meaning.kind === 'passage')?.meaning;
      return (
        phrasing.meaning.kind === 'passage' &&
        first?.kind === 'passage' &&
        same(phrasing.meaning.id, first.id)
      );
    }).length;
  const passage = hit((want, got) => want === got);
  const section = hit((want, got) => want.split('#')[0] === got.split('#')[0]);
  print(
    `left out, ${name}: passage first ${share(passage, group.length)}, section first ${share(section, group.length)}`,
  );
}

const curve = fitCurve(
  signals,
  readings
    .filter(({ phrasing }) => phrasing.meaning.kind !== 'small-talk')
    .map(reading => ({ x: reading.signals, y: isCovered(reading) ? 1 : 0 })),
);
const confidences = covered.map(reading => confidenceIn(reading.signals, curve)).sort((a, b) => a - b);
const bar = Math.floor((confidences[Math.floor(confidences.length * refusedAtMost)] ?? 0) * 100) / 100;
const steps = calibrateSteps(stepReadings);
writeFileSync(
  calibrationPath(guidelinesFolder),
  [
    '# When a question counts as covered. Written by `npm run calibrate`; docs/answers.md says how.',
    `bar: ${bar}`,
    'curve:',
    ...Object.entries(curve).map(([name, weight]) => `  ${name}: ${Number(weight.toFixed(3))}`),
    'steps:',
    `  bar: ${steps.bar}`,
    '  curve:',
    ...Object.entries(steps.curve).map(([name, weight]) => `    ${name}: ${Number(weight.toFixed(3))}`),
    '',
  ].join('\n'),
);
keepModel(guidelinesFolder, edition, guidelinesFolder);
print(`\nbar ${bar}, of steps ${steps.bar}`);
for (const line of steps.report) print(line);

const evidenceFor = createEvidence(modelOf(guidelinesFolder, edition, guidelinesFolder));
const sets = [
  {
    name: 'left out',
    rows: readings.map(reading => ({
      covered: isCovered(reading),
      confidence: confidenceIn(reading.signals, curve),
    })),
  },
  ...(['dev', 'heldout', 'fresh', 'unseen', 'unseen-2'] as const).map(name => ({
    name,
    rows: questionsOf(name).map(({ question, answerable }) => {
      const read = readSignals(question, evidenceFor(question));
      return { covered: answerable, confidence: read ? confidenceIn(read, curve) : 0 };
    }),
  })),
];
print(`\nbar   ${sets.map(({ name }) => name.padEnd(28)).join('')}`);
print(`      ${sets.map(() => 'refuses uncovered, covered'.padEnd(28)).join('')}`);
for (let bar = 0.1; bar < 0.75; bar += 0.05) {
  const cells = sets.map(({ rows }) => {
    const refused = (group: typeof rows) =>
      share(group.filter(({ confidence }) => confidence < bar).length, group.length);
    return `${refused(rows.filter(row => !row.covered))}  ${refused(rows.filter(row => row.covered))}`.padEnd(
      28,
    );
  });
  print(`${bar.toFixed(2)}  ${cells.join('')}`);
}
