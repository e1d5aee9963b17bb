/** One published text of the guidelines in one language, cut into sections and passages that can be cited. */
export interface Edition {
  /** Names the edition in links and records, such as `en`. */
  readonly id: string;
  readonly language: 'en' | 'fr';
  readonly title: string;
  /** What sets this edition apart from others in the same language, as an official would say it. */
  readonly label: string;
  /** Who published the text; shown wherever the text is. */
  readonly publisher: string;
  readonly chapters: readonly Chapter[];
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
}

export interface Chapter {
  readonly number: string;
  readonly title: string;
}

/** A numbered section such as 3.8. The unnumbered introduction has the number `0`. */
export interface Section {
  readonly number: string;
  readonly title: string;
  readonly passages: readonly Passage[];
}

/** One paragraph, word for word. Its id (`3.8#2`: section 3.8, second paragraph) never changes within an edition. */
export interface Passage {
  readonly id: string;
  readonly section: string;
  /** Place within the section, from 1. */
  readonly ordinal: number;
  readonly text: string;
  /** True where the published text announces a list that our source has lost. */
  readonly listMissing: boolean;
}

export interface EditionSource {
  readonly id: string;
  readonly language: 'en' | 'fr';
  readonly label: string;
  readonly publisher: string;
  /** Headings of the source that stand above the unnumbered introduction. */
  readonly introduction: string;
  /** Lines of the source that are neither heading nor passage, such as a table of contents. */
  readonly ignore: readonly string[];
  /** Ids of passages after which a list is known to be missing. */
  readonly missingLists: readonly string[];
}

export interface EditionProblem {
  /** Line of the text, from 1. */
  readonly line: number;
  /** What is wrong with it, for the operator. */
  readonly reason: string;
}

export class EditionError extends Error {
  readonly problems: readonly EditionProblem[];
  /** @param problems all that were found, in the order of the text */
  constructor(problems: readonly EditionProblem[]) {
    super(problems.map(({ line, reason }) => `line ${line}: ${reason}`).join('\n'));
    this.name = 'EditionError';
    this.problems = problems;
  }
}

const heading = /^(?<number>\d+(?:\.\d+)?)\.\s+(?<title>\S.*)$/u;
/** Longer lines that begin with a number are sentences, not headings. */
const longestHeading = 120;
/** "3.8 Attending trials", "3.8.1. Visits": what it heads would be cited by the section before. */
const nearlyHeading = /^\d+\.\d.*[^.!?;:]$/u;
/** A line that ends so and the next one, if it begins so, are one paragraph: half of it could say the opposite. */
const breaksOff = /[\p{L}\p{N},]$/u;
const goesOn = /^\p{Ll}/u;

/**
 * Cuts the text of an edition into chapters, sections and passages: the first line is the title, a numbered line a
 * heading, every other line that is not blank a passage. Words are kept exactly as they stand.
 *
 * @param text the whole edition; lines end in LF or CRLF
 * @throws EditionError naming every line where a heading is out of order or repeats or is not written as one, a passage stands
 *   outside a section, a section has none, or a passage that should be followed by a missing list is not there
 */
export function parseEdition(source: EditionSource, text: string): Edition {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const titleAt = lines.findIndex(line => line.trim() !== '');
  if (titleAt < 0) throw new EditionError([{ line: 1, reason: 'the edition is empty' }]);
  const problems: EditionProblem[] = [];
  const refuse = (line: number, reason: string) => problems.push({ line, reason });
  const chapters: Chapter[] = [];
  const sections: { number: string; title: string; line: number; passages: Passage[] }[] = [];
  const ignored = new Set(source.ignore);
  let highest = '-1';

  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (index <= titleAt || line === '' || ignored.has(line)) continue;
    const at = index + 1;
    if (line.includes('\uFFFD')) refuse(at, 'a character could not be read; save the file as UTF-8');
    const open = line === source.introduction ? { number: '0', title: line } : headingOf(line);
    if (open) {
      // A heading out of order is no measure for those after it.
      if (compareNumbers(open.number, highest) <= 0)
        refuse(at, `heading ${open.number} comes after ${highest}`);
      else highest = open.number;
      sections.push({ ...open, line: at, passages: [] });
      continue;
    }
    if (line.length <= longestHeading && nearlyHeading.test(line)) {
      refuse(at, 'write a heading as “3.8. Title”: two numbers at most, each with a full stop, then a space');
      continue;
    }
    if (goesOn.test(line) && breaksOff.test((lines[index - 1] ?? '').trim())) {
      refuse(at, 'it goes on from the line before: write a paragraph on one line, or leave an empty line');
      continue;
    }
    const section = sections.at(-1);
    if (!section) {
      refuse(at, 'a paragraph stands before the first heading');
      continue;
    }
    const ordinal = section.passages.length + 1;
    const id = `${section.number}#${ordinal}`;
    section.passages.push({
      id,
      section: section.number,
      ordinal,
      text: line,
      listMissing: source.missingLists.includes(id),
    });
  }

  // A heading without paragraphs of its own opens a chapter; its sections follow.
  const withPassages = sections.filter(section => section.passages.length > 0);
  for (const { number, title, line } of sections.filter(section => section.passages.length === 0)) {
    if (!sections.some(section => section.number.startsWith(`${number}.`))) {
      refuse(line, `section ${number} has no paragraph`);
    }
    chapters.push({ number, title });
  }
  const passages = withPassages.flatMap(section => section.passages);
  if (passages.length === 0 && problems.length === 0) {
    refuse(lines.length, 'the edition has no numbered section with text');
  }
  for (const id of problems.length === 0 ? source.missingLists : []) {
    const passage = passages.find(candidate => candidate.id === id);
    if (!passage?.text.endsWith(':')) {
      refuse(lines.length, `passage ${id} should end where its list is missing, and does not`);
    }
  }
  if (problems.length > 0) throw new EditionError(problems.sort((a, b) => a.line - b.line));
  const { id, language, label, publisher } = source;
  return {
    id,
    language,
    label,
    publisher,
    title: (lines[titleAt] ?? '').trim(),
    chapters,
    sections: withPassages.map(({ number, title, passages: own }) => ({ number, title, passages: own })),
    passages,
  };
}

/** Finds a section by its number, or says there is none. */
export function sectionOf(edition: Edition, number: string): Section | undefined {
  return edition.sections.find(section => section.number === number);
}

/** Finds a passage by its id, or says there is none. */
export function passageOf(edition: Edition, id: string): Passage | undefined {
  return edition.passages.find(passage => passage.id === id);
}

function headingOf(line: string): { number: string; title: string } | undefined {
  if (line.length > longestHeading) return undefined;
  const groups = heading.exec(line)?.groups;
  return groups?.number && groups.title ? { number: groups.number, title: groups.title } : undefined;
}

function compareNumbers(a: string, b: string): number {
  const [left, right] = [a, b].map(number => number.split('.').map(Number));
  return (left?.[0] ?? 0) - (right?.[0] ?? 0) || (left?.[1] ?? 0) - (right?.[1] ?? 0);
}
