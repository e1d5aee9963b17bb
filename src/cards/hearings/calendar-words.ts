import type { CourtTime, Zones } from '../../hearings/court-time.ts';
import { type Hearing, timeOf } from '../../hearings/hearing.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { localTime } from '../local-time.ts';
import { courtTimeInWords } from './words.ts';

/** `HERON: trial`. */
export function hearingTitle(
  { caseName, kind }: Pick<Hearing, 'caseName' | 'kind'>,
  language: Language,
): string {
  const t = translatorFor(language);
  return t('hearing.feed.summary', { caseName, kind: t(`hearing.kind.${kind}`) });
}

/** A court's time by the clock of whoever reads the card, which their client shows. */
export function readerClock(time: CourtTime, zones: Zones): string {
  return localTime(zones.momentOf(time).at.toISOString());
}

/** When a hearing is, was, or would have been, by its court's clock. */
export function whenText(hearing: Hearing, language: Language): string {
  const t = translatorFor(language);
  const time = timeOf(hearing);
  const clock = time ? courtTimeInWords(time, { t, language }) : t('month.undated');
  const { state } = hearing.schedule;
  if (state === 'cancelled' || state === 'held') {
    return t('hearing.whenOver', { when: clock, state: t(`month.state.${state}`) });
  }
  return clock;
}

/** Who is let in, whether the mission has asked, and how many go. */
export function accessText({ access, permission, roster }: Hearing, language: Language): string {
  const t = translatorFor(language);
  return t('hearing.accessLine', {
    access: t(`hearing.access.${access}`),
    permission: t(`hearing.permission.${permission.state}`),
    attendance: t('month.attendance', { count: roster.officials.length + roster.partners.length }),
  });
}
