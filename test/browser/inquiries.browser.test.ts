import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BothSides, openBothSides } from './both-sides.ts';
import { chromiumPath } from './chromium.ts';

const question = 'May the mission pay for the phone plan of a defender?';
const answer = 'Yes, for three months, from the emergency line.';
const guidance = 'A mission may pay for the phone of a defender for three months.';
const apart = 'Headquarters’ guidance on a question like this';

describe.skipIf(!chromiumPath)('a question to Headquarters, seen from both sides', () => {
  let sides: BothSides;
  let reference = '';

  beforeAll(async () => {
    sides = await openBothSides();
  }, 180_000);
  afterAll(() => sides?.stop(), 30_000);

  test('the guidelines do not cover it, and it is sent to Headquarters', { timeout: 90_000 }, async () => {
    const { mission } = sides;
    await mission.say('How much does the cafeteria charge for lunch?');
    const notCovered = mission.card('The guidelines do not cover this.');
    await notCovered.getByRole('button', { name: 'Ask Headquarters' }).click();
    const form = mission.card('Code names only');
    await form.waitFor();
    expect(await form.getByLabel('Your question').inputValue()).toContain('cafeteria');
    await form.getByLabel('Your question').fill(question);
    await mission.shoot('ask-hq-form');
    await form.getByRole('button', { name: 'Send to Headquarters' }).click();
    const own = mission.card(/ASK-\d{4}-\d{4}: question to Headquarters/);
    await own.waitFor();
    reference = /ASK-\d{4}-\d{4}/.exec((await own.textContent()) ?? '')?.[0] ?? '';
    await mission.shoot('ask-hq-sent');
  });

  test('Headquarters answers in its channel, and the asker reads it', { timeout: 90_000 }, async () => {
    const { headquarters, mission } = sides;
    await headquarters.openChat('Headquarters - Human rights desk');
    const card = headquarters.card(question);
    await card.waitFor();
    await headquarters.shoot('ask-hq-thread');
    await card.getByRole('button', { name: 'Answer' }).click();
    await card.getByLabel('Your answer, for whoever asked').fill(answer);
    await headquarters.shoot('ask-hq-answer');
    await card.getByRole('button', { name: 'Send' }).first().click();
    await headquarters.sees(`has answered ${reference}`);
    const told = mission.card(answer);
    await told.waitFor();
    expect(await told.textContent()).toContain('Claire Gagnon answered (Human rights desk)');
    await mission.shoot('ask-hq-answered');
  });

  test('it is published, and the next like question shows it marked apart', { timeout: 90_000 }, async () => {
    const { headquarters, mission } = sides;
    await headquarters.card(answer).getByRole('button', { name: 'Publish as guidance' }).click();
    const form = headquarters.card('Edit it for everybody');
    await form.waitFor();
    expect(await form.getByLabel('Guidance').inputValue()).toBe(answer);
    await form.getByLabel('Guidance').fill(guidance);
    await headquarters.shoot('guidance-form');
    await form.getByRole('button', { name: 'Publish' }).click();
    await headquarters.sees('as guidance: HQG-');
    await headquarters.shoot('guidance-published');

    await mission.say('Can we pay for a phone plan for a defender?');
    const shown = mission.card(guidance);
    await shown.waitFor();
    expect(await shown.textContent()).toContain(apart);
    await mission.shoot('guidance-beside');
  });

  test('in French too', { timeout: 90_000 }, async () => {
    const { mission } = sides;
    await mission.say('langue français');
    await mission.sees('Je vous répondrai désormais en français.');
    await mission.say('Can we pay for a phone plan for a defender?');
    const shown = mission.card('ne fait pas partie des lignes directrices');
    await shown.waitFor();
    expect(await shown.textContent()).toContain('En anglais.');
    await shown.getByRole('button', { name: 'Demander à l’Administration centrale' }).click();
    const form = mission.card('Uniquement des noms de code');
    await form.waitFor();
    await mission.shoot('guidance-french');
    await form.getByRole('button', { name: 'Annuler' }).click();
    await mission.card('Rien n’a été envoyé.').waitFor();
    await mission.say('language English');
    await mission.sees('I will answer you in English from now on.');
  });

  test('it is revoked, and no answer shows it any more', { timeout: 90_000 }, async () => {
    const { headquarters, mission } = sides;
    await headquarters.openChat('Personal Chat');
    await headquarters.say('guidance');
    const list = headquarters.card('One answer is in force.');
    await list.waitFor();
    await headquarters.shoot('guidance-list');
    await list.getByRole('button', { name: 'Open' }).click();
    const own = headquarters.card('It is not part of the guidelines.');
    await own.getByRole('button', { name: 'Revoke' }).click();
    await own.getByText('Answers will not show this guidance any more.').waitFor();
    await own.getByRole('button', { name: 'Revoke' }).last().click();
    await headquarters.card('Revoked by Claire Gagnon').waitFor();
    await headquarters.shoot('guidance-revoked');

    const before = await mission.page.getByText(apart).count();
    await mission.say('Can we pay for a phone plan for a defender?');
    await mission.say('thank you');
    await mission.sees('You are welcome.');
    expect(await mission.page.getByText(apart).count()).toBe(before);
  });
});
