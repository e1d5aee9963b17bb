import { headingOf } from '../cards/answer-card.ts';
import { passageCard } from '../cards/guidance-cards.ts';
import type { LinkTo } from '../cards/links.ts';
import type { Citation } from '../guidelines/answers.ts';
import type { Edition } from '../guidelines/edition.ts';
import type { Guidelines } from '../guidelines/open.ts';
import { isInAnotherLanguage } from '../guidelines/question-language.ts';
import type { Language } from '../i18n/language.ts';
import { translatorFor } from '../i18n/translator.ts';
import { readCommand } from './commands.ts';
import type { Reply } from './reply.ts';

/** What is less like the words typed than this is noise, 0 to 1. */
const leastLikeness = 0.1;
/** Teams shows a page of at most this many. */
const mostResults = 25;

/**
 * The use case of the message extension: passages to put into a message, best first. Unlike an answer it shows what
 * is merely near, for the person chooses; before anything is typed it lists the text in its own order.
 */
export function createSearchGuidelines(
  { inUse, editionFor }: Pick<Guidelines, 'inUse' | 'editionFor'>,
  linkTo: LinkTo,
) {
  const citations = new Map(inUse.map(({ edition }) => [edition, citationsOf(edition)]));

  return async (
    search: { text: string; skip: number; count: number },
    language: Language,
  ): Promise<Reply> => {
    const t = translatorFor(language);
    const command = readCommand(search.text);
    const { edition, rank } = editionFor(language);
    const byId = citations.get(edition) ?? citationsOf(edition);
    if (command.kind === 'too-long') return { kind: 'results', empty: t('search.prompt'), results: [] };
    if (isInAnotherLanguage(search.text)) return { kind: 'results', empty: t('otherLanguage'), results: [] };
    const found =
      command.kind === 'empty'
        ? [...byId.values()]
        : rank(search.text)
            .passages.filter(({ likeness }) => likeness >= leastLikeness)
            .map(({ id }) => byId.get(id))
            .filter(citation => citation !== undefined);
    const page = found.slice(search.skip, search.skip + Math.min(search.count, mostResults));
    return {
      kind: 'results',
      empty: t('search.none'),
      results: page.map(citation => ({
        title: headingOf(citation.section, t),
        text: citation.passage.text,
        card: passageCard(edition, citation, language, linkTo),
      })),
    };
  };
}
function citationsOf(edition: Edition): ReadonlyMap<string, Citation> {
  return new Map(
    edition.sections.flatMap(section =>
      section.passages.map(passage => [passage.id, { passage, section }] as const),
    ),
  );
}

export type SearchGuidelines = ReturnType<typeof createSearchGuidelines>;
