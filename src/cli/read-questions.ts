import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { OperatorError } from '../shared/operator-error.ts';
import { type Question, question } from './score.ts';

/** Reads a set of questions, one JSON object a line. @throws OperatorError naming the file and the line that is wrong */
export function readQuestions(file: string): Question[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new OperatorError(`${file} cannot be read`, { cause });
  }
  return text
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      try {
        return question.parse(JSON.parse(line));
      } catch (cause) {
        const why = cause instanceof z.ZodError ? z.prettifyError(cause) : 'it is not JSON';
        throw new OperatorError(`${file}, line ${number}: ${why}`, { cause });
      }
    });
}
