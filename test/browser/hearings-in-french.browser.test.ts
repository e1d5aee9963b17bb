import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from './chromium.ts';
import { type HearingStory, missionChannel, openHearingStory } from './hearing-story.ts';

describe.skipIf(!chromiumPath)('a hearing in French, from its sentence to its adjournment', () => {
  let sides: HearingStory;
  let reference = '';
  /** What a calendar program gets. */
  let readFeed: () => Promise<string>;

  beforeAll(async () => {
    sides = await openHearingStory({ language: 'fr' });
  }, 180_000);
  afterAll(() => sides?.stop(), 30_000);

  test('what is not there yet is said in French; then an official and the mission’s channel follow the case', {
    timeout: 90_000,
  }, async () => {
    const { mission } = sides;
    await mission.say('audiences');
    await mission.card('Aucune à laquelle vous assistez').waitFor();
    await mission.say('qui suit HERON');
    await mission.card('Personne encore.').waitFor();
    await mission.shoot('audience-vide');
    await sides.follow();
    await mission.say('rappels en français', { mention: true });
    await mission.sees('Les rappels viendront désormais en français.');
    readFeed = await sides.openFeed();
  });

  test('it is added by a sentence, and read back by the court’s clock and the reader’s', {
    timeout: 90_000,
  }, async () => {
    const { mission } = sides;
    const added = await sides.add();
    reference = added.reference;
    expect(added.readBack).toContain('lundi 15 mars 2027, 9 h 30, à l’heure du tribunal (America/Bogota)');
    expect(added.readBack).toContain('à votre heure');
    expect(await readFeed()).toContain('DTSTART;TZID=America/Bogota:20270315T093000');
    await mission.openChat(missionChannel);
    await mission.card('Une nouvelle audience est au calendrier.').waitFor();
    await mission.shoot('audience-inscrite');
  });

  test('a week before, the channel is reminded, and an official signs up there', {
    timeout: 90_000,
  }, async () => {
    const { mission } = sides;
    sides.moveTo('2027-03-08T14:30:00Z');
    const reminder = mission.card('Personne n’y assiste encore : HERON, procès, dans 7 jours');
    await reminder.waitFor();
    await mission.shoot('audience-rappel');
    await reminder.getByRole('button', { name: 'J’y assisterai' }).click();
    const signed = mission.card('Amara Okafor (Bogota), observation principale');
    await signed.waitFor();
    await mission.shoot('audience-presence');
  });

  test('it is adjourned by the form of its card, which keeps the hour while the date is to be mended', {
    timeout: 120_000,
  }, async () => {
    const { mission } = sides;
    await mission.card('Amara Okafor (Bogota)').getByRole('button', { name: 'Ajournée' }).click();
    await mission.openChat('Personal Chat');
    const form = mission.card('Donnez la nouvelle date');
    const date = form.getByLabel('Date de l’audience');
    // The client does not understand a date as it is written in French, and sends none.
    await date.fill('22/03/2027');
    await form.getByLabel('Heure, à l’horloge du tribunal').fill('14:00');
    await form.getByRole('button', { name: 'Vérifier' }).click();
    await mission.card('Donnez aussi la date.').waitFor();
    await mission.shoot('audience-sans-date');
    await mission.setDay(date, '2027-03-22');
    await mission.shoot('audience-ajournement');
    await form.getByRole('button', { name: 'Vérifier' }).click();
    const read = mission.card('lundi 22 mars 2027, 14 h, à l’heure du tribunal');
    await read.waitFor();
    expect(await read.textContent()).toContain('Jusqu’ici\u00a0: lundi 15 mars 2027, 9 h 30');
    await mission.shoot('audience-ajournement-relecture');
    await read.getByRole('button', { name: 'L’ajourner' }).click();
    await mission.card('Ajournée.').waitFor();
    await mission.shoot('audience-ajournee');
  });

  test('the thread, the feed with a higher sequence, and the next reminder follow', {
    timeout: 120_000,
  }, async () => {
    const { mission } = sides;
    const calendar = await readFeed();
    expect(calendar).toContain('DTSTART;TZID=America/Bogota:20270322T140000');
    expect(calendar).toContain('SEQUENCE:2');
    expect(calendar).not.toMatch(/Amara|20270315T093000/);
    await mission.openChat(missionChannel);
    await mission.sees(`${reference}, HERON : audience ajournée au lundi 22 mars 2027, 14 h`);
    await mission.shoot('audience-fil');
    sides.moveTo('2027-03-15T19:00:00Z');
    const reminder = mission.card('HERON, procès : dans 7 jours');
    await reminder.waitFor();
    expect(await reminder.textContent()).toContain(
      'Ajournée; elle était fixée au lundi 15 mars 2027, 9 h 30',
    );
    await mission.shoot('audience-nouveau-rappel');
  });
});
