import type { HearingDetails, When } from '../../hearings/commands.ts';
import type { CourtTime, Zones } from '../../hearings/court-time.ts';
import { codeNameOf, type Notes } from '../../hearings/hearing.ts';
import { findWhen, type Reading } from '../../hearings/natural-date.ts';
import { findPlaces, type Place } from '../../hearings/places.ts';
import type { Language } from '../../i18n/language.ts';
import type { HearingDraft } from './hearing-draft.ts';

/** What must be mended in a form. Each is worded under `hearing.form.problem.<problem>`. */
export const draftProblems = [
  'name-invalid',
  'mission-unknown',
  'place-missing',
  'place-unknown',
  'court-too-long',
  'place-too-long',
  'judge-too-long',
  'charges-too-long',
  'when-missing',
  'date-missing',
  'time-missing',
  'when-not-understood',
  'when-zone-named',
  'when-weekday-differs',
  'when-past',
  'when-impossible',
] as const;
export type DraftProblem = (typeof draftProblems)[number];

/** What only the person can decide. */
export type DraftChoice =
  /** Several cities have this name. */
  | { readonly about: 'place'; readonly places: readonly Place[] }
  /** The words can mean several times. */
  | { readonly about: 'when'; readonly readings: readonly Reading[]; readonly zone: string }
  /** The court's clock jumps over this time: it would show another one. */
  | { readonly about: 'skipped'; readonly asked: CourtTime; readonly shown: CourtTime }
  /** The court's clock shows this time twice. */
  | { readonly about: 'doubled'; readonly asked: CourtTime };

/** What a form comes to: things to mend, a choice to make, or what is to be kept once it has been read back. */
export type CheckedDraft =
  | { readonly problems: readonly DraftProblem[]; readonly choice?: undefined }
  | { readonly choice: DraftChoice; readonly problems?: undefined }
  | {
      readonly details: HearingDetails;
      readonly when: When;
      readonly notes: Notes;
      readonly problems?: undefined;
      readonly choice?: undefined;
    };

export interface CheckContext {
  readonly now: Date;
  readonly zones: Zones;
  readonly language: Language;
  readonly isMission: (id: string) => boolean;
}

const longest = { court: 200, place: 200, judge: 500, charges: 2_000 } as const;

/** Checks a form, so that whatever it lets through the calendar can take. Pure. */
export function checkDraft(draft: HearingDraft, context: CheckContext): CheckedDraft {
  const problems: DraftProblem[] = [];
  const caseName = codeNameOf(draft.caseName);
  if (caseName === undefined) problems.push('name-invalid');
  if (!context.isMission(draft.mission)) problems.push('mission-unknown');
  for (const name of ['court', 'place', 'judge', 'charges'] as const) {
    if (draft[name].length > longest[name]) problems.push(`${name}-too-long`);
  }
  const places = zonesFor(draft, context);
  if (places.length === 0) problems.push(draft.place === '' ? 'place-missing' : 'place-unknown');
  const [place] = places;
  const isAmbiguous = new Set(places.map(({ zone }) => zone)).size > 1;
  const timed = place && !isAmbiguous ? timeOfDraft(draft, place.zone, context) : undefined;
  if (timed?.problems) problems.push(...timed.problems);
  if (problems.length > 0 || caseName === undefined || !place) return { problems };
  if (isAmbiguous) return { choice: { about: 'place', places } };
  if (timed?.choice) return { choice: timed.choice };
  const { mission, kind, court, access } = draft;
  return {
    details: { caseName, mission, kind, court, place: draft.place, zone: place.zone, access },
    when: timed && 'when' in timed ? timed.when : 'to-be-announced',
    notes: changedNotes(draft),
  };
}

/** Where the court may be; the place that was chosen, as long as it is still the one that was typed. */
function zonesFor({ place, zone }: HearingDraft, { zones }: CheckContext): readonly Place[] {
  if (zone?.of === place) return [{ city: place, region: '', country: '', zone: zone.name }];
  return place === '' ? [] : findPlaces(place, zones);
}

export type Timed =
  | { readonly when: When; readonly problems?: undefined; readonly choice?: undefined }
  | { readonly problems: readonly DraftProblem[]; readonly choice?: undefined }
  | { readonly choice: DraftChoice; readonly problems?: undefined };

/** The time that a form says, by the clock of a zone. */
export function timeOfDraft(
  draft: HearingDraft,
  zone: string,
  context: Omit<CheckContext, 'isMission'>,
): Timed {
  if (draft.toBeAnnounced) return { when: 'to-be-announced' };
  if (draft.date === '' && draft.time === '' && draft.when !== '')
    return understood(draft.when, zone, context);
  if (draft.date === '' || draft.time === '') {
    if (draft.date === draft.time) return { problems: ['when-missing'] };
    return { problems: [draft.date === '' ? 'date-missing' : 'time-missing'] };
  }
  return onTheClock({ date: draft.date, time: draft.time, zone }, draft.turn, context);
}

const problemOfReading = {
  'no-date': 'date-missing',
  'no-time': 'time-missing',
  'not-understood': 'when-not-understood',
  'zone-named': 'when-zone-named',
  'weekday-differs': 'when-weekday-differs',
} as const;

function understood(words: string, zone: string, context: Omit<CheckContext, 'isMission'>): Timed {
  const { when } = findWhen(words, { ...context, zone });
  if ('reading' in when) return onTheClock({ ...when.reading, zone }, undefined, context);
  if (when.problem === 'ambiguous' || (when.problem === 'past' && when.choices.length > 0)) {
    return { choice: { about: 'when', readings: when.choices, zone } };
  }
  return { problems: [when.problem === 'past' ? 'when-past' : problemOfReading[when.problem]] };
}

/** A time that the clock shows once needs no more words; any other must be chosen. */
function onTheClock(
  { date, time, zone }: CourtTime,
  turn: HearingDraft['turn'],
  { zones }: Pick<CheckContext, 'zones'>,
): Timed {
  const asked = { date, time, zone };
  try {
    const moment = zones.momentOf(asked);
    if (moment.clock === 'skipped') {
      const shown = { date: moment.date, time: moment.time, zone };
      return { choice: { about: 'skipped', asked, shown } };
    }
    if (moment.clock === 'doubled' && turn === undefined) return { choice: { about: 'doubled', asked } };
    return { when: { date, time, ...(turn && moment.clock === 'doubled' ? { turn } : {}) } };
  } catch (error) {
    if (error instanceof RangeError) return { problems: ['when-impossible'] };
    throw error;
  }
}

/** The notes that differ from what was there; an empty one removes it. */
function changedNotes({ judge, charges, notesBefore }: HearingDraft): Notes {
  if (!notesBefore) return {};
  return {
    ...(judge === notesBefore.judge ? {} : { judge }),
    ...(charges === notesBefore.charges ? {} : { charges }),
  };
}

/** What may be chosen, by the value that the card carries for it. */
export function optionsOf(choice: DraftChoice): readonly string[] {
  switch (choice.about) {
    case 'place':
      return choice.places.map((_place, index) => String(index));
    case 'when':
      return choice.readings.map(({ date, time }) => `${date} ${time}`);
    case 'skipped':
      return [`${choice.shown.date} ${choice.shown.time}`];
    case 'doubled':
      return ['first', 'second'];
  }
}

/** The draft after a choice. @param value one of `optionsOf`; undefined comes back for any other */
export function choose(draft: HearingDraft, choice: DraftChoice, value: string): HearingDraft | undefined {
  if (!optionsOf(choice).includes(value)) return undefined;
  switch (choice.about) {
    case 'place': {
      const chosen = choice.places[Number(value)];
      return chosen && { ...draft, zone: { name: chosen.zone, of: draft.place } };
    }
    case 'when':
    case 'skipped': {
      const [date = '', time = ''] = value.split(' ');
      const { turn: _, ...rest } = draft;
      return { ...rest, date, time, when: '' };
    }
    case 'doubled': {
      const { date, time } = choice.asked;
      return { ...draft, date, time, when: '', turn: value === 'first' ? 'first' : 'second' };
    }
  }
}
