import { describe, expect, test } from 'vitest';
import { type Edition, parseEdition } from '../../src/guidelines/edition.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { loadEditions } from '../../src/guidelines/load.ts';
import { type Language, languages } from '../../src/i18n/language.ts';
import { translatorFor } from '../../src/i18n/translator.ts';
import { createGuidelinePages } from '../../src/web/guideline-pages.ts';
import type { Page } from '../../src/web/pages/page.ts';
import { attribute, type Element, elementsOf, isWithin, languageOf, textOf } from './html.ts';

const editions = loadEditions(guidelinesFolder);
const edition = editions[0] as Edition;
const pages = createGuidelinePages(editions);

const base = 'https://bot.example/prefix';
const paragraphs = (html: string) => elementsOf(html).filter(isPassage);
const isPassage = (element: Element) =>
  element.tagName === 'p' && /^(s[\d.]+-)?p\d+$/.test(attribute(element, 'id') ?? '');
const withTag = (html: string, ...tags: string[]) =>
  elementsOf(html).filter(({ tagName }) => tags.includes(tagName));

const everyPage: { address: string; page: Page; language: Language }[] = languages.flatMap(language => [
  { address: '/guidelines', page: pages.whole(language), language },
  ...edition.sections.map(({ number }) => ({
    address: `/guidelines/${number}`,
    page: pages.section(number, language),
    language,
  })),
  { address: '/guidelines/9.9', page: pages.section('9.9', language), language },
]);

describe.each(languages)('the words of the guidelines, in the frame of %s', language => {
  test('stand on the whole page exactly as in the edition, paragraph by paragraph', () => {
    const shown = paragraphs(pages.whole(language).html);
    expect(shown.map(textOf)).toEqual(edition.passages.map(({ text }) => text));
    expect(shown.map(element => attribute(element, 'id'))).toEqual(
      edition.passages.map(({ section, ordinal }) => `s${section}-p${ordinal}`),
    );
    expect(new Set(shown.map(languageOf))).toEqual(new Set(['en']));
  });

  test('stand on the page of each section exactly as in the edition', () => {
    for (const { number, passages } of edition.sections) {
      const shown = paragraphs(pages.section(number, language).html);
      expect(shown.map(textOf)).toEqual(passages.map(({ text }) => text));
      expect(shown.map(element => attribute(element, 'id'))).toEqual(
        passages.map(({ ordinal }) => `p${ordinal}`),
      );
      expect(new Set(shown.map(languageOf))).toEqual(new Set(['en']));
    }
  });

  test('are followed by a note outside of them where a list is missing', () => {
    const say = translatorFor(language);
    const notes = elementsOf(pages.whole(language).html).filter(
      element => attribute(element, 'role') === 'note' && textOf(element).includes(say('answer.listMissing')),
    );
    expect(notes).toHaveLength(edition.passages.filter(({ listMissing }) => listMissing).length);
    for (const note of notes) {
      expect(textOf(note)).toContain(say('page.editorialNote'));
      expect(languageOf(note)).toBe(language);
      expect(isWithin(note, isPassage)).toBe(false);
    }
  });

  test('have chapters and sections as headings, in order', () => {
    const headings = withTag(pages.whole(language).html, 'h1', 'h2', 'h3').map(
      element => `${element.tagName} ${textOf(element)}`,
    );
    expect(headings.slice(0, 5)).toEqual([
      'h1 Voices at risk: Canada’s guidelines on supporting human rights defenders',
      language === 'en' ? 'h2 Contents' : 'h2 Table des matières',
      'h2 Introduction',
      'h2 1 Human rights context',
      'h3 1.1 Objectives of Canada’s guidelines on recognizing and supporting human rights defenders',
    ]);
    expect(headings.at(-1)).toBe('h2 5 Conclusions and way forward');
  });

  test('are attributed to their publisher and their edition on every page', () => {
    for (const { page } of everyPage.filter(candidate => candidate.language === language)) {
      const [footer] = withTag(page.html, 'footer');
      const words = footer ? textOf(footer) : '';
      expect(words).toContain('Government of Canada, Global Affairs Canada');
      expect(words).toContain('English text');
    }
  });
});

describe('a page', () => {
  test('has one h1, the landmarks, and a skip link that leads to the text', () => {
    for (const { page } of everyPage) {
      for (const tag of ['h1', 'main', 'header', 'footer', 'title']) {
        expect(withTag(page.html, tag)).toHaveLength(1);
      }
      const [first] = withTag(page.html, 'a');
      expect(first && attribute(first, 'href')).toBe('#text');
    }
  });

  test('has ids that occur once, and links that lead somewhere, with a path in front of them or not', () => {
    const idsAt = new Map(everyPage.map(({ address, page }) => [address, idsOf(page)]));
    for (const { address, page, language } of everyPage) {
      expect(new Set(idsOf(page)).size).toBe(idsOf(page).length);
      for (const link of withTag(page.html, 'a')) {
        const href = attribute(link, 'href') ?? '';
        const target = new URL(href, `${base}${address}?lang=${language}`);
        const path = target.pathname.replace('/prefix', '');
        expect(target.searchParams.get('lang')).toBe(language);
        if (target.hash) expect(idsAt.get(path)).toContain(decodeURIComponent(target.hash.slice(1)));
        else expect(idsAt.has(path)).toBe(true);
      }
      const [stylesheet] = withTag(page.html, 'link');
      const href = (stylesheet && attribute(stylesheet, 'href')) ?? '';
      expect(new URL(href, base + address).pathname).toBe('/prefix/guidelines.css');
    }
  });

  test('names each permalink after its passage, in the language of the frame', () => {
    const linkOf = (language: Language) =>
      withTag(pages.section('3.8', language).html, 'a').find(a => attribute(a, 'href') === '#p2') as Element;
    expect(attribute(linkOf('en'), 'aria-label')).toBe('Link to passage 3.8#2');
    expect(attribute(linkOf('fr'), 'aria-label')).toBe('Lien vers le passage 3.8#2');
    expect(languageOf(linkOf('fr'))).toBe('fr');
  });

  test('leads to the sections before and after it, and to its place in the whole text', () => {
    const linksOf = (number: string) =>
      withTag(pages.section(number, 'fr').html, 'a')
        .filter(link => isWithin(link, ({ tagName }) => tagName === 'nav'))
        .map(link => attribute(link, 'href'));
    expect(linksOf('3.8')).toEqual([
      '../guidelines/3.7?lang=fr',
      '../guidelines/3.9?lang=fr',
      '../guidelines?lang=fr#s3.8',
    ]);
    expect(linksOf('0')).toEqual(['../guidelines/1.1?lang=fr', '../guidelines?lang=fr#s0']);
    expect(linksOf('5')).toEqual(['../guidelines/4.3?lang=fr', '../guidelines?lang=fr#s5']);
  });

  test('tells a reader of French that the text is in English, and nothing of the kind to others', () => {
    const note = translatorFor('fr')('answer.onlyOtherLanguage', { language: 'en' });
    expect(pages.whole('fr').html).toContain(note);
    expect(pages.section('3.8', 'fr').html).toContain(note);
    expect(pages.section('3.8', 'en').html).not.toContain('in English only');
  });

  test('has no script, no style of its own and nothing from elsewhere', () => {
    for (const { page } of everyPage) {
      expect(withTag(page.html, 'script', 'style', 'img', 'iframe')).toEqual([]);
      expect(
        elementsOf(page.html).flatMap(({ attrs }) => attrs.filter(({ name }) => /^(on|style$)/.test(name))),
      ).toEqual([]);
      expect(page.html).not.toMatch(/(href|src|action)="(https?:)?\/\//);
    }
  });

  test('is made once, and has a tag of its own in each language', () => {
    expect(pages.section('3.8', 'en')).toBe(pages.section('3.8', 'en'));
    expect(pages.whole('fr')).toBe(pages.whole('fr'));
    expect(new Set(everyPage.map(({ page }) => page.etag)).size).toBe(everyPage.length);
  });
});

describe('a section that does not exist', () => {
  test('is answered in the language of the reader, with the list of sections', () => {
    const page = pages.section('9.9', 'fr');
    expect(page.status).toBe(404);
    expect(page.html).toContain('Les lignes directrices n’ont pas de section «\u00a09.9\u00a0».');
    for (const { title } of edition.sections) expect(page.html).toContain(title);
  });

  test('is not run as HTML, and is not repeated at length', () => {
    const page = pages.notFound('<script>alert(1)</script>', 'en');
    expect(withTag(page.html, 'script')).toEqual([]);
    expect(pages.notFound('x'.repeat(500), 'en').html).not.toContain('x'.repeat(41));
  });
});

describe('an edition with signs that mean something to HTML, to templates or to messages', () => {
  const text = 'R & D <b>{x}</b> "y" <%= 1 %> &amp; ’';
  const odd = parseEdition(
    {
      id: 'fr',
      language: 'fr',
      label: 'Texte <français>',
      publisher: 'A & B {c}',
      introduction: 'Introduction',
      ignore: [],
      missingLists: [],
    },
    `Titre <i>\n1. Un & {deux}\n${text}\n2. Trois '{quatre}'\n${text}\n`,
  );
  const shown = createGuidelinePages([edition, odd]);

  test('is shown as it stands', () => {
    expect(paragraphs(shown.section('1', 'fr').html).map(textOf)).toEqual([text]);
    expect(textOf(withTag(shown.section('2', 'fr').html, 'h1')[0] as Element)).toBe("2 Trois '{quatre}'");
    expect(withTag(shown.section('2', 'fr').html, 'a').map(textOf)).toContain(
      'Précédent\u00a0: 1 Un & {deux}',
    );
    expect(textOf(withTag(shown.whole('fr').html, 'footer')[0] as Element)).toContain('A & B {c}');
  });

  test('is shown to the readers of its language, without a note on the language', () => {
    expect(paragraphs(shown.whole('fr').html).map(languageOf)).toEqual(['fr', 'fr']);
    expect(shown.whole('fr').html).not.toContain('qu’en');
    expect(paragraphs(shown.whole('en').html)).toHaveLength(edition.passages.length);
  });
});

function idsOf(page: Page): string[] {
  return elementsOf(page.html).flatMap(element => attribute(element, 'id') ?? []);
}
