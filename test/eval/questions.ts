import { fileURLToPath } from 'node:url';
import { readQuestions } from '../../src/cli/read-questions.ts';
import type { Question } from '../../src/cli/score.ts';

/** The questions of one of the sets in this folder. */
export function questionsOf(
  set: 'dev' | 'heldout' | 'fresh' | 'unseen' | 'unseen-2' | 'near-misses',
): Question[] {
  return readQuestions(fileURLToPath(new URL(`${set}.jsonl`, import.meta.url)));
}
