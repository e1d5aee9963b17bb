import type { Consultation, ConsultationOf } from './consultations.ts';
import type { Edition, Passage, Section } from './edition.ts';
import { isInAnotherLanguage } from './question-language.ts';

/** A passage offered as an answer, with the section that it is cited by. */
export interface Citation {
  readonly passage: Passage;
  readonly section: Section;
}

/** Best first. */
export type Citations = readonly [Citation, ...Citation[]];

export const smallTalkKinds = [
  'greeting',
  'thanks',
  'goodbye',
  'how-are-you',
  'who-are-you',
  'what-can-you-do',
  'praise',
  'complaint',
  'yes-no-ok',
  'test',
] as const;
export type SmallTalk = (typeof smallTalkKinds)[number];

/** What the guidelines have to say to a question. Citations are verbatim and stand best first. */
export type Answer =
  | {
      readonly kind: 'answered';
      readonly edition: Edition;
      /** One to three. */
      readonly citations: Citations;
      readonly consultation: Consultation | undefined;
      /** What another section says, where it fits the question almost as well: the person may choose. */
      readonly alternative:
        | { readonly citations: Citations; readonly consultation: Consultation | undefined }
        | undefined;
    }
  /** The question is for a list that the text announces and our source has lost. */
  | { readonly kind: 'list-missing'; readonly edition: Edition; readonly citation: Citation }
  | {
      readonly kind: 'not-covered';
      readonly edition: Edition;
      readonly nearest: readonly Section[];
      /** The subject, where it is one that the guidelines are known to leave alone. */
      readonly topic: string | undefined;
    }
  | { readonly kind: 'small-talk'; readonly talk: SmallTalk }
  /** It is neither in English nor in French: nothing was looked up. */
  | { readonly kind: 'other-language' };

export interface RankedPassage {
  readonly id: string;
  readonly score: number;
  /** How alike the question is to the nearest known way of asking for it, 0 to 1. */
  readonly likeness: number;
}

/** How well each passage fits a question, best first, and what else the question may be. */
export interface Ranking {
  readonly passages: readonly RankedPassage[];
  /** How sure the ranking is that the first passage answers the question, 0 to 1. */
  readonly confidence: number;
  /** The step with Headquarters that the question most probably speaks of, by a passage that calls for it, and how sure. */
  readonly step: { readonly passage: string; readonly confidence: number } | undefined;
  readonly listMissing: string | undefined;
  readonly smallTalk: SmallTalk | undefined;
  /** The subject left alone that the question is most like, where it is more like it than any passage. */
  readonly uncovered: string | undefined;
}
export type Rank = (question: string) => Ranking;

/** Passages that score less than this share of the first one are not worth showing beside it. */
const worthShowing = 0.35;
/** A section less like the question than this has nothing to do with it. */
const worthNaming = 0.2;
/** A passage of another section this close to the first one may be what was meant (docs/ask-hq.md shows how it was chosen). */
const asLikelyAs = 0.85;

/**
 * Decides what to answer from a ranking: the best passages, or that the guidelines do not cover the question. One
 * in another language than English or French is not looked up.
 *
 * @param calibration the confidences from which a question counts as covered, and as speaking of a step
 */
export function createAnswers(
  edition: Edition,
  rank: Rank,
  consultationOf: ConsultationOf,
  { bar, steps }: { readonly bar: number; readonly steps: { readonly bar: number } },
) {
  const citations = new Map<string, Citation>(
    edition.sections.flatMap(section =>
      section.passages.map(passage => [passage.id, { passage, section }] as const),
    ),
  );
  const cite = (id: string): Citation => {
    const citation = citations.get(id);
    if (!citation) throw new Error(`the ranking names passage ${id}, which the edition does not have`);
    return citation;
  };

  /** Further passages of the same section, as far as they are worth showing. */
  const besides = (one: RankedPassage, { passages }: Ranking): Citation[] =>
    passages
      .filter(({ id, score }) => id !== one.id && score >= one.score * worthShowing)
      .map(({ id }) => cite(id))
      .filter(({ section }) => section === cite(one.id).section)
      .slice(0, 2);

  return (question: string): Answer => {
    if (isInAnotherLanguage(question)) return { kind: 'other-language' };
    const ranking = rank(question);
    if (ranking.smallTalk) return { kind: 'small-talk', talk: ranking.smallTalk };
    if (ranking.listMissing) return { kind: 'list-missing', edition, citation: cite(ranking.listMissing) };
    const [first, ...others] = ranking.passages;
    if (!first || ranking.confidence < bar) {
      const nearest = new Set(
        ranking.passages.filter(({ likeness }) => likeness >= worthNaming).map(({ id }) => cite(id).section),
      );
      return { kind: 'not-covered', edition, nearest: [...nearest].slice(0, 3), topic: ranking.uncovered };
    }
    const more = others.slice(0, 2).filter(({ score }) => score >= first.score * worthShowing);
    const rival = others.find(({ id, score }) => {
      return score >= first.score * asLikelyAs && cite(id).section !== cite(first.id).section;
    });
    const { step } = ranking;
    return {
      kind: 'answered',
      edition,
      citations: [cite(first.id), ...more.map(({ id }) => cite(id))],
      alternative: rival && {
        citations: [cite(rival.id), ...besides(rival, ranking)],
        consultation: consultationOf(rival.id),
      },
      consultation: step && step.confidence >= steps.bar ? consultationOf(step.passage) : undefined,
    };
  };
}
export type Answers = ReturnType<typeof createAnswers>;
