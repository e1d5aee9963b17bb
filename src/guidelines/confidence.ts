import type { Evidence } from './evidence.ts';

/**
 * What tells a question that the guidelines answer from one that merely uses their words. Each counts as a number; the
 * confidence is a logistic curve over their weighted sum.
 */
export const signals = [
  'margin',
  'nearest',
  'lead',
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
  const [first, second] = scored.filter(({ meaning }) => meaning.kind === 'passage');
  const [other] = scored.filter(({ meaning }) => meaning.kind !== 'passage');
  if (!first || !other) return undefined;
  const plain = question
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘'-]/gu, ' ');
  const ours = oursAsked.test(plain);
  return {
    margin: first.score - other.score,
    nearest: first.nearest,
    lead: first.score - (second?.score ?? 0),
    known,
    ours: ours ? 1 : 0,
    // A name in "may we visit her in Cairo" tells nothing; in "is she still in prison in Cairo" it asks for news.
    strangers: ours ? 0 : Math.min(words.strangers, 2),
    news: !ours && newsAsked.test(plain) ? 1 : 0,
    figures: figureAsked.test(plain) ? 1 : 0,
    few: 1 / Math.max(words.count, 1),
  };
}

/** Weights of the logistic curve, fitted on phrasings left out (`npm run calibrate`; docs/answers.md). */
const fitted: Readonly<Record<(typeof signals)[number] | 'constant', number>> = {
  constant: -1.279,
  margin: 0.265,
  nearest: 0.103,
  lead: -0.195,
  known: 2.101,
  ours: -0.103,
  strangers: -1.631,
  figures: -2.912,
  news: -2.716,
  few: -3.166,
};

/** How sure it is that the guidelines answer a question, 0 to 1. */
export function confidenceIn(read: Signals, weights = fitted): number {
  const sum = signals.reduce((total, name) => total + weights[name] * read[name], weights.constant);
  return 1 / (1 + Math.exp(-sum));
}
