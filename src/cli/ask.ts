import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { consultationTitle, editionLine, headingOf } from '../cards/answer-card.ts';
import { readGuidelinesDir } from '../config.ts';
import type { Answer } from '../guidelines/answers.ts';
import { guidelinesFolder } from '../guidelines/folder.ts';
import { openGuidelines } from '../guidelines/open.ts';
import { type Language, languages } from '../i18n/language.ts';
import { translatorFor } from '../i18n/translator.ts';
import { OperatorError, reportFailure } from '../shared/operator-error.ts';
import { scoreRow } from './score-row.ts';

const usage = `Ask the guidelines from a terminal.

  npm run -s ask -- "Should we attend the trial?"          prints the answer
  npm run -s ask -- --lang fr "Faut-il assister au procès ?"
  npm run -s ask -- --jsonl < questions.jsonl              one JSON answer a line, for scoring
                                                           (reads {"id", "question"}, writes {"id", "answered",
                                                           "sections", "passages", "hq", "ms"})
`;

const questionLine = z.object({ id: z.string(), question: z.string() });

try {
  const { values, positionals } = parseOptions();
  if (values.help) process.stdout.write(usage);
  else if (values.jsonl) await answerLines();
  else if (positionals.length === 0) throw new OperatorError(usage);
  else
    process.stdout.write(
      inWords(
        openGuidelines(guidelinesFolder, readGuidelinesDir(process.env)).ask(
          positionals.join(' '),
          values.lang,
        ),
        values.lang,
      ),
    );
} catch (error) {
  reportFailure(error);
}

function parseOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        lang: { type: 'string', default: 'en' },
        jsonl: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const lang = z.enum(languages).safeParse(values.lang);
    if (!lang.success) throw new OperatorError(`--lang is one of: ${languages.join(', ')}`);
    return { values: { ...values, lang: lang.data }, positionals };
  } catch (cause) {
    if (cause instanceof OperatorError) throw cause;
    throw new OperatorError(`${(cause as Error).message}\n\n${usage}`, { cause });
  }
}

async function answerLines(): Promise<void> {
  const { answers } = openGuidelines(guidelinesFolder);
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, question } = readLine(line, number);
    process.stdout.write(`${JSON.stringify(scoreRow(id, question, answers))}\n`);
  }
}

function readLine(line: string, number: number): z.infer<typeof questionLine> {
  try {
    return questionLine.parse(JSON.parse(line));
  } catch (cause) {
    throw new OperatorError(`line ${number} is not a question such as {"id": "1", "question": "…"}`, {
      cause,
    });
  }
}

/** An answer as a page of text: the passages with their sections, or why there are none. */
function inWords(answer: Answer, language: Language): string {
  const t = translatorFor(language);
  if (answer.kind === 'small-talk') return `${t(`smallTalk.${answer.talk}`)}\n`;
  if (answer.kind === 'other-language') return `${t('otherLanguage')}\n`;
  const lines: string[] = [];
  if (answer.kind === 'not-covered') {
    lines.push(t('notCovered.title'), t('notCovered.rephrase'));
    if (answer.nearest.length > 0) {
      lines.push('', t('notCovered.nearest'), ...answer.nearest.map(section => `  ${headingOf(section, t)}`));
    }
    lines.push('', t('notCovered.askHq'));
  } else {
    const citations = answer.kind === 'answered' ? answer.citations : [answer.citation];
    if (answer.kind === 'list-missing') lines.push(t('answer.listMissing'), '');
    if (answer.kind === 'answered' && answer.consultation) {
      lines.push(consultationTitle(answer.consultation, t), `  “${answer.consultation.words}”`, '');
    }
    for (const { section, passage } of citations) {
      lines.push(`${headingOf(section, t)}  [${passage.id}]`, passage.text, '');
    }
  }
  lines.push('', editionLine(answer.edition, t), '');
  return lines.join('\n');
}
