import { z } from 'zod';
import { accesses, type Hearing, hearingKinds, type Notes, timeOf } from '../../hearings/hearing.ts';
import type { Sentence } from '../../hearings/sentence.ts';
import type { Json } from '../../record/canonical-json.ts';

/** More than any field of the form takes. */
const longestInput = 5_000;
const input = z.string().max(longestInput);

/** What a form asks, as it was typed. */
const fields = z.object({
  caseName: input,
  kind: z.enum(hearingKinds),
  court: input,
  place: input,
  mission: input,
  access: z.enum(accesses),
  /** `2026-03-14` and `09:30`; both empty until they are known. */
  date: input,
  time: input,
  judge: input,
  charges: input,
});
export type HearingFields = z.infer<typeof fields>;

/** A form as far as somebody has filled it in; kept encrypted, and theirs alone. */
const draft = z.object({
  does: z.enum(['add', 'edit', 'adjourn']),
  /** The hearing that is changed, as it was when the form was opened. */
  hearing: z.object({ id: z.string(), revision: z.number().int() }).optional(),
  ...fields.shape,
  toBeAnnounced: z.boolean(),
  /** Words that hold date and time, as long as nobody has chosen or corrected what was understood. */
  when: input,
  /** The zone that was chosen where a place has several, and for which place. */
  zone: z.object({ name: z.string(), of: z.string() }).optional(),
  /** Which one, of a time that the court's clock shows twice. */
  turn: z.enum(['first', 'second']).optional(),
  /** The notes as they were when the form was opened; absent for people who may not read them. */
  notesBefore: z.object({ judge: z.string(), charges: z.string() }).optional(),
});
export type HearingDraft = z.infer<typeof draft>;

/** Reads a draft as it was kept; undefined for one of an older form. */
export function readDraft(kept: Json | undefined): HearingDraft | undefined {
  return draft.safeParse(kept).data;
}

/** Leaves out what is not there, which JSON cannot say. */
export function draftAsJson(content: HearingDraft): Json {
  return JSON.parse(JSON.stringify(content));
}

/** The draft of a new hearing, filled with what a sentence said. */
export function draftOfSentence(
  { caseName, kind, court, place, when, toBeAnnounced }: Sentence,
  mission: string,
): HearingDraft {
  return {
    does: 'add',
    caseName,
    kind: kind ?? 'other',
    court,
    place,
    mission,
    access: 'unknown',
    date: '',
    time: '',
    judge: '',
    charges: '',
    toBeAnnounced,
    when,
    notesBefore: { judge: '', charges: '' },
  };
}

/**
 * The draft of a change, filled with the hearing as it stands.
 *
 * @param notes undefined for whoever may not read them
 * @param when words that hold the new date
 */
export function draftOfHearing(
  hearing: Hearing,
  does: 'edit' | 'adjourn',
  notes: Notes | undefined,
  when = '',
): HearingDraft {
  const { id, revision, caseName, kind, court, place, zone, mission, access, schedule } = hearing;
  const time = does === 'edit' && when === '' ? timeOf(hearing) : undefined;
  const { judge = '', charges = '' } = notes ?? {};
  return {
    does,
    hearing: { id, revision },
    caseName,
    kind,
    court,
    place,
    mission,
    access,
    date: time?.date ?? '',
    time: time?.time ?? '',
    ...(time ? { turn: time.turn ?? 'first' } : {}),
    judge,
    charges,
    toBeAnnounced: does === 'edit' && schedule.state === 'to-be-announced' && when === '',
    when,
    zone: { name: zone, of: place },
    ...(notes ? { notesBefore: { judge, charges } } : {}),
  };
}

const typed = z.object({
  ...fields.partial().shape,
  toBeAnnounced: z.enum(['true', 'false']).optional(),
});

/**
 * Puts what was typed in a form into its draft; fields that the form does not have stay as they are.
 *
 * @returns undefined when a field is not what the form sends
 */
export function fillIn(content: HearingDraft, pressed: unknown): HearingDraft | undefined {
  const read = typed.safeParse(pressed);
  if (!read.success) return undefined;
  const { toBeAnnounced, ...given } = read.data;
  const filled = {
    ...content,
    ...Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value.trim()]])),
    ),
    toBeAnnounced: toBeAnnounced === undefined ? content.toBeAnnounced : toBeAnnounced === 'true',
    // What stands in the fields goes before the words that they were filled from.
    when: '',
  };
  const isMoved = filled.date !== content.date || filled.time !== content.time;
  const { turn: _, ...again } = filled;
  return isMoved ? again : filled;
}
