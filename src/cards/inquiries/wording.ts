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

/** The section of the passage that an inquiry is about; where it names no edition, in the first that has it. */
export function linkOfPassage(passage: string | undefined, wording: Wording) {
  const { edition, section } = placeOf(passage, wording);
  return sectionLink(edition, section, wording);
}

/** @param passage by its edition and id, or by its id alone */
export function placeOf(passage: string | undefined, { editions }: Pick<Wording, 'editions'>) {
  const [id, named] = (passage ?? '').split(' ').toReversed();
  const has = ({ passages }: Pick<Edition, 'passages'>) => passages.some(one => one.id === id);
  const edition = editions.find(one => (named === undefined || one.id === named) && has(one));
  return { edition, section: edition?.sections.find(has) };
}
