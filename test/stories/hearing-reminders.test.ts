import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createChangeHearing } from '../../src/conversation/hearings/change-hearing.ts';
import { createFollowHearings } from '../../src/conversation/hearings/follow-hearings.ts';
import { zones } from '../../src/hearings/court-time.ts';
import type { Hearing } from '../../src/hearings/hearing.ts';
import { usualOffsets } from '../../src/hearings/reminder.ts';
import type { SentActivity } from '../fakes/connector.ts';
import { press } from '../fakes/payloads.ts';
import { details, telling } from '../hearings/scene.ts';
import { type CardPart, textOf } from '../support/card.ts';
import {
  cardOf,
  cardSaying,
  filled,
  type Ministry,
  noticeOf,
  saidIn,
  startMinistry,
} from '../support/ministry.ts';

vi.setConfig({ testTimeout: 30_000 });

let at = new Date('2026-02-20T12:00:00Z');
let ministry: Ministry;
beforeAll(async () => {
  ministry = await startMinistry({ now: () => at }, { luc: 'fr-CA' });
}, 120_000);
afterAll(() => ministry?.stop());

const now = () => at;
const amara = () => ({ person: ministry.people.amara.who.aadObjectId, mission: 'bogota' });
const channel = () => ({ kind: 'channel', id: ministry.channels.mission.conversationId }) as const;

/** A hearing of its own case, which the mission's channel follows, in Bogotá at half past nine. */
async function hearingOf(caseName: string, date: string): Promise<Hearing> {
  const settings = { offsets: usualOffsets, language: 'en', zone: 'America/Toronto' } as const;
  const follows = createFollowHearings(ministry.store, zones, now);
  await follows.follow(channel(), { kind: 'case', name: caseName }, settings, amara().person);
  const changes = createChangeHearing(ministry.store, zones, telling(), now);
  const request = {
    details: { ...details, caseName },
    when: { date, time: '09:30' },
    notes: { judge: 'Judge Example' },
  };
  const added = await changes.add(request, amara());
  if (!('hearing' in added)) throw new Error(JSON.stringify(added));
  return added.hearing;
}

const shows = (words: string) => (activity: SentActivity) => textOf(activity.attachments).includes(words);
const says = (words: string) => (activity: SentActivity) => activity.text?.includes(words) ?? false;
const inChannel = (words: string) => ministry.until(ministry.channels.mission, shows(words));
const accountOf = async ({ id }: Hearing) => {
  const entries = await ministry.store.auditReader.accountOf({ kind: 'hearing', id });
  return entries.map(({ event }) => event);
};

describe('a week before a hearing that nobody attends', () => {
  let hearing: Hearing;
  let card: CardPart;
  beforeAll(async () => {
    at = new Date('2026-03-01T12:00:00Z');
    hearing = await hearingOf('HERON', '2026-03-14');
    at = new Date('2026-03-07T14:30:00Z');
  });

  test('the channel is reminded, and its first words say that nobody attends', async () => {
    const reminder = await inChannel('HERON');
    card = cardOf(reminder);
    expect(textOf(card).split('\n')[0]).toBe('Nobody attends yet: HERON, trial, in 7 days');
    expect(textOf(card)).toContain('Saturday, March 14, 2026, 9:30 a.m., by the court’s clock');
    expect(textOf(card)).toContain('{{DATE(2026-03-14T14:30:00Z, SHORT)}} {{TIME(2026-03-14T14:30:00Z)}}');
    expect(textOf(card)).not.toContain('Late');
    expect(reminder.summary).toBe('Nobody attends yet: HERON, trial, in 7 days');
  });

  test('the duty officer is asked personally', async () => {
    const asked = await ministry.until(ministry.people.mei.chat, shows('HERON'));
    expect(textOf(asked.attachments)).toContain('You are asked as the duty officer of Bogotá');
  });

  test('an official signs up from the channel’s card, and every card of the hearing shows it', async () => {
    const { luc } = ministry.people;
    const mine = cardOf(await luc.presses(filled(card, 'hearing.attend'), ministry.channels.mission));
    expect(textOf(mine)).toContain('Luc (Bogota), observation principale');
    const shown = await inChannel('Luc (Bogotá), lead observer');
    expect(textOf(shown.attachments).split('\n')[0]).toBe('HERON, trial: in 7 days');
    await ministry.until(ministry.people.mei.chat, shows('Luc (Bogotá), lead observer'));
  });

  test('a second press changes nothing and says why', async () => {
    const { luc } = ministry.people;
    const again = await luc.presses(filled(card, 'hearing.attend'), ministry.channels.mission);
    expect(noticeOf(again)).toContain('figure déjà sur la liste de présence');
    const press = filled(card, 'hearing.cant');
    expect(noticeOf(await ministry.people.amara.presses(press, ministry.channels.mission))).toContain(
      'You were not down to attend',
    );
  });

  test('whoever is not of the ministry, or forges what a button carries, changes nothing', async () => {
    const before = await ministry.store.hearings.find(hearing.id);
    const stranger = ministry.bot.meet('Stranger');
    await stranger.installs();
    for (const verb of [
      'attend',
      'cant',
      'confirm',
      'lead',
      'roster',
      'details',
      'outcome',
      'suggest',
      'show',
    ]) {
      const data = { hearing: hearing.id, revision: '1' };
      const answer = await stranger.presses({ type: 'Action.Execute', verb: `hearing.${verb}`, data });
      expect(noticeOf(answer)).toMatch(/Only officials in Vigil’s directory|You were not down/);
    }
    const forged = [undefined, 'HRG-2026-0001', { hearing: {}, revision: [] }, { hearing: `\${1+1}` }, {}];
    for (const data of forged) {
      for (const verb of [
        'attend',
        'name-lead',
        'take-over',
        'hand-over',
        'partner',
        'permission',
        'outcome-send',
      ]) {
        const press = { type: 'Action.Execute', verb: `hearing.${verb}`, data };
        expect(noticeOf(await ministry.people.amara.presses(press))).toContain('could not read');
      }
    }
    const other = { hearing: hearing.id, revision: '7' };
    const stale = { type: 'Action.Execute', verb: 'hearing.attend', data: other };
    expect(noticeOf(await ministry.people.amara.presses(stale))).toContain('an older date of the hearing');
    expect(await ministry.store.hearings.find(hearing.id)).toEqual(before);
  });
});

describe('the roster', () => {
  let hearing: Hearing;
  let roster: CardPart;
  beforeAll(async () => {
    at = new Date('2026-03-01T12:00:00Z');
    hearing = await hearingOf('EGRET', '2026-03-20');
    roster = cardSaying(await ministry.people.amara.says(`roster ${hearing.id}`), 'EGRET');
  });

  test('takes a lead observer, a partner by its organisation, and the need of an interpreter', async () => {
    const { amara: me, luc } = ministry.people;
    await luc.says(`j’assisterai à ${hearing.id}`);
    const led = cardOf(await me.presses(filled(roster, 'hearing.lead')));
    expect(textOf(led)).toContain('Amara (Bogotá), lead observer');
    const needed = cardOf(await me.presses(filled(led, 'hearing.interpreter')));
    expect(textOf(needed)).toContain('An interpreter is needed.');
    const partner = { organisation: ' Embassy of   Norway ', kind: 'mission' };
    const joined = cardOf(await me.presses(filled(needed, 'hearing.partner', partner)));
    expect(textOf(joined)).toContain('Embassy of Norway (partner mission)');
    const leaves = { hearing: hearing.id, change: 'remove', kind: 'ngo', organisation: 'embassy of norway' };
    const left = await me.presses({ type: 'Action.Execute', verb: 'hearing.partner', data: leaves });
    expect(textOf(cardOf(left))).not.toContain('Norway');
  });

  test('is swapped, and both who go and who stay hear of it', async () => {
    const { amara: me, luc, mei } = ministry.people;
    const shown = cardSaying(await me.says(`roster ${hearing.id}`), 'EGRET');
    const unknown = await me.presses(filled(shown, 'hearing.hand-over', { to: 'Nobody Known' }));
    expect(noticeOf(unknown)).toContain('nobody called “Nobody Known”');
    const handed = cardOf(await me.presses(filled(shown, 'hearing.hand-over', { to: 'mei' })));
    expect(textOf(handed)).toContain('Mei (Bogotá), lead observer');
    const named = await ministry.until(mei.chat, shows('Amara has handed this over to you'));
    const confirmed = cardOf(await mei.presses(filled(cardOf(named), 'hearing.confirm')));
    expect(textOf(confirmed)).toContain('Mei (Bogotá), lead observer, confirmed');
    const person = luc.who.aadObjectId;
    const taken = cardOf(await me.presses(filled(handed, 'hearing.take-over', { person })));
    expect(textOf(taken)).toContain('Amara (Bogotá)');
    await ministry.until(luc.chat, shows('Amara y assiste à votre place'));
  });

  test('says whose turn it is and why, in the language of whoever asks', async () => {
    const english = saidIn(await ministry.people.claire.says(`suggest roster ${hearing.id}`));
    expect(english).toContain('Whose turn it is\nNo other mission follows this case.');
    const other = await hearingOf('IBIS', '2026-03-21');
    expect(saidIn(await ministry.people.luc.says(`à qui le tour ${other.id}`))).toContain(
      'Bogota\u00a0: n’a assisté à aucune audience de l’affaire depuis un an',
    );
  });
});

describe('permission', () => {
  let hearing: Hearing;
  beforeAll(async () => {
    at = new Date('2026-03-01T12:00:00Z');
    hearing = await hearingOf('CRANE', '2026-03-16');
    at = new Date('2026-03-02T14:30:00Z');
  });

  test('is tracked: of whom it was asked, when, and what the answer was', async () => {
    const { amara: me } = ministry.people;
    const card = cardOf(await inChannel('CRANE'));
    const asked = { askedOf: 'Registrar Example', on: '2026-02-27' };
    const press = filled(card, 'hearing.permission', asked);
    const requested = cardOf(await me.presses(press, ministry.channels.mission));
    expect(textOf(requested)).toContain('Permission to attend: requested on Friday, February 27, 2026');
    expect(await ministry.store.hearings.notesOf(hearing.id)).toMatchObject({ askedOf: 'Registrar Example' });
  });

  test('where it is refused the hearing stays, and the guidelines say why asking mattered', async () => {
    const { luc } = ministry.people;
    const refused = saidIn(await luc.says(`autorisation refusée ${hearing.id}`));
    expect(refused).toContain('Autorisation d’y assister\u00a0: refusée le lundi 2 mars 2026');
    const words =
      'requesting permission to attend can nevertheless demonstrate continued international interest';
    expect(refused).toContain(words);
    const reply = await ministry.until(ministry.channels.mission, says('permission to attend was refused'));
    expect(reply.text).toContain(words);
    expect(reply.text).toContain('(3.8)');
    const state = await ministry.store.hearings.find(hearing.id);
    expect(state).toMatchObject({ schedule: { state: 'scheduled' }, permission: { state: 'refused' } });
    const everything = JSON.stringify(ministry.posted(ministry.channels.mission));
    expect(everything).not.toMatch(/Registrar|Judge/);
  });

  test('details are for those entitled, in their own chat, and each showing is on record', async () => {
    const { amara: me, claire, omar } = ministry.people;
    const card = cardOf(await inChannel('CRANE'));
    const sent = await me.presses(filled(card, 'hearing.details'), ministry.channels.mission);
    expect(noticeOf(sent)).toContain('I have sent the details to your chat');
    const shown = await ministry.until(me.chat, shows('Registrar Example'));
    expect(textOf(shown.attachments)).toContain('Judge Example');
    const desk = cardOf(await claire.presses(filled(card, 'hearing.details')));
    expect(textOf(desk)).toContain('Judge Example');
    const before = (await accountOf(hearing)).length;
    const other = await omar.presses(filled(card, 'hearing.details'));
    expect(noticeOf(other)).toContain('are for its mission');
    const after = await accountOf(hearing);
    expect(after).toHaveLength(before);
    expect(after.filter(event => event === 'NotesShown')).toHaveLength(2);
  });

  test('details come each time that they are asked for', async () => {
    const { amara: me } = ministry.people;
    const { mission } = ministry.channels;
    const { verb, data } = filled(cardOf(await inChannel('CRANE')), 'hearing.details');
    const times = () => ministry.posted(me.chat).filter(shows('Registrar Example')).length;
    const before = times();
    for (const time of [1, 2]) {
      at = new Date(at.getTime() + 60_000);
      await ministry.bot.deliver(
        press(ministry.bot.installation, me.who, mission, { verb, data, cardId: '17' }),
      );
      await expect.poll(times, { timeout: 10_000 }).toBe(before + time);
    }
  });
});

describe('after three days of downtime', () => {
  test('what is still useful comes at once, marked late', async () => {
    at = new Date('2026-04-01T12:00:00Z');
    await hearingOf('STORK', '2026-04-20');
    at = new Date('2026-04-09T14:30:00Z');
    const reminder = await inChannel('STORK');
    expect(textOf(reminder.attachments)).toContain('Late: this reminder should have come earlier.');
    expect(reminder.summary).toBe('Late: STORK, trial: in 11 days');
  });
});

describe('around the day itself', () => {
  let hearing: Hearing;
  beforeAll(async () => {
    at = new Date('2026-05-01T12:00:00Z');
    hearing = await hearingOf('PLOVER', '2026-05-20');
    await ministry.people.amara.says(`attend ${hearing.id}`);
  });

  test('two days before, whoever attends is asked whether they still do', async () => {
    const { amara: me } = ministry.people;
    at = new Date('2026-05-18T14:30:00Z');
    const asked = await ministry.until(me.chat, shows('You are down to attend'));
    const confirmed = cardOf(await me.presses(filled(cardOf(asked), 'hearing.confirm')));
    expect(textOf(confirmed)).toContain('Amara (Bogotá), lead observer, confirmed');
  });

  test('when the last one withdraws on the day before, the duty officer is asked at once', async () => {
    const { amara: me, mei } = ministry.people;
    at = new Date('2026-05-19T20:00:00Z');
    const withdrawn = saidIn(await me.says(`can't attend ${hearing.id}`));
    expect(withdrawn).toContain('Nobody attends yet: PLOVER, trial, tomorrow');
    await ministry.until(mei.chat, shows('Somebody has just withdrawn'));
    await me.says(`attend ${hearing.id}`);
  });

  test('the lead is asked for the outcome, which makes the next hearing and tells the channel', async () => {
    const { amara: me } = ministry.people;
    at = new Date('2026-05-20T17:30:00Z');
    const form = cardOf(await ministry.until(me.chat, shows('What did it come to?')));
    const inputs = {
      attendance: 'attended',
      result: 'adjourned',
      observed: 'The witness did not come.',
      verdict: '',
      concerns: 'No interpreter.',
      next: 'dated',
      nextDate: '2026-06-10',
      nextTime: '',
      nextKind: 'trial',
    };
    const back = cardOf(await me.presses(filled(form, 'hearing.outcome-send', inputs)));
    expect(textOf(back)).toContain('the next hearing needs a date and a time');
    expect(JSON.stringify(back)).toContain('The witness did not come.');
    const past = { ...inputs, nextDate: '2026-05-01', nextTime: '09:00' };
    const early = cardOf(await me.presses(filled(back, 'hearing.outcome-send', past)));
    expect(textOf(early)).toContain('Nothing was recorded yet. This time has passed.');
    const whole = { ...inputs, nextTime: '10:00' };
    const held = cardOf(await me.presses(filled(early, 'hearing.outcome-send', whole)));
    const [, next = ''] = /The next hearing: (HRG-\d{4}-\d+)/.exec(textOf(held)) ?? [];
    expect(await ministry.store.hearings.find(next)).toMatchObject({
      caseName: 'PLOVER',
      schedule: { time: { date: '2026-06-10', time: '10:00' } },
    });
    await ministry.until(ministry.channels.mission, says(`The next hearing is ${next}.`));
    await inChannel('A new hearing in the calendar.');
    expect(JSON.stringify(ministry.posted(ministry.channels.mission))).not.toMatch(/witness|interpreter/);
    const again = await me.presses(filled(early, 'hearing.outcome-send', whole));
    expect(noticeOf(again)).toContain('its outcome is recorded');
    expect(await accountOf(hearing)).toContain('OutcomeRecorded');
  });
});

test('on Monday morning the channel reads what the week brings', async () => {
  at = new Date('2026-06-08T12:00:00Z');
  const digest = await inChannel('This week: one hearing');
  expect(textOf(digest.attachments)).toContain('PLOVER');
});

test('no log line names a case, a person or what somebody wrote', () => {
  expect(ministry.bot.log.lines.join()).not.toMatch(/HERON|EGRET|PLOVER|Amara|Judge|Registrar|witness/);
  expect(ministry.bot.log.lines.join()).not.toMatch(/a turn failed|cannot be looked after/);
});
