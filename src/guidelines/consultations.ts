import { join } from 'node:path';
import { z } from 'zod';
import { DataFileError, parseData, readText } from '../shared/data-file.ts';
import { type Edition, passageOf } from './edition.ts';

export const consultationKinds = [
  'detention-visit',
  'public-intervention',
  'consular',
  'canadian-business',
  'asylum-visa',
] as const;
export const strengths = [
  'before-action',
  'before-decision',
  'report-promptly',
  'report',
  'seek-direction',
  'visa-section',
] as const;
export const desks = [
  'human-rights',
  'consular',
  'geographic',
  'responsible-business',
  'immigration-liaison',
] as const;

/** What the guidelines ask a mission to do with Headquarters before, or during, a step. */
export interface Consultation {
  readonly kind: (typeof consultationKinds)[number];
  readonly strength: (typeof strengths)[number];
  readonly desks: readonly (typeof desks)[number][];
  /** Id of the passage that says so. */
  readonly passage: string;
  /** Its words, verbatim. */
  readonly words: string;
}

/** The consultation that a passage's subject calls for, if any. */
export type ConsultationOf = (passageId: string) => Consultation | undefined;

export interface Consultations {
  readonly of: ConsultationOf;
  /** One by its kind and the passage that says so, which need not be a passage that calls for it. */
  readonly named: (kind: string, passage: string) => Consultation | undefined;
  /** Ids of the passages whose subject calls for a consultation in some cases only: which, the words of a question tell. */
  readonly sometimes: ReadonlySet<string>;
}

export const consultationsFile = z.array(
  z.strictObject({
    kind: z.enum(consultationKinds),
    strength: z.enum(strengths),
    desks: z.array(z.enum(desks)).min(1),
    passage: z.string(),
    words: z.string().min(10),
    applies: z.array(z.string()).min(1),
    sometimes: z.array(z.string()).optional(),
  }),
);

/** A consultation as the file has it: with the ids of the passages whose subject calls for it, always or in some cases. */
export type ConsultationEntry = Consultation & {
  readonly applies: readonly string[];
  readonly sometimes?: readonly string[] | undefined;
};

/** Reads `consultations.yaml` in the folder of what names the passages of an edition. @throws DataFileError */
export function loadConsultations(own: string, edition: Edition): Consultations {
  const path = join(own, 'consultations.yaml');
  return parseConsultations(path, readText(path), edition);
}

/**
 * Reads the consultations that an edition requires.
 *
 * @param file the name of the file, for problems
 * @throws DataFileError when a passage does not exist, is claimed twice, or does not hold the words quoted from it
 */
export function parseConsultations(file: string, text: string, edition: Edition): Consultations {
  const entries = parseData(file, text, consultationsFile);
  const all: Consultation[] = [];
  const byPassage = new Map<string, Consultation>();
  const inSomeCases = new Set<string>();
  const problems: string[] = [];
  for (const { applies, sometimes = [], ...consultation } of entries) {
    const { kind, passage, words } = consultation;
    all.push(consultation);
    if (!passageOf(edition, passage)?.text.includes(words)) {
      problems.push(`${kind}: passage ${passage} does not say “${words}”`);
    }
    for (const id of [...applies, ...sometimes]) {
      if (!passageOf(edition, id)) problems.push(`${kind}: there is no passage ${id}`);
    }
    for (const id of sometimes) {
      if (applies.includes(id))
        problems.push(`${kind}: passage ${id} cannot call for it both always and sometimes`);
      inSomeCases.add(id);
    }
    for (const id of applies) {
      if (byPassage.has(id)) problems.push(`${kind}: passage ${id} already calls for another consultation`);
      byPassage.set(id, consultation);
    }
  }
  if (problems.length > 0) throw new DataFileError(file, problems);
  return {
    of: id => byPassage.get(id),
    named: (kind, passage) => all.find(one => one.kind === kind && one.passage === passage),
    sometimes: inSomeCases,
  };
}
