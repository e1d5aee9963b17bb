import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from './chromium.ts';
import { type HearingStory, missionChannel, openHearingStory } from './hearing-story.ts';

describe.skipIf(!chromiumPath)('attendance at a hearing, and what comes after it', () => {
  let sides: HearingStory;

  beforeAll(async () => {
    sides = await openHearingStory();
    await sides.follow();
    await sides.add();
  }, 240_000);
  afterAll(() => sides?.stop(), 30_000);

  test('an official sees who follows the case', { timeout: 60_000 }, async () => {
    const { mission } = sides;
    await mission.say('who follows HERON');
    const followers = mission.card('Who follows case HERON');
    await followers.waitFor();
    expect(await followers.textContent()).toMatch(/Bogotá \(its channel\).*Amara Okafor/);
    await mission.shoot('hearing-followers');
  });

  test('an official signs up, and asks whose turn it is', {
    timeout: 120_000,
  }, async () => {
    const { mission } = sides;
    await mission.openChat(missionChannel);
    sides.moveTo('2027-03-08T14:30:00Z');
    const reminder = mission.card('Nobody attends yet: HERON, trial, in 7 days');
    await reminder.waitFor();
    await reminder.getByRole('button', { name: 'I will attend' }).click();
    const signed = mission.card('Amara Okafor (Bogotá), lead observer');
    await signed.waitFor();
    await sides.allSent();
    await signed.getByRole('button', { name: 'Roster' }).click();
    await mission
      .card('Amara Okafor (Bogotá), lead observer')
      .filter({ has: mission.page.getByRole('button', { name: 'Swap, lead' }) })
      .waitFor();
    await mission.page.getByRole('button', { name: 'Whose turn is it?' }).first().click();
    const turns = mission.card('No other mission follows this case.');
    await turns.waitFor();
    await turns.getByRole('button', { name: 'Swap, lead' }).click();
    await mission.shoot('hearing-turns');
  });

  test('the lead is asked for the outcome, which creates the next hearing in one step', {
    timeout: 120_000,
  }, async () => {
    const { mission, store } = sides;
    await mission.openChat('Personal Chat');
    sides.moveTo('2027-03-15T17:31:00Z');
    const asked = mission.card('You were down to observe this hearing.');
    await asked.waitFor();
    await mission.shoot('hearing-asked-outcome');
    await asked.getByRole('button', { name: 'Record the outcome' }).click();
    const form = mission.card('Who attended?');
    await form.waitFor();
    await form.getByText('An official attended.').click();
    await form.getByText('The proceedings continue.').click();
    await form.getByLabel('What was observed (sensitive, encrypted)').fill('The defence was heard.');
    await form.getByRole('combobox').first().click();
    await mission.page.getByRole('option', { name: 'Yes, on this date' }).click();
    await mission.setDay(form.getByLabel('Day'), '2027-04-12');
    await form.getByLabel('Time').fill('10:00');
    await mission.shoot('hearing-outcome');
    await form.getByRole('button', { name: 'Record the outcome' }).click();
    await mission.card('Next hearing: HRG-2027-0002').waitFor();
    expect(await store.hearings.find('HRG-2027-0002')).toMatchObject({
      schedule: { state: 'scheduled', time: { date: '2027-04-12', time: '10:00' } },
    });
    await mission.say('hearings');
    await mission.card('Your hearings in the next 30 days').waitFor();
    await mission.shoot('hearing-next-listed');
    await mission.openChat(missionChannel);
    await mission.sees('The next hearing is HRG-2027-0002');
    await mission.shoot('hearing-outcome-told');
  });

  test('the channel reads on Monday what its week brings', {
    timeout: 90_000,
  }, async () => {
    const { mission } = sides;
    sides.moveTo('2027-04-12T13:01:00Z');
    await mission.card('This week: one hearing').waitFor();
    await mission.shoot('hearing-digest');
  });
});
