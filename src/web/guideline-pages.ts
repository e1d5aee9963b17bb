import { readFileSync } from 'node:fs';
import { type Edition, sectionOf } from '../guidelines/edition.ts';
import type { Language } from '../i18n/language.ts';
import { shorten } from '../shared/shorten.ts';
import { createFrame, type Depth } from './pages/frame.ts';
import { pageHeaders } from './pages/headers.ts';
import { chapterOf, outlineOf } from './pages/outline.ts';
import { etagOf, type Page } from './pages/page.ts';
import { fillTemplate } from './pages/templates.ts';

export interface GuidelinePages {
  /** The whole text with its table of contents. */
  whole(language: Language, edition?: string): Page;
  /** One section; a page that says so and lists the sections where there is no such one. */
  section(number: string, language: Language, edition?: string): Page;
  notFound(number: string, language: Language): Page;
  readonly stylesheet: { readonly css: string; readonly etag: string; readonly version: string };
}

/** Longest stretch of a mistyped address that is shown back to the reader. */
const longestEcho = 40;

/**
 * The guidelines as accessible HTML without scripts. A reader sees the edition that the address names, else the first one
 * in their language, else the first; the frame around it is always in theirs. Pages are made once, when first asked for.
 *
 * @param editions every one known, those in use first
 *
 * @example
 * const pages = createGuidelinePages(loadEditions(guidelinesFolder));
 * pages.section('3.8', 'fr').html; // an English text in a French frame
 */
export function createGuidelinePages(editions: readonly Edition[]): GuidelinePages {
  const css = readFileSync(new URL('./pages/guidelines.css', import.meta.url), 'utf8');
  const cssTag = etagOf(css);
  const stylesheet = { css, etag: cssTag, version: cssTag.slice(1, 11) };
  const made = new Map<string, Page>();

  const editionFor = (language: Language, named?: string): Edition => {
    const edition =
      editions.find(candidate => candidate.id === named) ??
      editions.find(candidate => candidate.language === language) ??
      editions[0];
    if (!edition) throw new Error('there is no edition to show');
    return edition;
  };
  const frameFor = (language: Language, depth: Depth, named?: string) => {
    const edition = editionFor(language, named);
    const others = editions.filter(candidate => candidate !== edition);
    return createFrame(language, edition, depth, stylesheet.version, {
      named: edition.id === named ? named : undefined,
      others,
    });
  };
  /** An unknown name makes no page of its own: there is no end to them. */
  const keyOf = (language: Language, named: string | undefined, number = '') =>
    `${language} ${editions.some(({ id }) => id === named) ? named : ''} ${number}`;
  const keep = (key: string, page: Page): Page => {
    made.set(key, page);
    return page;
  };

  const makeWhole = (language: Language, named?: string): Page => {
    const frame = frameFor(language, 'whole', named);
    return found(language, fillTemplate('whole', { ...frame, outline: outlineOf(frame.edition) }));
  };

  const makeSection = (number: string, language: Language, named?: string): Page | undefined => {
    const frame = frameFor(language, 'section', named);
    const { sections } = frame.edition;
    const section = sectionOf(frame.edition, number);
    if (!section) return undefined;
    const at = sections.indexOf(section);
    const html = fillTemplate('section', {
      ...frame,
      section,
      chapter: chapterOf(frame.edition, section),
      previous: sections[at - 1],
      next: sections[at + 1],
    });
    return found(language, html);
  };

  // Not kept: there are endless ways to mistype an address.
  const notFound = (number: string, language: Language): Page => {
    const frame = frameFor(language, 'section');
    const asked = shorten(number, longestEcho);
    const html = fillTemplate('not-found', { ...frame, asked, outline: outlineOf(frame.edition) });
    return { status: 404, html, etag: etagOf(html), headers: pageHeaders(language, false) };
  };

  return {
    whole: (language, named) => {
      const key = keyOf(language, named);
      return made.get(key) ?? keep(key, makeWhole(language, named));
    },
    section: (number, language, named) => {
      const key = keyOf(language, named, number);
      const known = made.get(key);
      if (known) return known;
      const page = makeSection(number, language, named);
      return page ? keep(key, page) : notFound(number, language);
    },
    notFound,
    stylesheet,
  };
}

function found(language: Language, html: string): Page {
  return { status: 200, html, etag: etagOf(html), headers: pageHeaders(language, true) };
}
