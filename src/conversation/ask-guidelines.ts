import { LRUCache } from 'lru-cache';
import {
  type AnswerCardContent,
  answerCard,
  consultationTitle,
  headingOf,
  passageIn,
  shownPassages,
} from '../cards/answer-card.ts';
import { forEachAsking } from '../cards/asked.ts';
import { notCoveredCard } from '../cards/guidance-cards.ts';
import type { LinkTo } from '../cards/links.ts';
import type { Card } from '../cards/template.ts';
import type { Answer, Citation, Citations } from '../guidelines/answers.ts';
import type { Edition } from '../guidelines/edition.ts';
import type { Guidelines } from '../guidelines/open.ts';
import { isInAnotherLanguage, questionLanguage } from '../guidelines/question-language.ts';
import type { Statement } from '../guidelines/summary.ts';
import type { Language } from '../i18n/language.ts';
import { type Translator, translatorFor } from '../i18n/translator.ts';
import { shorten } from '../shared/shorten.ts';
import { readingsOf } from './follow-ups.ts';
import type { Turn } from './incoming.ts';
import type { Beside } from './inquiries/guidance-beside.ts';
import type { RecentQuestions } from './recent-questions.ts';
import { type CitationMark, type Reply, say } from './reply.ts';
import type { Summarise } from './summarise.ts';

/** Teams cuts what stands under a citation at these lengths. */
const longestName = 80;
const longestAbstract = 160;

/** A question as it was typed or pressed, with whoever asks it. */
export interface Question extends Turn {
  readonly text: string;
  /** Whether it may carry on from the question before it. */
  readonly mayCarryOn: boolean;
}

/** What an answer is given with. */
export interface AroundAnswers {
  /** What was asked a moment ago; nothing else keeps a question. */
  readonly recent: RecentQuestions;
  readonly beside: Beside;
  /** Counts a subject that was asked about and not answered. Never throws. */
  readonly noteUnanswered: (subject: string, language: Language) => Promise<void>;
}

/**
 * The use case of a question: the guidelines' own words with their source, or that they do not cover it. One that is neither
 * in English nor in French is told so. A question that carries on from the one before is answered as both together, and the
 * answer says so.
 *
 * @param count counts the answers by their kind
 */
export function createAskGuidelines(
  { ask, inUse }: Pick<Guidelines, 'ask' | 'inUse'>,
  { recent, beside, noteUnanswered }: AroundAnswers,
  linkTo: LinkTo,
  count: (kind: string) => void,
  summarise?: Summarise,
) {
  const hasEdition = (language: Language) => inUse.some(({ edition }) => edition.language === language);
  /** Many questions have the same answer; its card is made once. */
  const cards = new LRUCache<string, (asked: string) => Card>({ max: 500 });
  const cardFor = (content: AnswerCardContent, language: Language) => {
    const { without, listMissing, choice, guidance } = content;
    const { reference = '' } = guidance?.guidance ?? {};
    const other = choice?.[1].citations.map(({ passage }) => passage.id);
    const key = `${language} ${without} ${listMissing} ${other} ${reference} ${shownPassages(content)}`;
    const known = cards.get(key);
    if (known) return known;
    const card = forEachAsking(answerCard(content, language, linkTo));
    cards.set(key, card);
    return card;
  };

  /**
   * The answer to the likeliest reading that has one; where none has, the message is a question by itself. A reading that is
   * known to be about something else ("and thanks!") is what was meant, however well the question before it is answered.
   */
  function understand(question: Question, language: Language): Understood {
    const { text, mayCarryOn } = question;
    // Joined to the question before it, one in another language would pass for English or French.
    const before = mayCarryOn && !isInAnotherLanguage(text) ? recent.lastIn(question)?.base : undefined;
    const readings = (before === undefined ? [] : readingsOf(text, before)).map(
      ({ question: reading, base }) => ({ text: reading, base, answer: ask(reading, language) }),
    );
    const elsewhere = readings.find(({ answer }) => isElsewhere(answer));
    if (elsewhere) return { ...elsewhere, carriesOn: false };
    const answered = readings.find(({ answer }) => answer.kind !== 'not-covered');
    return answered
      ? { ...answered, carriesOn: true }
      : { text, base: text, answer: ask(text, language), carriesOn: false };
  }

  return async (question: Question, language: Language): Promise<Reply> => {
    const t = translatorFor(language);
    const { text, base, answer, carriesOn } = understand(question, language);
    count(answer.kind);
    switch (answer.kind) {
      case 'small-talk':
        return say({ language, text: t(`smallTalk.${answer.talk}`) });
      case 'other-language':
        return say({ language, text: t('otherLanguage') });
      case 'not-covered': {
        const { edition, nearest } = answer;
        await noteUnanswered(subjectOf(answer), questionLanguage(text) ?? language);
        const asked = recent.remember(question, { base, text });
        const guidance = await beside.to(text, language);
        const card = notCoveredCard({ edition, nearest, guidance, asked }, language, linkTo);
        const summary = [t('notCovered.title'), guidance && t('guidance.beside')];
        return say({ language, card, summary: summary.filter(part => part !== undefined).join(' ') });
      }
      case 'list-missing':
      case 'answered': {
        const listMissing = answer.kind === 'list-missing';
        const citations: Citations = listMissing ? [answer.citation] : answer.citations;
        const consultation = listMissing ? undefined : answer.consultation;
        const choice: AnswerCardContent['choice'] =
          listMissing || !answer.alternative ? undefined : [{ citations, consultation }, answer.alternative];
        const { edition } = answer;
        const [first] = citations;
        const asked = recent.remember(question, {
          base,
          text,
          passage: passageIn(edition, first.passage.id),
        });
        const askedIn = questionLanguage(text) ?? language;
        const without = [askedIn, language].find(
          wanted => wanted !== edition.language && !hasEdition(wanted),
        );
        const card = cardFor(
          {
            edition,
            citations,
            consultation,
            listMissing,
            without,
            choice,
            guidance: await beside.to(text, language),
            feedbackGiven: false,
          },
          language,
        )(asked);
        const statements = listMissing ? [] : ((await summarise?.(text, citations, edition)) ?? []);
        const lead = listMissing ? t('answer.gapLead') : leadOf(first, t);
        const shown =
          statements.length > 0
            ? summaryMessage(edition, statements, t, linkTo)
            : { text: lead, citations: [markOf(edition, first, 1, t, linkTo)] };
        const understood = t('answer.understood', { question: escapeMarkdown(text) });
        return say({
          language,
          card,
          ...shown,
          text: carriesOn ? `${understood}\n\n${shown.text}` : shown.text,
          summary: [headingOf(first.section, t), consultation && consultationTitle(consultation, t)]
            .filter(part => part !== undefined)
            .join('. '),
        });
      }
    }
  };
}
export type AskGuidelines = ReturnType<typeof createAskGuidelines>;

/** A question with its answer, and the one that a further question carries on from. */
interface Understood {
  readonly text: string;
  readonly base: string;
  readonly answer: Answer;
  readonly carriesOn: boolean;
}

/** Small talk, or a subject that the guidelines are known to leave alone. */
function isElsewhere(answer: Answer): boolean {
  return answer.kind === 'small-talk' || (answer.kind === 'not-covered' && answer.topic !== undefined);
}

/** What a question that was not answered is counted under: never its words. */
function subjectOf({ edition, topic, nearest: [section] }: Extract<Answer, { kind: 'not-covered' }>): string {
  if (topic !== undefined) return `topic ${topic}`;
  return section ? `section ${edition.id} ${section.number}` : 'none';
}

function leadOf({ section }: Citation, t: Translator): string {
  return section.number === '0'
    ? t('answer.introduction')
    : t('answer.lead', { section: section.number, title: section.title });
}

/** What a model wrote, said to be so; every sentence bears the number of the passage that it quotes. */
function summaryMessage(edition: Edition, statements: readonly Statement[], t: Translator, linkTo: LinkTo) {
  const cited = [...new Set(statements.map(({ citation }) => citation))];
  const sentences = statements.map(({ lead, quotation, citation }) => {
    const quoted = t('summary.quotation', { words: quotation });
    return `${escapeMarkdown([lead, quoted].filter(part => part !== '').join(' '))} [${cited.indexOf(citation) + 1}]`;
  });
  return {
    text: [t('summary.label'), ...sentences].join('\n\n'),
    citations: cited.map((citation, at) => markOf(edition, citation, at + 1, t, linkTo)),
    generated: true,
  };
}

/** The text of a message with citations is Markdown to Teams. */
function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_[\]<>~#|]/g, '\\$&');
}

function markOf(
  edition: Edition,
  { passage, section }: Citation,
  position: number,
  t: Translator,
  linkTo: LinkTo,
): CitationMark {
  return {
    position,
    name: shorten(headingOf(section, t), longestName),
    url: linkTo(section.number, passage.ordinal, edition.id),
    abstract: shorten(passage.text, longestAbstract),
  };
}
