import type { Guidance } from '../../guidelines/guidance.ts';
import type { Language } from '../../i18n/language.ts';
import { type Translator, translatorFor } from '../../i18n/translator.ts';
import { localTime } from '../local-time.ts';
import { sectionLink, type Wording } from './wording.ts';

/** HQ guidance beside an answer, with the desk as its reader calls it. */
export interface GuidanceBeside {
  readonly guidance: Guidance;
  readonly desk: string;
}

/** What an answer's card shows of guidance: marked apart from the guidelines, with who says it and since when. */
export function guidanceBlock(beside: GuidanceBeside | undefined, language: Language) {
  const t = translatorFor(language);
  if (!beside) return { title: '', text: '', source: '' };
  const { guidance, desk } = beside;
  return {
    title: t('guidance.beside'),
    text: guidance.text,
    source: sourceLine(guidance, desk, language, t),
  };
}

/** "Published by … on …, HQG-2026-0001", and its language where that is not the reader's. */
export function sourceLine(
  { reference, at, language: written }: Guidance,
  desk: string,
  language: Language,
  t: Translator,
): string {
  const source = t('guidance.source', { desk, when: dayOf(at), reference });
  return written === language ? source : `${source} ${t('guidance.otherLanguage', { language: written })}`;
}

/** The day, which each client shows in its reader's own way. */
export function dayOf(at: string): string {
  return localTime(at).split(' {{TIME')[0] ?? at;
}

/** The section that guidance goes beside, where it has one and its edition is in use. */
export function placeLink({ place }: Guidance, wording: Wording) {
  const edition = wording.editions.find(({ id }) => id === place?.edition);
  const section = edition?.sections.find(({ number }) => number === place?.section);
  return sectionLink(edition, section, wording);
}
