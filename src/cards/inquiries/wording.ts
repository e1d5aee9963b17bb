import type { Directory } from '../../directory/directory.ts';
import type { Edition, Section } from '../../guidelines/edition.ts';
import type { Language } from '../../i18n/language.ts';
import { type Translator, translatorFor } from '../../i18n/translator.ts';
import { headingOf } from '../answer-card.ts';
import type { LinkTo } from '../links.ts';

/** What the words of an inquiry's cards are taken from. */
export interface Wording {
  readonly directory: Directory;
  /** Editions whose passages and sections may be named. */
  readonly editions: readonly Edition[];
  readonly linkTo: LinkTo;
  readonly language: Language;
  readonly t: Translator;
}

/** @param language that of whoever reads the card */
export function wordingIn(parts: Omit<Wording, 'language' | 't'>, language: Language): Wording {
  return { ...parts, language, t: translatorFor(language) };
}

export function deskName(id: string, { directory, language }: Wording): string {
  return directory.desk(id)?.name[language] ?? id;
}

export function personName(id: string, { directory, t }: Wording): string {
  return directory.nameOf(id) ?? t('signOff.somebody');
}

/** A person with the mission where they serve. */
export function personAtPost(id: string, wording: Wording): string {
  const { directory, language, t } = wording;
  const mission = directory.mission(directory.official(id)?.mission ?? '');
  const name = personName(id, wording);
  return mission ? t('inquiry.atPost', { name, post: mission.name[language] }) : name;
}

/** A section as a card names and links it; empty where no edition has it any more. */
export function sectionLink(
  edition: Edition | undefined,
  section: Section | undefined,
  { linkTo, t }: Wording,
): { heading: string; url: string } {
  return edition && section
    ? {
        heading: t('inquiry.about', { heading: headingOf(section, t) }),
        url: linkTo(section.number, undefined, edition.id),
      }
    : { heading: '', url: '' };
}

/** The section of a passage, by its id, in the first edition that has it. */
export function linkOfPassage(passage: string | undefined, wording: Wording) {
  const edition = wording.editions.find(({ passages }) => passages.some(({ id }) => id === passage));
  const section = edition?.sections.find(({ passages }) => passages.some(({ id }) => id === passage));
  return sectionLink(edition, section, wording);
}
