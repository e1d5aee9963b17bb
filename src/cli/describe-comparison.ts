import { type Comparison, hasLeftItsSection } from '../guidelines/compare-editions.ts';
import type { Edition, Section } from '../guidelines/edition.ts';
import { shorten } from '../shared/shorten.ts';

const longest = 100;

/** What became of an edition in another one, as lines for a terminal. */
export function describeComparison(from: Edition, to: Edition, comparison: Comparison): string[] {
  const { sections, matches, removed, added } = comparison;
  const sameLanguage = from.language === to.language;
  const named = ({ number, title }: Section) => `${number} ${title}`;
  const gone = new Set(sections.removed.map(({ number }) => number));
  const fresh = new Set(sections.added.map(({ number }) => number));
  const moved = matches.filter(match => hasLeftItsSection(match, comparison));
  const changed = sameLanguage ? matches.filter(({ sameWords }) => !sameWords) : [];
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['Sections moved', sections.moved.map(pair => `${pair.from.number} -> ${named(pair.to)}`)],
    [
      'Sections with another title',
      sections.retitled.map(pair => `${pair.to.number}: “${pair.from.title}” -> “${pair.to.title}”`),
    ],
    ['Sections added', sections.added.map(named)],
    ['Sections gone', sections.removed.map(named)],
    ['Paragraphs moved to another section', moved.map(pair => `${pair.from.id} -> ${pair.to.id}`)],
    [
      'Paragraphs changed',
      changed.flatMap(pair => {
        const [before, after] = differenceOf(pair.from.text, pair.to.text);
        const place = pair.from.id === pair.to.id ? pair.to.id : `${pair.from.id} -> ${pair.to.id}`;
        return [place, `  - ${before}`, `  + ${after}`];
      }),
    ],
    [
      'Paragraphs added',
      added
        .filter(({ section }) => !fresh.has(section))
        .map(({ id, text }) => `${id}: ${shorten(text, longest)}`),
    ],
    [
      'Paragraphs gone',
      removed
        .filter(({ section }) => !gone.has(section))
        .map(({ id, text }) => `${id}: ${shorten(text, longest)}`),
    ],
  ];
  const told = parts.filter(([, lines]) => lines.length > 0);
  return [
    `${from.id} (${from.label}) -> ${to.id} (${to.label}): ${matches.length} paragraphs in both.`,
    ...(sameLanguage
      ? []
      : ['Between two languages paragraphs are matched by their place and their subjects.']),
    ...(told.length === 0 ? ['No section and no paragraph differs.'] : []),
    ...told.flatMap(([title, lines]) => ['', `${title}:`, ...lines.map(line => `  ${line}`)]),
  ];
}

/** The stretch of words in which two texts differ, with a few words around it. */
function differenceOf(before: string, after: string): [string, string] {
  const [old, now] = [before.split(/\s+/u), after.split(/\s+/u)];
  const around = 4;
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const cut = (words: readonly string[]) => {
    const from = Math.max(start - around, 0);
    const to = Math.min(words.length - end + around, words.length);
    return `${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`;
  };
  return [cut(old), cut(now)];
}
