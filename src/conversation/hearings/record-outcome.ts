import type { z } from 'zod';
import { outcomeCard } from '../../cards/hearings/outcome-card.ts';
import type { Notes } from '../../hearings/hearing.ts';
import { type HearingRefusal, wordRefusal } from '../../hearings/refusals.ts';
import { answerPrivately } from '../in-own-chat.ts';
import type { Reply } from '../reply.ts';
import { type Asking, type AttendTools, lookUp, notice, show, unchanged } from './attend-parts.ts';
import type * as data from './attend-press-data.ts';
import type { ChangeRequest } from './change-hearing.ts';
import { refused } from './parts.ts';

/** What can be mended in the form, which then comes back with what was filled in. */
const mendable: readonly HearingRefusal[] = ['time-past', 'time-skipped', 'time-doubled', 'date-impossible'];

/** The use case of recording what a hearing came to, with the next hearing made in the same step. */
export function createRecordOutcome(tools: AttendTools) {
  const { calendar, now, tell } = tools;

  /** The form, in the person's own chat: what is written in it is sensitive. */
  async function form(asking: Asking, id: string): Promise<Reply> {
    const { turn, language, press } = asking;
    const { actor, wording } = await lookUp(tools, asking);
    const { t } = wording;
    if (!actor) return refused('not-official', language);
    const hearing = await calendar.hearings.find(id);
    const why = hearing ? whyNot(hearing.schedule.state) : 'unknown';
    if (why || !hearing) return refused(why ?? 'unknown', language);
    const card = outcomeCard(hearing, wording);
    if (turn.chat.kind === 'personal' && press !== undefined) return { kind: 'card', language, card };
    const { caseName } = hearing;
    const message = { language, card, summary: t('reminder.ask.outcomeSummary', { id, caseName }) };
    const key = `hearing-outcome:${id}:${turn.person.id}:${press ?? now().getTime()}`;
    return answerPrivately(tell, turn, key, message, {
      sent: t('reminder.form.sentToChat'),
      unknown: t('reminder.notes.noChat'),
    });
  }

  async function send(asking: Asking, given: z.infer<typeof data.outcome>): Promise<Reply> {
    const { language } = asking;
    const { hearing: id, revision, attendance, result, next, nextDate: date, nextTime: time } = given;
    const { actor, wording } = await lookUp(tools, asking);
    const back = async (problem: string): Promise<Reply> => {
      const hearing = await calendar.hearings.find(id);
      if (!hearing) return notice(problem, language);
      const card = outcomeCard(hearing, wording, { problem, inputs: given });
      return { kind: 'card', language, card };
    };
    const isWhole = /^\d{4}-\d{2}-\d{2}$/.test(date) && /^\d{2}:\d{2}$/.test(time);
    if (next === 'dated' && !isWhole) return back(wording.t('reminder.form.dateNeeded'));
    const when = next === 'dated' ? { date, time } : ('to-be-announced' as const);
    const request: ChangeRequest = {
      command: 'RecordOutcome',
      revision,
      outcome: { attendance, result },
      notes: notesIn(given),
      ...(next === 'none' ? {} : { next: { when, ...(given.nextKind ? { kind: given.nextKind } : {}) } }),
    };
    const changed = await tools.changes.change(id, request, actor, asking.press);
    if ('hearing' in changed) return show(asking, changed.hearing, wording);
    if ('repeated' in changed || !mendable.includes(changed.refused)) return unchanged(changed, language);
    return back(wording.t('reminder.form.notRecorded', { why: wordRefusal(changed, language) }));
  }

  return { form, send };
}
export type RecordOutcome = ReturnType<typeof createRecordOutcome>;

function whyNot(state: string): HearingRefusal | undefined {
  if (state === 'held') return 'already-held';
  if (state === 'cancelled') return 'cancelled';
  return state === 'to-be-announced' ? 'no-date-yet' : undefined;
}

/** What was left empty leaves what was noted before as it is. */
function notesIn({ observed, verdict, concerns }: z.infer<typeof data.outcome>): Notes {
  const entries = Object.entries({ observed, verdict, concerns }).map(([name, text]) => [name, text.trim()]);
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}
