import { passageOf } from '../../guidelines/edition.ts';
import type { CourtTime } from '../../hearings/court-time.ts';
import type { HearingEvent } from '../../hearings/events.ts';
import { type Hearing, timeOf } from '../../hearings/hearing.ts';
import { whyAsk } from '../../hearings/permission.ts';
import { courtTimeInWords, type HearingWording, timeInWords } from './words.ts';

/**
 * What followers are told of an event beside the change of their cards; undefined where the cards say enough.
 *
 * @param zone the reader's, whose time stands beside the court's
 */
export function tidingsOf(
  event: HearingEvent,
  hearing: Hearing,
  before: Hearing | undefined,
  zone: string,
  wording: HearingWording,
): string | undefined {
  const { t } = wording;
  const { id, caseName } = hearing;
  const values = { id, caseName };
  const time = timeOf(hearing);
  const timed = (key: 'corrected' | 'adjourned' | 'announced') =>
    time
      ? t(`reminder.told.${key}`, { ...values, when: bothTimes(time, zone, wording) })
      : t('reminder.told.undated', values);
  switch (event.event) {
    case 'HearingEdited':
      return event.details.caseName === undefined
        ? undefined
        : t('reminder.told.renamed', { ...values, before: before?.caseName ?? '' });
    case 'HearingTimeCorrected':
      return timed('corrected');
    case 'HearingAdjourned':
      return timed('adjourned');
    case 'HearingDateAnnounced':
      return timed('announced');
    case 'HearingCancelled':
      return t('reminder.told.cancelled', values);
    case 'OutcomeRecorded': {
      const { attendance, result, next } = event.outcome;
      const said = {
        ...values,
        attendance: t(`reminder.outcome.${attendance}`),
        result: t(`reminder.result.${result}`),
      };
      return next === undefined
        ? t('reminder.told.outcome', said)
        : t('reminder.told.next', { ...said, next });
    }
    case 'PermissionAnswered': {
      const passage = passageOf(wording.edition, whyAsk);
      return event.answer === 'refused' && passage
        ? t('reminder.told.refused', { ...values, words: passage.text, section: passage.section })
        : t('reminder.told.granted', values);
    }
    default:
      return undefined;
  }
}

/** The court's time, and the reader's where it is another; a text has no times that a client makes its reader's own. */
function bothTimes(time: CourtTime, zone: string, wording: HearingWording): string {
  const { t, language, zones } = wording;
  const court = courtTimeInWords(time, wording);
  const here = zones.courtTimeOf(zones.momentOf(time).at, zone);
  if (here.date === time.date && here.time === time.time) return court;
  return t('reminder.told.bothTimes', { court, reader: timeInWords(here, language), zone });
}
