import type { Edition } from './edition.ts';
import type { Knowledge, Meaning } from './knowledge.ts';
import { createNearestTexts } from './nearest-texts.ts';
import { createTermWeights } from './term-weights.ts';
import { createTerms, wordsOf } from './terms.ts';
import { createVectors } from './vectors.ts';
import { createWording } from './wording.ts';

/** How much the nearest phrasings count beside the term weights; chosen by cross-validation (docs/answers.md). */
const nearestShare = 0.6;

/** What a ranking knows of one question before it is made a Ranking; calibration is fitted on it. */
export interface Evidence {
  /** Meanings with their scores, best first. */
  readonly scored: readonly { readonly meaning: Meaning; readonly score: number; readonly nearest: number }[];
  /** Share of the question's words that are known, 0 to 1. */
  readonly known: number;
  readonly words: { readonly count: number; readonly strangers: number };
}

/** Learns from an edition and the knowledge of it how to weigh a question. Gives the evidence for each meaning. */
export function createEvidence(edition: Edition, { phrasings, thesaurus }: Knowledge) {
  const texts = [
    ...phrasings,
    ...edition.sections.flatMap(({ title, passages }) =>
      passages.flatMap(({ id, text }) =>
        [title, ...sentencesOf(text)].map(part => ({
          language: edition.language,
          text: part,
          meaning: { kind: 'passage', id } as const,
        })),
      ),
    ),
  ];
  const meanings = new Map<string, { readonly meaning: Meaning; readonly index: number }>();
  const classes = texts.map(({ meaning }) => {
    const key = keyOf(meaning);
    const known = meanings.get(key) ?? { meaning, index: meanings.size };
    meanings.set(key, known);
    return known.index;
  });
  const ordered = [...meanings.values()].map(({ meaning }) => meaning);

  const termsOf = createTerms(thesaurus);
  const worded = texts.map(({ text, language }) => ({ language, words: wordsOf(text) }));
  const readWording = createWording(worded);
  const stems = new Map<string, string>();
  const taken = worded.map(({ words, language }) => termsOf(words, language, stems));
  const { vectorOf, size } = createVectors(taken);
  const vectors = taken.map(vectorOf);
  const byNearest = createNearestTexts(vectors, classes, ordered.length, size);
  const byTerms = createTermWeights(vectors, classes, ordered.length, size);

  return (question: string): Evidence => {
    const wording = readWording(question);
    const vector = vectorOf(termsOf(wording.words, wording.language));
    const words = { count: wording.words.length, strangers: wording.strangers };
    if (vector.terms.length === 0) return { scored: [], known: 0, words };
    const { scores: near, nearest } = byNearest(vector);
    const scores = addUp(standardised(byTerms(vector)), standardised(near), nearestShare);
    const scored = ordered
      .map((meaning, index) => ({
        meaning,
        score: scores[index] as number,
        nearest: nearest[index] as number,
      }))
      .sort((a, b) => b.score - a.score);
    return { scored, known: wording.known, words };
  };
}

/** Scores become comparable: how many standard deviations above the mean of all meanings. */
function standardised(scores: Float64Array): Float64Array {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const deviation =
    Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length) || 1;
  return scores.map(score => (score - mean) / deviation);
}

function addUp(first: Float64Array, second: Float64Array, share: number): Float64Array {
  return first.map((score, index) => score + share * (second[index] as number));
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.;])\s+/u);
}

function keyOf(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'passage':
    case 'list-missing':
      return `${meaning.kind} ${meaning.id}`;
    case 'small-talk':
      return `${meaning.kind} ${meaning.talk}`;
    case 'uncovered':
      return `${meaning.kind} ${meaning.topic}`;
  }
}
