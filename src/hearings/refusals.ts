import type { Language } from '../i18n/language.ts';
import { translatorFor } from '../i18n/translator.ts';

/** Why something was not done. Each is worded once, under `hearing.refused.<refusal>`. */
export const hearingRefusals = [
  'unknown',
  'already-there',
  'card-outdated',
  'cancelled',
  'already-held',
  'no-date-yet',
  'time-past',
  'time-skipped',
  'time-doubled',
  'same-time',
  'nothing-changed',
  'not-official',
  'already-attending',
  'not-attending',
  'already-confirmed',
  'lead-not-attending',
  'already-lead',
  'partner-known',
  'partner-unknown',
  'outcome-too-early',
  'permission-unchanged',
  'date-impossible',
  'zone-unknown',
  'name-invalid',
] as const;
export type HearingRefusal = (typeof hearingRefusals)[number];

export interface Refused {
  readonly refused: HearingRefusal;
}

export const refuse = (refused: HearingRefusal): Refused => ({ refused });

/** The sentence for it. */
export function wordRefusal({ refused }: Refused, language: Language): string {
  return translatorFor(language)(`hearing.refused.${refused}`);
}
