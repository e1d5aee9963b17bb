import { randomUUID } from 'node:crypto';
import { hearingTitle, whenText } from '../../cards/hearings/calendar-words.ts';
import { hearingCard } from '../../cards/hearings/hearing-card.ts';
import { saidCard } from '../../cards/hearings/said-card.ts';
import { hearingWording } from '../../cards/hearings/words.ts';
import type { Card } from '../../cards/template.ts';
import type { Directory } from '../../directory/directory.ts';
import type { HearingCommand } from '../../hearings/commands.ts';
import { decide } from '../../hearings/decide.ts';
import { type Hearing, timeOf } from '../../hearings/hearing.ts';
import { mayReadNotes } from '../../hearings/may-read-notes.ts';
import { type HearingRefusal, wordRefusal } from '../../hearings/refusals.ts';
import { readSentence, saysToBeAnnounced } from '../../hearings/sentence.ts';
import type { Language } from '../../i18n/language.ts';
import { translatorFor } from '../../i18n/translator.ts';
import { answerPrivately } from '../in-own-chat.ts';
import type { Person, Turn } from '../incoming.ts';
import type { Reply } from '../reply.ts';
import { type CheckedDraft, checkDraft, choose, timeOfDraft } from './check-draft.ts';
import {
  draftAsJson,
  draftOfHearing,
  draftOfSentence,
  fillIn,
  type HearingDraft,
  readDraft,
} from './hearing-draft.ts';
import { actorOf, followerOf, type HearingTools, type Press, readerZone, refused, unclear } from './parts.ts';
import { createReadNotes } from './read-notes.ts';
import { choiceOf, type DraftWording, formOf, readBackOf } from './word-draft.ts';

/**
 * The use case of entering a hearing and of changing one: by a sentence or a form, always read back before it is kept.
 * What is typed is kept in a draft, encrypted, in the person's own chat.
 */
export function createFillHearing(tools: HearingTools) {
  const { calendar, changes, drafts, directory, zones, now, tell, canTell } = tools;

  const wordingIn = (people: Directory, language: Language): DraftWording => ({
    directory: people,
    zones,
    language,
  });
  const find = async (id: string, { id: owner }: Person): Promise<HearingDraft | undefined> =>
    readDraft(await drafts.find(id, owner, now()));
  const keep = (id: string, draft: HearingDraft, { id: owner }: Person): Promise<void> =>
    drafts.keep({ id, owner, body: draftAsJson(draft) }, now());

  /** Begins a new hearing with what a sentence says; with nothing said, with the empty form. */
  async function add(turn: Turn, text: string, language: Language): Promise<Reply> {
    const people = await directory();
    if (!actorOf(turn.person, people)) return refused('not-official', language);
    const mission =
      people.missionOfChannel(followerOf(turn).id)?.id ?? people.official(turn.person.id)?.mission ?? '';
    const zone = people.mission(mission)?.timeZone ?? readerZone(turn.person, people, zones);
    const draft = draftOfSentence(readSentence(text, { now: now(), zone, language, zones }), mission);
    return begin(turn, draft, text === '', people, language);
  }

  /** Begins a change of a hearing. @param when words for its new date; empty opens the form */
  async function change(
    turn: Turn,
    hearing: string,
    does: 'edit' | 'adjourn',
    when: string,
    language: Language,
  ): Promise<Reply> {
    const people = await directory();
    const { person } = turn;
    const actor = actorOf(person, people);
    if (!actor) return refused('not-official', language);
    const found = await calendar.hearings.find(hearing);
    // What cannot be changed at all needs no form.
    const refusal = changeRefused(found, does);
    if (!found || refusal) return refused(refusal ?? 'unknown', language);
    // What cannot be shown must not be on record as shown.
    if (turn.chat.kind !== 'personal' && !(await canTell(person.id))) {
      const text = translatorFor(language)('hearing.form.noChatYet');
      return { kind: 'notice', language, text };
    }
    const mayRead = mayReadNotes(found, person.id, people, now());
    const readNotes = createReadNotes(calendar, () => mayRead, now);
    const notes = does === 'edit' && mayRead ? await readNotes(hearing, person.id) : undefined;
    const toBeAnnounced = does === 'adjourn' && saysToBeAnnounced(when);
    const draft = draftOfHearing(found, does, notes, toBeAnnounced ? '' : when);
    return begin(
      turn,
      { ...draft, toBeAnnounced: draft.toBeAnnounced || toBeAnnounced },
      when === '',
      people,
      language,
    );
  }

  /** The first card: the form, a choice or what is read back, in the person's own chat wherever they asked. */
  async function begin(
    turn: Turn,
    draft: HearingDraft,
    isBlank: boolean,
    people: Directory,
    language: Language,
  ): Promise<Reply> {
    const t = translatorFor(language);
    const id = randomUUID();
    await keep(id, draft, turn.person);
    const card = isBlank
      ? formOf(id, draft, [], wordingIn(people, language))
      : await next(id, draft, turn.person, people, language);
    const summary = t(`hearing.form.${draft.does}`, {
      id: draft.hearing?.id ?? '',
      caseName: draft.caseName,
    });
    return answerPrivately(
      tell,
      turn,
      `hearing-form:${id}`,
      { language, card, summary },
      {
        sent: t('hearing.form.inYourChat'),
        unknown: t('hearing.form.noChatYet'),
      },
    );
  }

  /** The card that follows from a draft. */
  async function next(
    id: string,
    draft: HearingDraft,
    person: Person,
    people: Directory,
    language: Language,
  ): Promise<Card> {
    const t = translatorFor(language);
    const wording = wordingIn(people, language);
    const context = {
      now: now(),
      zones,
      language,
      isMission: (one: string) => people.mission(one) !== undefined,
    };
    const checked = checkDraft(draft, context);
    if (checked.problems) {
      const filled = guessed(draft, person, people, language);
      return formOf(
        id,
        filled,
        checked.problems.map(problem => t(`hearing.form.problem.${problem}`)),
        wording,
      );
    }
    if (checked.choice) return choiceOf(id, draft, checked.choice, wording);
    const before = draft.hearing && (await calendar.hearings.find(draft.hearing.id));
    const tried = decide(before, commandOf(draft, checked), {
      at: now(),
      actor: actorOf(person, people),
      zones,
    });
    if ('refused' in tried) return formOf(id, draft, [wordRefusal(tried, language)], wording);
    return readBackOf(id, draft, checked, before && timeOf(before), wording);
  }

  /** The form shows what was understood of a date while something else is to be mended; what could mean several is left out. */
  function guessed(draft: HearingDraft, person: Person, people: Directory, language: Language): HearingDraft {
    if (draft.when === '') return draft;
    const zone = people.mission(draft.mission)?.timeZone ?? readerZone(person, people, zones);
    const timed = timeOfDraft(draft, zone, { now: now(), zones, language });
    if (!('when' in timed) || timed.when === 'to-be-announced') return draft;
    return { ...draft, date: timed.when.date, time: timed.when.time };
  }

  /** A form was filled in. */
  async function check(press: Press, id: string, language: Language): Promise<Reply> {
    const kept = await find(id, press.person);
    if (!kept) return gone(language);
    const draft = fillIn(kept, press.data);
    if (!draft) return unclear(language);
    await keep(id, draft, press.person);
    return { kind: 'card', language, card: await next(id, draft, press.person, await directory(), language) };
  }

  async function chosen(press: Press, id: string, value: string, language: Language): Promise<Reply> {
    const kept = await find(id, press.person);
    if (!kept) return gone(language);
    const people = await directory();
    const checked = checkDraft(kept, {
      now: now(),
      zones,
      language,
      isMission: one => people.mission(one) !== undefined,
    });
    const draft = checked.choice ? choose(kept, checked.choice, value) : undefined;
    if (!draft) return unclear(language);
    await keep(id, draft, press.person);
    return { kind: 'card', language, card: await next(id, draft, press.person, people, language) };
  }

  async function back({ person }: Press, id: string, language: Language): Promise<Reply> {
    const draft = await find(id, person);
    if (!draft) return gone(language);
    const people = await directory();
    return {
      kind: 'card',
      language,
      card: formOf(id, guessed(draft, person, people, language), [], wordingIn(people, language)),
    };
  }

  /** What was read back is confirmed: it is kept as it stands, once. */
  async function save({ person }: Press, id: string, language: Language): Promise<Reply> {
    const draft = await find(id, person);
    if (!draft) return gone(language);
    const people = await directory();
    const isMission = (one: string) => people.mission(one) !== undefined;
    const checked = checkDraft(draft, { now: now(), zones, language, isMission });
    if (!('details' in checked)) {
      return { kind: 'card', language, card: await next(id, draft, person, people, language) };
    }
    const actor = actorOf(person, people);
    // The form itself is what happens once: two presses of its button are one.
    const press = `form ${id}`;
    const changed = draft.hearing
      ? await changes.change(draft.hearing.id, changeOf(draft, checked), actor, press)
      : await changes.add(checked, actor, press);
    if ('repeated' in changed) return gone(language);
    if (changed.refused !== undefined) {
      const card = formOf(id, draft, [wordRefusal(changed, language)], wordingIn(people, language));
      return { kind: 'card', language, card };
    }
    await drafts.drop(id, person.id);
    return {
      kind: 'card',
      language,
      card: await keptCard(changed.hearing, draft.does, person, people, language),
    };
  }

  /** What has become of the hearing, and how many will be reminded of it. */
  async function keptCard(
    hearing: Hearing,
    does: HearingDraft['does'],
    { id }: Person,
    people: Directory,
    language: Language,
  ): Promise<Card> {
    const t = translatorFor(language);
    const followers = await calendar.follows.followersOf(hearing);
    const told = t('hearing.kept.followers', { count: followers.length, caseName: hearing.caseName });
    const done = t(`hearing.kept.${does}`);
    // Who follows the case in this chat gets the card of a new hearing as followers do: once is enough.
    if (does === 'add' && followers.some(follower => follower.kind === 'person' && follower.id === id)) {
      const heading = t('hearing.list.heading', { title: hearingTitle(hearing, language), id: hearing.id });
      return saidCard(done, [heading, whenText(hearing, language), told], language);
    }
    const { edition, linkTo } = tools;
    const wording = hearingWording({ directory: people, zones, edition, linkTo, now: now() }, language);
    return hearingCard(hearing, wording, { notes: [done, told] });
  }

  async function discard({ person }: Press, id: string, language: Language): Promise<Reply> {
    await drafts.drop(id, person.id);
    const t = translatorFor(language);
    return { kind: 'card', language, card: saidCard(t('hearing.form.discarded'), [], language) };
  }

  return { add, change, check, chosen, back, save, discard };
}
export type FillHearing = ReturnType<typeof createFillHearing>;

function gone(language: Language): Reply {
  return { kind: 'notice', language, text: translatorFor(language)('hearing.form.gone') };
}

type Ready = Extract<CheckedDraft, { details: unknown }>;

function changeOf(draft: HearingDraft, { details, when, notes }: Ready) {
  const { revision } = draft.hearing ?? {};
  const shown = revision === undefined ? {} : { revision };
  return draft.does === 'adjourn'
    ? ({ command: 'AdjournHearing', to: when, ...shown } as const)
    : ({ command: 'EditHearing', details, when, notes, ...shown } as const);
}

function commandOf(draft: HearingDraft, checked: Ready): HearingCommand {
  if (draft.hearing) return changeOf(draft, checked);
  const { details, when, notes } = checked;
  return { command: 'AddHearing', id: 'HRG', details, when, notes };
}

/** Why no form is opened for a hearing, if so. */
function changeRefused(hearing: Hearing | undefined, does: 'edit' | 'adjourn'): HearingRefusal | undefined {
  if (!hearing) return 'unknown';
  const { state } = hearing.schedule;
  if (state === 'cancelled') return 'cancelled';
  return state === 'held' && does === 'adjourn' ? 'already-held' : undefined;
}
