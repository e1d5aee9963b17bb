import { join } from 'node:path';
import { z } from 'zod';
import { readDataFile } from '../shared/data-file.ts';
import { type CurveOver, confidenceBy, logOdds, within } from './curve.ts';
import type { Evidence, ScoredMeaning } from './evidence.ts';
import { stepSignals } from './steps.ts';

/**
 * What tells a question that the guidelines answer from one that merely uses their words. Each counts as a number; the
 * confidence is a logistic curve over their weighted sum.
 */
export const signals = [
  'odds',
  'section',
  'margin',
  'lead',
  'likeness',
  'known',
  'ours',
  'strangers',
  'figures',
  'news',
  'few',
] as const;
export type Signals = Readonly<Record<(typeof signals)[number], number>>;

/** Asks for an amount, a date, a duration or a person: the guidelines hold next to none. */
const figureAsked =
  /\b(how (?:much|many|long|old|fast)|what (?:time|date|year|day|number|percentage|address)|which (?:year|date|day|number)|when (?:is|are|does|will|did|was|were|has)|who (?:is|was|are|won|were) (?:the|our|my|this|now)|(?:phone|telephone|fax) number|e-?mail address|deadline|fees?|costs?|salary|combien|quelle heure|quel(?:le)?s? (?:est|sont|etait) (?:le|la|les|l) (?:numero|date|delai|adresse|montant|nom|duree|prix|cout|tarif|salaire)|a quelle date|depuis quand|quand (?:est|a|aura|sera|se tient|ont)|qui (?:est|etait|sera|occupe|a gagne)|numero de telephone|adresse courriel)\b/;

/** Asks how things stand at a moment: news, which the guidelines do not hold. */
const newsAsked =
  /\b(right now|at the moment|currently|nowadays|this (?:month|year)|(?:last|next) (?:week|month|year|session|meeting|election)|latest|still in|so far|since (?:19|20)\d\d|in (?:19|20)\d\d|en ce moment|actuellement|a l heure actuelle|cette annee|ce mois|l an(?:nee)? derni[e]re?|le mois dernier|prochaine (?:session|reunion|election|seance)|en (?:19|20)\d\d|depuis (?:19|20)\d\d|toujours en prison)\b/;

/** Asks what the person's own side may, should or can do, which is what guidelines are for. */
const oursAsked =
  /\b(we|our|ours|us|i|my|me|should|may|must|nous|notre|nos|on|je|j|mon|ma|mes|faut il|peut on|doit on|dois je|puis je|devons|pouvons|devrait|faut)\b/;

/** Reads the signals of a question from its words and the evidence for it. */
export function readSignals(question: string, { scored, known, words }: Evidence): Signals | undefined {
  const passages = scored.filter(({ meaning }) => meaning.kind === 'passage');
  const others = scored.filter(({ meaning }) => meaning.kind !== 'passage');
  const [first, second] = passages;
  const [other] = others;
  if (!first || !other) return undefined;
  const plain = question
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘'-]/gu, ' ');
  const ours = oursAsked.test(plain);
  return {
    odds: logOdds(passages.reduce((sum, { likelihood }) => sum + likelihood, 0)),
    section: Math.log(within(likeliestSection(passages))),
    margin: first.score - other.score,
    lead: first.score - (second?.score ?? 0),
    likeness: first.nearest - Math.max(...others.map(({ nearest }) => nearest)),
    known,
    ours: ours ? 1 : 0,
    // A name in "may we visit her in Cairo" tells nothing; in "is she still in prison in Cairo" it asks for news.
    strangers: ours ? 0 : Math.min(words.strangers, 2),
    news: !ours && newsAsked.test(plain) ? 1 : 0,
    figures: figureAsked.test(plain) ? 1 : 0,
    few: 1 / Math.max(words.count, 1),
  };
}

/** The likelihoods of the passages of a section add up: of two passages of one section, either may be meant. */
function likeliestSection(passages: readonly ScoredMeaning[]): number {
  const sections = new Map<string, number>();
  for (const { meaning, likelihood } of passages) {
    const section = meaning.kind === 'passage' ? (meaning.id.split('#')[0] ?? '') : '';
    sections.set(section, (sections.get(section) ?? 0) + likelihood);
  }
  return Math.max(...sections.values());
}

export type Curve = CurveOver<(typeof signals)[number]>;

const confidenceFile = z.strictObject({
  /** From this confidence on a question counts as covered, 0 to 1. */
  bar: z.number().min(0).max(1),
  curve: z.record(z.enum([...signals, 'constant']), z.number()),
  /** The same for the steps that need a consultation with Headquarters. */
  steps: z.strictObject({
    bar: z.number().min(0).max(1),
    curve: z.record(z.enum([...stepSignals, 'constant']), z.number()),
  }),
});
export type Calibration = z.infer<typeof confidenceFile>;

/** Where `npm run calibrate` writes the curve that it fitted on phrasings left out, and the bar that it chose. */
export const calibrationPath = (folder: string): string => join(folder, 'confidence.yaml');

/** Reads the curve and the bar. @throws DataFileError */
export function readCalibration(folder: string): Calibration {
  return readDataFile(calibrationPath(folder), confidenceFile);
}

/** How sure it is that the guidelines answer a question, 0 to 1. */
export function confidenceIn(read: Signals, curve: Curve): number {
  return confidenceBy(signals, read, curve);
}
