import { LRUCache } from 'lru-cache';
import {
  type AnswerCardContent,
  answerCard,
  consultationTitle,
  headingOf,
  shownPassages,
} from '../cards/answer-card.ts';
import { notCoveredCard } from '../cards/guidance-cards.ts';
import type { LinkTo } from '../cards/links.ts';
import type { Card } from '../cards/template.ts';
import type { Citation } from '../guidelines/answers.ts';
import type { Edition } from '../guidelines/edition.ts';
import type { Guidelines } from '../guidelines/open.ts';
import { questionLanguage } from '../guidelines/question-language.ts';
import type { Statement } from '../guidelines/summary.ts';
import type { Language } from '../i18n/language.ts';
import { type Translator, translatorFor } from '../i18n/translator.ts';
import { shorten } from '../shared/shorten.ts';
import { type CitationMark, type Reply, say } from './reply.ts';
import type { Summarise } from './summarise.ts';

/** Teams cuts what stands under a citation at these lengths. */
const longestName = 80;
const longestAbstract = 160;

/**
 * The use case of a question: the guidelines' own words with their source, or that they do not cover it.
 *
 * @param count counts the answers by their kind
 * @returns answers a question in a language; the question itself is kept nowhere
 */
export function createAskGuidelines(
  { ask, inUse }: Pick<Guidelines, 'ask' | 'inUse'>,
  linkTo: LinkTo,
  count: (kind: string) => void,
  summarise?: Summarise,
) {
  const hasEdition = (language: Language) => inUse.some(({ edition }) => edition.language === language);
  /** Many questions have the same answer; its card is made once. */
  const cards = new LRUCache<string, Card>({ max: 500 });
  const cardFor = (content: AnswerCardContent, language: Language): Card => {
    const key = `${language} ${content.without} ${content.listMissing} ${shownPassages(content)}`;
    const known = cards.get(key);
    if (known) return known;
    const card = answerCard(content, language, linkTo);
    cards.set(key, card);
    return card;
  };

  return async (question: string, language: Language): Promise<Reply> => {
    const t = translatorFor(language);
    const answer = ask(question, language);
    count(answer.kind);
    switch (answer.kind) {
      case 'small-talk':
        return say({ language, text: t(`smallTalk.${answer.talk}`) });
      case 'not-covered': {
        const card = notCoveredCard(answer.edition, answer.nearest, language, linkTo);
        return say({ language, card, summary: t('notCovered.title') });
      }
      case 'list-missing':
      case 'answered': {
        const listMissing = answer.kind === 'list-missing';
        const citations: readonly [Citation, ...Citation[]] = listMissing
          ? [answer.citation]
          : answer.citations;
        const consultation = listMissing ? undefined : answer.consultation;
        const { edition } = answer;
        const asked = questionLanguage(question) ?? language;
        const without = [asked, language].find(wanted => wanted !== edition.language && !hasEdition(wanted));
        const card = cardFor(
          { edition, citations, consultation, listMissing, without, feedbackGiven: false },
          language,
        );
        const [first] = citations;
        const statements = listMissing ? [] : ((await summarise?.(question, citations, edition)) ?? []);
        const lead = listMissing ? t('answer.gapLead') : leadOf(first, t);
        return say({
          language,
          card,
          ...(statements.length > 0
            ? summaryMessage(edition, statements, t, linkTo)
            : { text: lead, citations: [markOf(edition, first, 1, t, linkTo)] }),
          summary: [headingOf(first.section, t), consultation && consultationTitle(consultation, t)]
            .filter(part => part !== undefined)
            .join('. '),
        });
      }
    }
  };
}
export type AskGuidelines = ReturnType<typeof createAskGuidelines>;

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
