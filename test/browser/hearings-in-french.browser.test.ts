import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BothSides, openBothSides } from './both-sides.ts';
import { chromiumPath } from './chromium.ts';

const missionChannel = 'Mission - Human rights';

describe.skipIf(!chromiumPath)('a hearing in French, from its sentence to the reminder', () => {
  let sides: BothSides;
  let at = new Date('2027-03-01T12:00:00Z');

  beforeAll(async () => {
    sides = await openBothSides({ now: () => at });
  }, 180_000);
  afterAll(() => sides?.stop(), 30_000);

  test('an official and the mission’s channel read French, and what is not there yet is said in it', {
    timeout: 90_000,
  }, async () => {
    const { mission } = sides;
    await mission.say('langue français');
    await mission.sees('français');
    await mission.say('audiences');
    await mission.card('Aucune à laquelle vous assistez').waitFor();
    await mission.say('qui suit HERON');
    await mission.card('Personne encore.').waitFor();
    await mission.shoot('audience-vide');
    await mission.openChat(missionChannel);
    await mission.say('rappels en français', { mention: true });
    await mission.sees('en français');
    await mission.say('suivre l’affaire HERON', { mention: true });
    await mission.sees('Désormais suivi ici : l’affaire HERON');
  });

  test('it is added by a sentence, and read back by the court’s clock and the reader’s', {
    timeout: 90_000,
  }, async () => {
    const { mission } = sides;
    await mission.openChat('Personal Chat');
    await mission.say('ajouter une audience HERON procès à Bogota, Juzgado 3, 14 mars à 9 h 30');
    const read = mission.card('Vérifiez avant l’inscription');
    await read.waitFor();
    const text = (await read.textContent()) ?? '';
    expect(text).toContain('dimanche 14 mars 2027, 9 h 30, à l’heure du tribunal (America/Bogota)');
    expect(text).toContain('à votre heure');
    await mission.shoot('audience-relecture');
    await read.getByRole('button', { name: 'L’inscrire' }).click();
    await mission.card('Inscrite au calendrier.').waitFor();
    await mission.openChat(missionChannel);
    await mission.card('Une nouvelle audience est au calendrier.').waitFor();
    await mission.shoot('audience-inscrite');
  });

  test('a week before, the channel is reminded, and an official signs up there', {
    timeout: 90_000,
  }, async () => {
    const { mission } = sides;
    at = new Date('2027-03-07T14:30:00Z');
    const reminder = mission.card('Personne n’y assiste encore : HERON, procès, dans 7 jours');
    await reminder.waitFor();
    await mission.shoot('audience-rappel');
    await reminder.getByRole('button', { name: 'J’y assisterai' }).click();
    const signed = mission.card('Amara Okafor (Bogota), observation principale');
    await signed.waitFor();
    await mission.shoot('audience-presence');
  });
});
