import { z } from 'zod';
import { DataFileError, parseData } from '../shared/data-file.ts';
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

export const consultationsFile = z.array(
  z.strictObject({
    kind: z.enum(consultationKinds),
    strength: z.enum(strengths),
    desks: z.array(z.enum(desks)).min(1),
    passage: z.string(),
    words: z.string().min(10),
    applies: z.array(z.string()).min(1),
  }),
);

/** A consultation as the file has it: with the ids of the passages whose subject calls for it. */
export type ConsultationEntry = Consultation & { readonly applies: readonly string[] };

/**
 * Reads the consultations that an edition requires.
 *
 * @param file the name of the file, for problems
 * @throws DataFileError when a passage does not exist, is claimed twice, or does not hold the words quoted from it
 */
export function parseConsultations(file: string, text: string, edition: Edition): ConsultationOf {
  const entries = parseData(file, text, consultationsFile);
  const byPassage = new Map<string, Consultation>();
  const problems: string[] = [];
  for (const { applies, ...consultation } of entries) {
    const { kind, passage, words } = consultation;
    if (!passageOf(edition, passage)?.text.includes(words)) {
      problems.push(`${kind}: passage ${passage} does not say “${words}”`);
    }
    for (const id of applies) {
      if (!passageOf(edition, id)) problems.push(`${kind}: there is no passage ${id}`);
      if (byPassage.has(id)) problems.push(`${kind}: passage ${id} already calls for another consultation`);
      byPassage.set(id, consultation);
    }
  }
  if (problems.length > 0) throw new DataFileError(file, problems);
  return id => byPassage.get(id);
}
