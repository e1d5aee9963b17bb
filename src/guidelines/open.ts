import { join } from 'node:path';
import { type Language, languages } from '../i18n/language.ts';
import { DataFileError } from '../shared/data-file.ts';
import { hasAddedEditions, knowledgeFolderOf, readInUse } from './added-editions.ts';
import { type Answer, type Answers, createAnswers, type Rank } from './answers.ts';
import { readCalibration } from './confidence.ts';
import { type Consultations, loadConsultations } from './consultations.ts';
import type { Edition } from './edition.ts';
import { createEvidence } from './evidence.ts';
import type { Guidance } from './guidance.ts';
import { createGuidanceRanking, type FindGuidance } from './guidance-ranking.ts';
import { uncoveredExample } from './knowledge.ts';
import { loadEditions } from './load.ts';
import type { Model } from './model.ts';
import { modelOf } from './model-file.ts';
import { questionLanguage } from './question-language.ts';
import { createRanking } from './ranking.ts';

/** An edition in use, ready to be asked. */
export interface OpenEdition {
  readonly edition: Edition;
  readonly rank: Rank;
  readonly answers: Answers;
  readonly consultations: Consultations;
  /** All that the search has learnt. */
  readonly model: Model;
}

/** The guidelines, ready to be asked. What they hold themselves is the edition for whoever has none in their language. */
export interface Guidelines extends OpenEdition {
  /** Every edition known, those in use first. */
  readonly editions: readonly Edition[];
  readonly inUse: readonly OpenEdition[];
  /** The edition that comes with Vigil, whose passages the sign-off policy names. */
  readonly shipped: Edition;
  /** The edition in use in a language, or the first one. */
  readonly editionFor: (language: Language) => OpenEdition;
  /** Learns HQ guidance, newest first, and finds what of it answers a question. */
  readonly learnGuidance: (inForce: readonly Guidance[]) => FindGuidance;
  /** A question of a subject that the guidelines leave alone, as the knowledge has it. */
  readonly exampleOf: (topic: string, language: Language) => string | undefined;
  /** Answers from the edition in the language of the question; where that does not tell, in the reader's. */
  readonly ask: (question: string, reader: Language) => Answer;
}

/**
 * Reads the editions and the knowledge of a folder and prepares the search.
 *
 * @param folder what comes with Vigil
 * @param added the folder of editions that the ministry has added, which need not exist
 * @throws DataFileError naming file, line and reason
 */
export function openGuidelines(folder: string, added?: string): Guidelines {
  const shipped = loadEditions(folder);
  const more = added !== undefined && hasAddedEditions(added) ? loadEditions(added) : [];
  const known = [...shipped, ...more];
  const chosen = added === undefined ? {} : readInUse(added);
  const used = languages.flatMap(language => {
    const id = chosen[language];
    const edition = known.find(one => one.language === language && (id === undefined || one.id === id));
    if (id !== undefined && !edition) {
      throw new DataFileError(join(added ?? folder, 'in-use.yaml'), [
        `there is no edition ${id} in the language ${language}`,
      ]);
    }
    return edition && (id !== undefined || shipped.includes(edition)) ? [edition] : [];
  });
  const inUse = used.map(edition => {
    const own = shipped.includes(edition) ? folder : knowledgeFolderOf(added ?? folder, edition.id);
    return openEdition(edition, folder, own);
  });
  const [first] = inUse;
  const [own] = shipped;
  if (!first || !own) throw new Error('no edition is in use');
  const editionFor = (language: Language) =>
    inUse.find(({ edition }) => edition.language === language) ?? first;
  return {
    ...first,
    editions: [...used, ...known.filter(edition => !used.includes(edition))],
    inUse,
    shipped: own,
    editionFor,
    learnGuidance: createGuidanceRanking(first.model),
    // Once a month: the start has no use for it.
    exampleOf: (topic, language) => uncoveredExample(folder, topic, language),
    ask: (question, reader) => editionFor(questionLanguage(question) ?? reader).answers(question),
  };
}

/** @param own the folder of what names the passages of this edition */
function openEdition(edition: Edition, folder: string, own: string): OpenEdition {
  const consultations = loadConsultations(own, edition);
  const calibration = readCalibration(folder);
  const model = modelOf(folder, edition, own);
  const rank = createRanking(createEvidence(model), consultations, calibration);
  return {
    edition,
    model,
    rank,
    consultations,
    answers: createAnswers(edition, rank, consultations.of, calibration),
  };
}
