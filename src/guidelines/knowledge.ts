import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Language, languages } from '../i18n/language.ts';
import { DataFileError, readDataFile } from '../shared/data-file.ts';
import { type SmallTalk, smallTalkKinds } from './answers.ts';
import { type Consultations, consultationKinds, loadConsultations } from './consultations.ts';
import type { Edition } from './edition.ts';
import { noStep, type StepText } from './steps.ts';

/** What is known of how officials ask, written by people who have read the guidelines; all of it reviewable data. */
export interface Knowledge {
  readonly phrasings: readonly Phrasing[];
  readonly thesaurus: readonly Concept[];
  /** Ways of speaking of a step that needs a consultation, and of what only looks like one. */
  readonly steps: readonly StepText[];
  readonly consultations: Consultations;
}

/** One way to say something, and what is meant by it. */
export interface Phrasing {
  readonly language: Language;
  readonly text: string;
  readonly meaning: Meaning;
}

/** What a person may be after. */
export type Meaning =
  | { readonly kind: 'passage'; readonly id: string }
  /** A list that the passage announces and the source has lost. */
  | { readonly kind: 'list-missing'; readonly id: string }
  | { readonly kind: 'small-talk'; readonly talk: SmallTalk }
  /** A subject the guidelines leave alone, such as staff administration. */
  | { readonly kind: 'uncovered'; readonly topic: string };

/** Words and expressions of both languages that stand for one thing. */
export interface Concept {
  readonly concept: string;
  readonly words: Readonly<Record<Language, readonly string[]>>;
}

const sayings = z.array(z.string().min(1).max(300)).default([]);
const bothLanguages = { en: sayings, fr: sayings };
const phrasingsFile = z.record(z.string(), z.strictObject(bothLanguages));
const thesaurusFile = z.array(z.strictObject({ concept: z.string().min(1), ...bothLanguages }));
const uncoveredFile = z.array(z.strictObject({ topic: z.string().min(1), ...bothLanguages }));
const smallTalkFile = z.array(z.strictObject({ kind: z.enum(smallTalkKinds), ...bothLanguages }));
const stepsFile = z.array(z.strictObject({ kind: z.enum([...consultationKinds, noStep]), ...bothLanguages }));
const missingListsFile = z.array(
  z.strictObject({ passage: z.string(), after: z.string(), ...bothLanguages }),
);

/** The files of the knowledge that goes with an edition, as far as they are there, always in the same order. */
export function knowledgeFiles(folder: string, edition: Edition, own = folder): string[] {
  return [
    ...edition.sections.map(({ number }) => phrasingsPath(own, number)),
    join(own, 'gaps.yaml'),
    join(own, 'consultations.yaml'),
    join(folder, 'steps.yaml'),
    join(folder, 'uncovered.yaml'),
    join(folder, 'small-talk.yaml'),
    join(folder, 'thesaurus.yaml'),
  ].filter(path => existsSync(path));
}

const phrasingsPath = (own: string, section: string) => join(own, 'phrasings', `${section}.yaml`);

/**
 * Reads the knowledge that goes with an edition: `thesaurus.yaml`, `steps.yaml`, `uncovered.yaml` and `small-talk.yaml`
 * of a folder, which serve any edition, and what names its passages, `phrasings/<section>.yaml`, `gaps.yaml` and
 * `consultations.yaml`.
 *
 * @param own the folder of what names passages, where the edition has its own
 * @throws DataFileError naming file and line of every problem
 */
export function loadKnowledge(folder: string, edition: Edition, own = folder): Knowledge {
  const phrasings: Phrasing[] = [];
  const add = (meaning: Meaning, ways: Readonly<Record<Language, readonly string[]>>) => {
    for (const language of languages) {
      for (const text of ways[language]) phrasings.push({ language, text, meaning });
    }
  };

  for (const section of edition.sections) {
    const path = phrasingsPath(own, section.number);
    if (!existsSync(path)) continue;
    for (const [id, ways] of Object.entries(readDataFile(path, phrasingsFile))) {
      if (!section.passages.some(passage => passage.id === id)) {
        throw new DataFileError(path, [`section ${section.number} has no passage ${id}`]);
      }
      add({ kind: 'passage', id }, ways);
    }
  }
  const gapsPath = join(own, 'gaps.yaml');
  for (const { passage, after, ...ways } of readDataFile(gapsPath, missingListsFile)) {
    const known = edition.passages.find(({ id }) => id === passage);
    if (!known?.listMissing || !known.text.endsWith(after)) {
      throw new DataFileError(gapsPath, [
        `passage ${passage} does not end in “${after}” before a missing list`,
      ]);
    }
    add({ kind: 'list-missing', id: passage }, ways);
  }
  for (const { topic, ...ways } of readDataFile(join(folder, 'uncovered.yaml'), uncoveredFile)) {
    add({ kind: 'uncovered', topic }, ways);
  }
  for (const { kind, ...ways } of readDataFile(join(folder, 'small-talk.yaml'), smallTalkFile)) {
    add({ kind: 'small-talk', talk: kind }, ways);
  }
  const thesaurus = readDataFile(join(folder, 'thesaurus.yaml'), thesaurusFile);
  const steps = readDataFile(join(folder, 'steps.yaml'), stepsFile).flatMap(({ kind, ...ways }) =>
    languages.flatMap(language => ways[language].map(text => ({ language, text, step: kind }))),
  );
  return {
    phrasings,
    thesaurus: thesaurus.map(({ concept, ...words }) => ({ concept, words })),
    steps,
    consultations: loadConsultations(own, edition),
  };
}

/** A question of a subject that the guidelines leave alone, as `uncovered.yaml` has it. @throws DataFileError */
export function uncoveredExample(folder: string, topic: string, language: Language): string | undefined {
  const subjects = readDataFile(join(folder, 'uncovered.yaml'), uncoveredFile);
  return subjects.find(subject => subject.topic === topic)?.[language][0];
}
