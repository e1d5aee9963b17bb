import type { Evidence } from './evidence.ts';

/**
 * What tells a question that the guidelines answer from one that merely uses their words. Each counts as a number; the
 * confidence is a logistic curve over their weighted sum.
 */
export const signals = ['margin', 'nearest', 'lead', 'known', 'strangers', 'figures', 'few'] as const;
export type Signals = Readonly<Record<(typeof signals)[number], number>>;

/** Asks for an amount, a date, a duration or a person: the guidelines hold next to none. */
const figureAsked =
  /\b(how (?:much|many|long|old|often|fast)|what (?:time|date|year|day|number|percentage|address)|which (?:year|date|day|number)|when (?:is|are|does|will|did|was|were|has)|who (?:is|was|are|won|were) (?:the|our|my|this|now)|(?:phone|telephone|fax) number|e-?mail address|deadline|fees?|costs?|salary|combien|quelle heure|quel(?:le)?s? (?:est|sont|etait) (?:le|la|les|l) (?:numero|date|delai|adresse|montant|nom|duree|prix|cout|tarif|salaire)|a quelle date|depuis quand|quand (?:est|a|aura|sera|se tient|ont)|qui (?:est|etait|sera|occupe|a gagne)|numero de telephone|adresse courriel)\b/;

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
  return {
    margin: first.score - other.score,
    nearest: first.nearest,
    lead: first.score - (second?.score ?? 0),
    known,
    strangers: Math.min(words.strangers, 2),
    figures: figureAsked.test(plain) ? 1 : 0,
    few: 1 / Math.max(words.count, 1),
  };
}

/** Weights of the logistic curve, fitted on phrasings left out (`npm run calibrate`; docs/answers.md). */
const fitted: Readonly<Record<(typeof signals)[number] | 'constant', number>> = {
  constant: -1.382,
  margin: 0.275,
  nearest: 0.102,
  lead: -0.211,
  known: 2.156,
  strangers: -1.305,
  figures: -2.858,
  few: -3.018,
};

/** How sure it is that the guidelines answer a question, 0 to 1. */
export function confidenceIn(read: Signals, weights = fitted): number {
  const sum = signals.reduce((total, name) => total + weights[name] * read[name], weights.constant);
  return 1 / (1 + Math.exp(-sum));
}
