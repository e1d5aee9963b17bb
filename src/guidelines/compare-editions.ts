import { type Edition, type Passage, type Section, sectionOf } from './edition.ts';
import { createLikeness, type Helps, type Match, matchPassages } from './match-passages.ts';

/** What became of an edition in another one. */
export interface Comparison {
  readonly matches: readonly Match[];
  /** Passages of the one that have no counterpart in the other. */
  readonly removed: readonly Passage[];
  readonly added: readonly Passage[];
  readonly sections: {
    readonly moved: readonly SectionPair[];
    /** The same section under another title. */
    readonly retitled: readonly SectionPair[];
    readonly removed: readonly Section[];
    readonly added: readonly Section[];
  };
}

export interface SectionPair {
  readonly from: Section;
  readonly to: Section;
}

/** Compares two editions: which sections moved, came and went, and what became of each passage. */
export function compareEditions(from: Edition, to: Edition, helps: Helps): Comparison {
  const matches = matchPassages(from, to, createLikeness(from, to, helps));
  const kept = new Set(matches.map(({ from: one }) => one));
  const known = new Set(matches.map(({ to: other }) => other));
  const pairs = to.sections.flatMap(section => {
    const origin = originOf(section, matches, from);
    return origin ? [{ from: origin, to: section }] : [];
  });
  return {
    matches,
    removed: from.passages.filter(passage => !kept.has(passage)),
    added: to.passages.filter(passage => !known.has(passage)),
    sections: {
      moved: pairs.filter(pair => pair.from.number !== pair.to.number),
      retitled: pairs.filter(
        pair => from.language === to.language && pair.from.title.trim() !== pair.to.title.trim(),
      ),
      removed: from.sections.filter(section => !pairs.some(pair => pair.from === section)),
      added: to.sections.filter(section => !pairs.some(pair => pair.to === section)),
    },
  };
}

/** A passage that stands in another section or another place than the rest of its section's move explains. */
export function hasLeftItsSection({ from, to }: Match, { sections }: Comparison): boolean {
  const moved = sections.moved.find(pair => pair.from.number === from.section);
  return (moved?.to.number ?? from.section) !== to.section;
}

/** The section that most passages of a section come from. */
function originOf(section: Section, matches: readonly Match[], from: Edition): Section | undefined {
  const votes = new Map<string, number>();
  for (const { from: one, to: other } of matches) {
    if (other.section === section.number) votes.set(one.section, (votes.get(one.section) ?? 0) + 1);
  }
  const [first] = [...votes].sort(([, a], [, b]) => b - a);
  return first && sectionOf(from, first[0]);
}
