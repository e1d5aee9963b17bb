import type { Directory } from '../directory/directory.ts';
import type { FollowerWithSettings } from '../hearings/follow.ts';
import type { Hearing } from '../hearings/hearing.ts';
import type { CalendarLedgers } from '../hearings/ports.ts';
import { errandKey } from '../hearings/schedule.ts';
import type { Settled } from '../hearings/settle.ts';
import type { Json } from '../record/canonical-json.ts';
import type { HearingWords, Personal, Wording } from './hearing-words.ts';

type Done = Extract<Settled, { fate: 'done' }>;

/**
 * Does what is due now: puts its messages into the outbox, each under a key of its own for ever, and on record.
 *
 * @returns how many messages there were; none where nobody is left to be told
 */
export async function doErrand(
  ledgers: CalendarLedgers,
  { due: { errand, revision }, late }: Done,
  hearing: Hearing,
  followers: readonly FollowerWithSettings[],
  directory: Directory,
  words: HearingWords,
  now: Date,
): Promise<number> {
  const about = `${hearing.id}:${revision}`;
  const mission = directory.mission(hearing.mission);

  async function record(event: string, facts: Readonly<Record<string, Json>>): Promise<void> {
    const subject = { kind: 'hearing', id: hearing.id };
    await ledgers.audit.append({ at: now, actor: 'vigil', subject, event, facts: { ...facts, revision } });
  }
  async function ask(
    people: readonly (string | undefined)[],
    wording: (about: Personal) => Wording,
    shows: 'the card' | 'a form' = 'the card',
  ): Promise<string[]> {
    const asked = [];
    for (const person of new Set(people)) {
      if (person === undefined) continue;
      const language = (await ledgers.preferences.knownLanguageOf(person)) ?? mission?.language ?? 'en';
      const key = `ask:${about}:${errandKey(errand)}:${person}`;
      const message = wording({ hearing, person, language, directory, now });
      const to = { kind: 'person', id: person } as const;
      if (!(await ledgers.outbox.put({ key, to, at: now, ...message }))) continue;
      // What somebody is filling in must not change under their hands.
      if (shows === 'the card') await ledgers.hearingCards.note(hearing.id, { key, to, language });
      asked.push(person);
    }
    return asked;
  }

  switch (errand.kind) {
    case 'remind': {
      const { kind, id } = errand.follower;
      const follower = followers.find(one => one.kind === kind && one.id === id);
      if (!follower) return 0;
      const { offset } = errand;
      const key = `reminder:${about}:${offset}:${kind} ${id}`;
      const message = words.reminder({ hearing, follower, offset, late, directory, now });
      const to = { kind, id };
      if (!(await ledgers.outbox.put({ key, to, at: now, ...message }))) return 0;
      await ledgers.hearingCards.note(hearing.id, { key, to, language: follower.language });
      await record('ReminderSent', { offset, to: `${kind} ${id}`, late });
      return 1;
    }
    case 'find-observer': {
      const { offset } = errand;
      const to = await ask([mission?.dutyOfficer], personal =>
        words.seekObserver({ ...personal, offset, late }),
      );
      await record('ObserverSought', { offset, to });
      return to.length;
    }
    case 'confirm': {
      const open = hearing.roster.officials.filter(({ confirmed }) => !confirmed);
      const to = await ask(
        open.map(({ person }) => person),
        words.askConfirmation,
      );
      if (to.length > 0) await record('ConfirmationAsked', { to });
      return to.length;
    }
    case 'ask-outcome': {
      const { step } = errand;
      const attended = hearing.roster.lead ?? hearing.roster.officials[0]?.person;
      const person = step === 3 ? mission?.head : (attended ?? mission?.dutyOfficer);
      const to = await ask([person], personal => words.askOutcome({ ...personal, step }), 'a form');
      await record('OutcomeAsked', { step, to });
      return to.length;
    }
  }
}
