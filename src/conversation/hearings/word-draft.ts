import { chooseCard, readBackCard } from '../../cards/hearings/check-card.ts';
import { hearingFormCard } from '../../cards/hearings/form-card.ts';
import { courtTimeInWords } from '../../cards/hearings/words.ts';
import type { Card } from '../../cards/template.ts';
import type { Directory } from '../../directory/directory.ts';
import type { CourtTime, Zones } from '../../hearings/court-time.ts';
import { timeIn } from '../../hearings/decide-details.ts';
import type { Place } from '../../hearings/places.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import type { CheckedDraft, DraftChoice } from './check-draft.ts';
import type { HearingDraft } from './hearing-draft.ts';

/** What the cards of a form are worded with. */
export interface DraftWording {
  readonly directory: Directory;
  readonly zones: Zones;
  readonly language: Language;
}

/** The form with what was typed, and what must be mended. */
export function formOf(
  id: string,
  draft: HearingDraft,
  problems: readonly string[],
  { directory, language }: DraftWording,
): Card {
  const { does, hearing, notesBefore } = draft;
  const content = {
    draft: id,
    does,
    hearing: hearing?.id ?? '',
    values: pick(draft),
    asksNotes: notesBefore !== undefined,
    missions: directory.missions,
    problems,
  };
  return hearingFormCard(content, language);
}

function pick({ caseName, kind, court, place, mission, access, date, time, ...rest }: HearingDraft) {
  const { toBeAnnounced, judge, charges } = rest;
  return { caseName, kind, court, place, mission, access, date, time, toBeAnnounced, judge, charges };
}

/** Everything read back. @param before the time that is left, where there is one */
export function readBackOf(
  id: string,
  draft: HearingDraft,
  { details, when }: Extract<CheckedDraft, { details: unknown }>,
  before: CourtTime | undefined,
  { directory, zones, language }: DraftWording,
): Card {
  const { judge, charges, does } = draft;
  return readBackCard(
    {
      draft: id,
      does,
      details,
      time: timeIn(details.zone, when),
      before,
      mission: directory.mission(details.mission)?.name[language] ?? details.mission,
      notes: does === 'adjourn' ? {} : { judge, charges },
    },
    language,
    zones,
  );
}

/** The choice that only the person can make. */
export function choiceOf(
  id: string,
  draft: HearingDraft,
  choice: DraftChoice,
  { zones, language }: DraftWording,
): Card {
  const t = translatorFor(language);
  const clock = (time: CourtTime) => courtTimeInWords(time, { t, language });
  const content = (() => {
    switch (choice.about) {
      case 'place':
        return {
          title: t('hearing.choose.place'),
          intro: t('hearing.choose.placeIntro', { place: draft.place }),
          options: choice.places.map((place, index) => ({
            title: placeName(place, language),
            value: String(index),
          })),
        };
      case 'when':
        return {
          title: t('hearing.choose.when'),
          intro: t('hearing.choose.whenIntro'),
          options: choice.readings.map(({ date, time }) => ({
            title: clock({ date, time, zone: choice.zone }),
            value: `${date} ${time}`,
          })),
        };
      case 'skipped': {
        const { asked, shown } = choice;
        return {
          title: t('hearing.choose.skipped'),
          intro: t('hearing.choose.skippedIntro', { when: clock(asked) }),
          options: [{ title: clock(shown), value: `${shown.date} ${shown.time}` }],
        };
      }
      case 'doubled': {
        const { asked } = choice;
        return {
          title: t('hearing.choose.doubled'),
          intro: t('hearing.choose.doubledIntro', { when: clock(asked) }),
          options: (['first', 'second'] as const).map(turn => ({
            title: t(`hearing.choose.${turn}`, {
              utc: zones.courtTimeOf(zones.momentOf({ ...asked, turn }).at, 'UTC').time,
            }),
            value: turn,
          })),
        };
      }
    }
  })();
  return chooseCard({ draft: id, ...content, label: t('hearing.choose.label') }, language);
}

/** `San José, Costa Rica (America/Costa_Rica)`. */
export function placeName({ city, region, country, zone }: Place, language: Language): string {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  const land = /^[A-Z]{2}$/.test(country) ? (names.of(country) ?? country) : country;
  return `${[city, region, land].filter(Boolean).join(', ')} (${zone})`;
}
