import type { Chapter, Edition, Section } from '../../guidelines/edition.ts';

/** A chapter with its sections; sections that belong to no chapter, such as the introduction, stand alone. */
export interface OutlineEntry {
  readonly chapter: Chapter | undefined;
  readonly sections: readonly Section[];
}

/** The edition's sections by chapter, in the order of the text. */
export function outlineOf(edition: Edition): OutlineEntry[] {
  const entries: { chapter: Chapter | undefined; sections: Section[] }[] = [];
  for (const section of edition.sections) {
    const chapter = chapterOf(edition, section);
    const last = entries.at(-1);
    if (chapter && last?.chapter === chapter) last.sections.push(section);
    else entries.push({ chapter, sections: [section] });
  }
  return entries;
}

/** The chapter a section belongs to: 3.8 to chapter 3. */
export function chapterOf(edition: Edition, section: Section): Chapter | undefined {
  return edition.chapters.find(chapter => section.number.startsWith(`${chapter.number}.`));
}

/** The introduction has no number in the text; `0` is only its address. */
export function shownNumber({ number }: Chapter | Section): string {
  return number === '0' ? '' : number;
}

/** A heading as one line: `3.8 Attending trials`, or the title alone. */
export function headingLine(part: Chapter | Section): string {
  return `${shownNumber(part)} ${part.title}`.trim();
}
