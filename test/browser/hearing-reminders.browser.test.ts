import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from './chromium.ts';
import { type HearingStory, missionChannel, openHearingStory } from './hearing-story.ts';

describe.skipIf(!chromiumPath)('a hearing, from a sentence to its adjournment', () => {
  let sides: HearingStory;
  let reference = '';
  /** What a calendar program gets. */
  let readFeed: () => Promise<string>;

  beforeAll(async () => {
    sides = await openHearingStory();
  }, 180_000);
  afterAll(() => sides?.stop(), 30_000);

  test('the channel follows the case, and an official has a feed of it', { timeout: 90_000 }, async () => {
    await sides.follow();
    readFeed = await sides.openFeed();
    expect(await readFeed()).toContain('BEGIN:VCALENDAR');
  });

  test('it is added by a sentence, read back and confirmed', { timeout: 90_000 }, async () => {
    const { mission } = sides;
    const added = await sides.add();
    reference = added.reference;
    expect(added.readBack).toContain('Monday, March 15, 2027, 9:30 a.m.');
    expect(await readFeed()).toContain('DTSTART;TZID=America/Bogota:20270315T093000');
    await mission.openChat(missionChannel);
    await mission.card('A new hearing in the calendar.').waitFor();
    await mission.shoot('hearing-added');
  });

  test('a week before, the channel reads first that nobody attends; an official signs up there', {
    timeout: 90_000,
  }, async () => {
    const { mission } = sides;
    sides.moveTo('2027-03-08T14:30:00Z');
    const reminder = mission.card('Nobody attends yet: HERON, trial, in 7 days');
    await reminder.waitFor();
    await mission.shoot('hearing-reminder');
    await reminder.getByRole('button', { name: 'I will attend' }).click();
    const signed = mission.card('Amara Okafor (Bogotá), lead observer');
    await signed.waitFor();
    await sides.allSent();
    await signed.getByRole('button', { name: 'Roster' }).click();
    const roster = mission.card('Amara Okafor (Bogotá), lead observer');
    await roster.getByRole('button', { name: 'Interpreter needed' }).click();
    await mission.card('An interpreter is needed.').waitFor();
    await mission.shoot('hearing-roster');
    // The card in the channel is everybody's: it shows the hearing again, with what has changed.
    const permission = mission.card('An interpreter is needed.');
    await permission.getByRole('button', { name: 'Permission' }).click();
    await mission.shoot('hearing-permission');
    await permission.getByRole('button', { name: 'Permission refused' }).click();
    await mission.card('Why asking mattered').waitFor();
    await mission.sees('permission to attend was refused');
    await mission.shoot('hearing-refused');
  });

  test('it is adjourned from the card; thread, cards, the next reminder and the feed follow', {
    timeout: 120_000,
  }, async () => {
    const { mission } = sides;
    await mission.say(`adjourn ${reference} to 22 March 2027 at 14:00`, { mention: true });
    await mission.openChat('Personal Chat');
    const read = mission.card('Monday, March 22, 2027, 2:00 p.m.');
    await read.waitFor();
    await mission.shoot('hearing-adjourn');
    await read.getByRole('button', { name: 'Adjourn it' }).click();
    await mission.card('Adjourned.').waitFor();
    await mission.openChat(missionChannel);
    await mission.sees('adjourned to Monday, March 22, 2027, 2:00 p.m.');
    await mission.card('Adjourned from Monday, March 15, 2027, 9:30 a.m.').waitFor();
    await mission.shoot('hearing-adjourned');

    const calendar = await readFeed();
    expect(calendar).toContain('DTSTART;TZID=America/Bogota:20270322T140000');
    expect(calendar).toContain('SEQUENCE:2');
    expect(calendar).not.toMatch(/Amara|20270315T093000/);

    // On the old date nothing is said any more; a week before the new one the channel is reminded.
    sides.moveTo('2027-03-15T19:00:00Z');
    await mission.card('HERON, trial: in 7 days').waitFor();
    await mission.shoot('hearing-again');
    const account = await sides.store.auditReader.accountOf({ kind: 'hearing', id: reference });
    expect(account.filter(({ event }) => event === 'ReminderSent').map(({ facts }) => facts)).toMatchObject([
      { offset: '7d', revision: 1 },
      { offset: '7d', revision: 1 },
      { offset: '7d', revision: 2 },
      { offset: '7d', revision: 2 },
    ]);
  });
});
