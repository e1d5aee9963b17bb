import { z } from 'zod';
import { type Hearing, type Notes, noteNames } from '../../hearings/hearing.ts';
import { type Card, cardTemplate } from '../template.ts';
import type { HearingWording } from './words.ts';

const fill = cardTemplate(
  'hearing-notes',
  z.strictObject({
    language: z.string(),
    title: z.string(),
    intro: z.string(),
    hearing: z.string(),
    notes: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    back: z.string(),
  }),
);

/** The sensitive notes of a hearing, for somebody entitled to them, in their own chat. */
export function notesCard(hearing: Hearing, notes: Notes, { t, language }: HearingWording): Card {
  const { id, caseName } = hearing;
  const shown = noteNames.flatMap(name => {
    const value = notes[name];
    return value ? [{ label: t(`reminder.note.${name}`), value }] : [];
  });
  return fill({
    language,
    title: t('reminder.notes.title', { id, caseName }),
    intro: t(shown.length > 0 ? 'reminder.notes.intro' : 'reminder.notes.none'),
    hearing: id,
    notes: shown,
    back: t('reminder.back'),
  });
}
