import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createEvidence } from '../guidelines/evidence.ts';
import { guidelinesFolder } from '../guidelines/folder.ts';
import { loadKnowledge } from '../guidelines/knowledge.ts';
import { lintKnowledge } from '../guidelines/lint-knowledge.ts';
import { loadEditions } from '../guidelines/load.ts';
import { modelOf } from '../guidelines/model-file.ts';
import { openGuidelines } from '../guidelines/open.ts';
import { OperatorError, reportFailure } from '../shared/operator-error.ts';
import { readQuestions } from './read-questions.ts';
import { score } from './score.ts';
import { scoreRow } from './score-row.ts';

/**
 * `npm run eval -- FILE… [--wrong]`: how well the questions of each file are answered; what went wrong, on request.
 * `npm run eval -- --lint`: what is wrong with the knowledge itself; fails where there is anything.
 */
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { wrong: { type: 'boolean' }, lint: { type: 'boolean' } },
  });
  if (values.lint) {
    lint();
    process.exit();
  }
  const files =
    positionals.length > 0
      ? positionals
      : ['dev', 'heldout', 'fresh', 'unseen', 'unseen-2', 'near-misses'].map(
          name => `test/eval/${name}.jsonl`,
        );
  const { answers } = openGuidelines(guidelinesFolder);
  for (const file of files) {
    const questions = readQuestions(file);
    const rows = questions.map(({ id, question }) => scoreRow(id, question, answers));
    const { figures, wrong } = score(questions, rows);
    process.stdout.write(`${basename(file)}: ${questions.length} questions\n`);
    for (const [name, figure] of Object.entries(figures)) {
      process.stdout.write(`  ${name.padEnd(26)} ${figure === null ? '-' : figure.toFixed(3)}\n`);
    }
    if (values.wrong) for (const line of wrong) process.stdout.write(`  ${line}\n`);
  }
} catch (error) {
  reportFailure(error);
}

function lint(): void {
  for (const edition of loadEditions(guidelinesFolder)) {
    const evidenceFor = createEvidence(modelOf(guidelinesFolder, edition, guidelinesFolder));
    const problems = lintKnowledge(edition, loadKnowledge(guidelinesFolder, edition), evidenceFor);
    if (problems.length > 0) throw new OperatorError(problems.join('\n'));
    process.stdout.write(`${edition.id}: nothing to object to\n`);
  }
}
