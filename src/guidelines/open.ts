import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answers, createAnswers, type Rank } from './answers.ts';
import { type ConsultationOf, parseConsultations } from './consultations.ts';
import type { Edition } from './edition.ts';
import { createEvidence } from './evidence.ts';
import { loadKnowledge } from './knowledge.ts';
import { loadEditions } from './load.ts';
import { barOfConfidence, createRanking } from './ranking.ts';

/** The guidelines, ready to be asked. */
export interface Guidelines {
  readonly editions: readonly Edition[];
  /** The edition that questions are answered from. */
  readonly edition: Edition;
  readonly rank: Rank;
  readonly answers: Answers;
  readonly consultationOf: ConsultationOf;
}

/**
 * Reads the editions and the knowledge of a folder and prepares the search.
 *
 * @throws DataFileError naming file, line and reason
 */
export function openGuidelines(folder: string): Guidelines {
  const editions = loadEditions(folder);
  const [edition] = editions;
  if (!edition) throw new Error('loadEditions gave no edition');
  const consultationsPath = join(folder, 'consultations.yaml');
  const consultationOf = parseConsultations(
    consultationsPath,
    readFileSync(consultationsPath, 'utf8'),
    edition,
  );
  const rank = createRanking(createEvidence(edition, loadKnowledge(folder, edition)));
  return {
    editions,
    edition,
    rank,
    consultationOf,
    answers: createAnswers(edition, rank, consultationOf, barOfConfidence),
  };
}
