import { holds, type Question } from '../../src/cli/score.ts';
import { readCalibration } from '../../src/guidelines/confidence.ts';
import { createEvidence, type Evidence } from '../../src/guidelines/evidence.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { loadKnowledge } from '../../src/guidelines/knowledge.ts';
import { loadEditions } from '../../src/guidelines/load.ts';
import { learnModel } from '../../src/guidelines/model.ts';
import { likeliestStep, readSteps, type StepCurve } from '../../src/guidelines/steps.ts';
import { questionsOf } from './questions.ts';

/**
 * `node test/eval/ablation.ts`: what each piece of the search is worth, as the tables of docs/answers.md have it. Refusals are
 * left out of it: the first passage counts, however sure.
 */
const [edition] = loadEditions(guidelinesFolder);
if (!edition) throw new Error('no edition');
const knowledge = loadKnowledge(guidelinesFolder, edition);
const { phrasings, consultations } = knowledge;
const sets = (['heldout', 'fresh', 'unseen'] as const).map(name => ({
  name,
  questions: questionsOf(name).filter(({ answerable }) => answerable),
}));
type Search = (question: string) => Evidence;
const print = (line: string) => process.stdout.write(`${line}\n`);
const share = (group: readonly Question[], counts: (question: Question) => boolean) =>
  (group.filter(counts).length / group.length).toFixed(3);

const built = learnModel(edition, knowledge);
const whole = createEvidence(built);
const learntFrom = (changed: Partial<typeof knowledge>): Search =>
  createEvidence(learnModel(edition, { ...knowledge, ...changed }));
print(
  `section first, passage first, section first in French, in scenarios: ${phrasings.length} ways of asking`,
);
const variants: readonly (readonly [string, () => Search])[] = [
  ['all, as built', () => whole],
  ['learnt weights alone', () => createEvidence(built, { learnt: 1, nearest: 0 })],
  ['nearest text alone', () => createEvidence(built, { learnt: 0, nearest: 1 })],
  ['without the thesaurus', () => learntFrom({ thesaurus: [] })],
  ['every other phrasing only', () => learntFrom({ phrasings: phrasings.filter((_, at) => at % 2 === 0) })],
  ['no French phrasings', () => learntFrom({ phrasings: phrasings.filter(one => one.language === 'en') })],
  [
    'no phrasing of a passage',
    () => learntFrom({ phrasings: phrasings.filter(({ meaning }) => meaning.kind !== 'passage') }),
  ],
];
for (const [name, make] of variants) {
  const search = make();
  const firstFor = ({ question }: Question) =>
    search(question).scored.flatMap(({ meaning }) => (meaning.kind === 'passage' ? [meaning.id] : []))[0] ??
    '';
  const cells = sets.map(({ questions }) => {
    const section = (one: Question) => one.sections.includes(firstFor(one).split('#')[0] ?? '');
    const passage = (one: Question) => {
      const text = edition.passages.find(({ id }) => id === firstFor(one))?.text ?? '';
      return holds(text, one.span ?? '');
    };
    return [
      share(questions, section),
      share(
        questions.filter(({ span }) => span),
        passage,
      ),
      share(
        questions.filter(({ lang }) => lang === 'fr'),
        section,
      ),
      share(
        questions.filter(({ kind }) => kind === 'scenario'),
        section,
      ),
    ].join(', ');
  });
  print(`${name.padEnd(28)} ${cells.join(' | ')}`);
}

print('\nconsultation named, where the bar lets three in a hundred others be taken for a step');
const only = (name: keyof StepCurve): StepCurve => ({
  words: 0,
  lead: 0,
  constant: 0,
  [name]: 1,
});
const curves: readonly (readonly [string, StepCurve])[] = [
  ['all, as built', readCalibration(guidelinesFolder).steps.curve],
  ['its words alone', only('words')],
  ['the lead of its passage alone', only('lead')],
];
for (const [name, curve] of curves) {
  const likeliest = ({ question }: Question) =>
    likeliestStep(readSteps(whole(question), consultations), curve);
  const cells = sets.map(({ questions }) => {
    const alarms = questions
      .filter(({ hq }) => hq === null)
      .map(one => likeliest(one)?.confidence ?? 0)
      .sort((a, b) => b - a);
    const bar = alarms[Math.floor(alarms.length * 0.03)] ?? 0;
    return share(
      questions.filter(({ hq }) => hq),
      one => {
        const found = likeliest(one);
        return found !== undefined && found.kind === one.hq && found.confidence > bar;
      },
    );
  });
  print(`${name.padEnd(30)} ${cells.join(' | ')}`);
}
