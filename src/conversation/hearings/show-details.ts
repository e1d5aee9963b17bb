import { notesCard } from '../../cards/hearings/notes-card.ts';
import { mayReadNotes } from '../../hearings/may-read-notes.ts';
import { answerPrivately } from '../in-own-chat.ts';
import type { Reply } from '../reply.ts';
import { type Asking, type AttendTools, lookUp, notice, show } from './attend-parts.ts';
import { refused } from './parts.ts';
import { createReadNotes } from './read-notes.ts';

/** The use case of looking at a hearing: its card for every official, its sensitive notes for those entitled. */
export function createShowDetails(tools: AttendTools) {
  const { calendar, now, canTell, tell } = tools;

  /** The card as the hearing stands now. */
  async function card(asking: Asking, id: string): Promise<Reply> {
    const { language } = asking;
    const { actor, wording } = await lookUp(tools, asking);
    if (!actor) return refused('not-official', language);
    const hearing = await calendar.hearings.find(id);
    return hearing ? show(asking, hearing, wording) : refused('unknown', language);
  }

  /** Shows the notes in the person's own chat, on record; never in a channel, where others look over the shoulder. */
  async function notes(asking: Asking, id: string): Promise<Reply> {
    const { turn, language, press } = asking;
    const { person, chat } = turn;
    const { actor, wording } = await lookUp(tools, asking);
    const { t, directory } = wording;
    const hearing = actor && (await calendar.hearings.find(id));
    if (!actor) return refused('not-official', language);
    if (!hearing) return refused('unknown', language);
    const unknown = t('reminder.notes.noChat');
    const at = now();
    if (!mayReadNotes(hearing, person.id, directory, at))
      return notice(t('reminder.notes.notYours'), language);
    // What cannot be shown must not be on record as shown.
    if (chat.kind !== 'personal' && !(await canTell(person.id))) return notice(unknown, language);
    const read = createReadNotes(calendar, (one, who) => mayReadNotes(one, who, directory, at), now);
    const found = await read(id, person.id);
    if (!found) return notice(t('reminder.notes.notYours'), language);
    const shown = notesCard(hearing, found, wording);
    if (chat.kind === 'personal' && press !== undefined) return { kind: 'card', language, card: shown };
    const { caseName } = hearing;
    const message = { language, card: shown, summary: t('reminder.notes.title', { id, caseName }) };
    // Of the showing, not of the press: the same button shows something else when the notes have changed.
    const key = `hearing-notes:${id}:${person.id}:${at.getTime()}`;
    return answerPrivately(tell, turn, key, message, { sent: t('reminder.notes.sentToChat'), unknown });
  }

  return { card, notes };
}
export type ShowDetails = ReturnType<typeof createShowDetails>;
