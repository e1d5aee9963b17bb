import type { Directory } from '../directory/directory.ts';
import type { FollowerWithSettings } from '../hearings/follow.ts';
import type { Hearing } from '../hearings/hearing.ts';
import { mayHear } from '../hearings/may-read-notes.ts';
import type { CalendarLedgers, HearingMessage, PostedCard } from '../hearings/ports.ts';
import { errandKey } from '../hearings/schedule.ts';
import type { Settled } from '../hearings/settle.ts';
import type { Json } from '../record/canonical-json.ts';
import type { RecordedEvent } from '../record/event.ts';
import type { HearingWords, Personal, Wording } from './hearing-words.ts';

type Done = Extract<Settled, { fate: 'done' }>;

/** What doing an errand comes to: messages, each under a key of its own for ever, and what goes on record of them. */
export interface DoneErrand {
  readonly messages: readonly HearingMessage[];
  /** Those of the messages that show the hearing, so that changes of it reach them. */
  readonly cards: readonly PostedCard[];
  /** @param sent the keys of the messages that were not put in before */
  readonly record: (sent: ReadonlySet<string>) => RecordedEvent | undefined;
}

/** Does what is due now; nothing is written yet. Undefined where a follower is gone, or may not hear of it any more. */
export async function doErrand(
  { preferences }: Pick<CalendarLedgers, 'preferences'>,
  { due: { errand, revision }, late }: Done,
  hearing: Hearing,
  followers: readonly FollowerWithSettings[],
  directory: Directory,
  words: HearingWords,
  now: Date,
): Promise<DoneErrand | undefined> {
  const about = `${hearing.id}:${revision}`;
  const mission = directory.mission(hearing.mission);
  const event = (name: string, facts: Readonly<Record<string, Json>>): RecordedEvent => ({
    at: now,
    actor: 'vigil',
    subject: { kind: 'hearing', id: hearing.id },
    event: name,
    facts: { ...facts, revision },
  });

  /** @param shows a form must not change under the hands of somebody who is filling it in; a card goes on asking */
  async function ask(
    people: readonly (string | undefined)[],
    wording: (about: Personal) => Wording,
    eventOf: (asked: readonly string[]) => RecordedEvent | undefined,
    shows: 'a form' | NonNullable<PostedCard['asks']>,
  ): Promise<DoneErrand> {
    const asked: (PostedCard & { readonly person: string; readonly message: HearingMessage })[] = [];
    for (const person of new Set(people)) {
      if (person === undefined) continue;
      const language = (await preferences.knownLanguageOf(person)) ?? mission?.language ?? 'en';
      const key = `ask:${about}:${errandKey(errand)}:${person}`;
      const to = { kind: 'person', id: person } as const;
      const message = wording({ hearing, person, language, directory, now });
      asked.push({
        key,
        hearing: hearing.id,
        to,
        language,
        person,
        message: { key, to, at: now, ...message },
      });
    }
    return {
      messages: asked.map(({ message }) => message),
      cards:
        shows === 'a form'
          ? []
          : asked.map(({ key, hearing: id, to, language }) => ({
              key,
              hearing: id,
              to,
              language,
              asks: shows,
            })),
      record: sent => eventOf(asked.filter(({ key }) => sent.has(key)).map(({ person }) => person)),
    };
  }

  switch (errand.kind) {
    case 'remind': {
      const { kind, id } = errand.follower;
      const follower = followers.find(one => one.kind === kind && one.id === id);
      if (!follower || !mayHear(follower, directory)) return undefined;
      const { offset } = errand;
      const { language } = follower;
      const key = `reminder:${about}:${offset}:${kind} ${id}`;
      const to = { kind, id };
      const message = words.reminder({ hearing, follower, offset, late, directory, now });
      return {
        messages: [{ key, to, at: now, ...message }],
        cards: [{ key, hearing: hearing.id, to, language }],
        record: sent =>
          sent.has(key) ? event('ReminderSent', { offset, to: `${kind} ${id}`, late }) : undefined,
      };
    }
    case 'find-observer': {
      const { offset } = errand;
      return ask(
        [mission?.dutyOfficer],
        personal => words.seekObserver({ ...personal, offset, late }),
        to => event('ObserverSought', { offset, to }),
        'observer',
      );
    }
    case 'confirm': {
      const open = hearing.roster.officials.filter(({ confirmed }) => !confirmed);
      return ask(
        open.map(({ person }) => person),
        words.askConfirmation,
        to => (to.length > 0 ? event('ConfirmationAsked', { to }) : undefined),
        'confirm',
      );
    }
    case 'ask-outcome': {
      const { step } = errand;
      const attended = hearing.roster.lead ?? hearing.roster.officials[0]?.person;
      const person = step === 3 ? mission?.head : (attended ?? mission?.dutyOfficer);
      return ask(
        [person],
        personal => words.askOutcome({ ...personal, step }),
        to => event('OutcomeAsked', { step, to }),
        'a form',
      );
    }
  }
}
