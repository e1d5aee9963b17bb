import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BothSides, openBothSides } from './both-sides.ts';
import { chromiumPath } from './chromium.ts';

describe.skipIf(!chromiumPath)('a request for sign-off, seen from both sides', () => {
  let sides: BothSides;
  let reference = '';
  const stale = 'Waiting for Headquarters';

  beforeAll(async () => {
    sides = await openBothSides();
  }, 180_000);
  afterAll(() => sides?.stop(), 30_000);

  test('the mission asks from an answer, and fills the form in', { timeout: 90_000 }, async () => {
    const { mission } = sides;
    await mission.say('Can I visit her in jail?');
    const answer = mission.card('Seeking to visit human rights defenders detained');
    await answer.getByRole('button', { name: 'Request sign-off' }).click();
    const form = mission.card('Use the code name only');
    await form.waitFor();
    await form.getByLabel('Code name of the case').fill('HERON');
    await form.getByRole('combobox', { name: 'How urgent is it?' }).click();
    await mission.page.getByRole('option', { name: /^Urgent/ }).click();
    await form.getByLabel('What does the mission want to do?').fill('Visit the prison on Monday.');
    await form
      .getByRole('radiogroup', { name: /permission/ })
      .getByRole('radio', { name: 'Requested', exact: true })
      .check();
    await form.getByLabel('How was the well-being of the person weighed?').fill('They asked for it.');
    await form.getByLabel('How was the impact on the mission weighed?').fill('It is small.');
    await form
      .getByRole('radiogroup', { name: /consulted/ })
      .getByRole('radio', { name: 'Yes', exact: true })
      .check();
    for (const name of [/a minor/, /a woman/, /discrimination/, /harmed/, /persona non grata/]) {
      await form.getByRole('radiogroup', { name }).getByRole('radio', { name: 'No', exact: true }).check();
    }
    await mission.shoot('sign-off-form');
    await form.getByRole('button', { name: 'Preview' }).click();
    const preview = mission.card('Check before you send');
    await preview.waitFor();
    expect(await preview.textContent()).toContain('Visit the prison on Monday.');
    await mission.shoot('sign-off-preview');
    await preview.getByRole('button', { name: 'Send to Headquarters' }).click();
    const sent = mission.card(/Sent: ESC-/);
    await sent.waitFor();
    reference = /ESC-\d{4}-\d{4}/.exec((await sent.textContent()) ?? '')?.[0] ?? '';
    await mission.card('Waiting for Headquarters').waitFor();
  });

  test('Headquarters finds the thread and asks for changes', { timeout: 90_000 }, async () => {
    const { headquarters, mission } = sides;
    await headquarters.openChat('Headquarters - Human rights desk');
    const card = headquarters.card(`${reference}: HERON`);
    await card.waitFor();
    expect(await card.textContent()).not.toContain('prison on Monday');
    await headquarters.shoot('sign-off-thread');
    await card.getByRole('button', { name: 'Open' }).click();
    const own = headquarters.card(`${reference}: HERON`);
    await own.getByRole('button', { name: 'Decide' }).click();
    await own.getByRole('radio', { name: 'Ask for changes' }).check();
    await own.getByLabel(/^Conditions, changes asked for/).fill('Say who goes.');
    await headquarters.shoot('sign-off-decide');
    await own.getByRole('button', { name: 'Send' }).first().click();
    await headquarters.sees(`asks for changes of ${reference}`);
    await mission.sees(`asks for changes of ${reference}`);
    await mission.card('Changes asked for').waitFor();
  });

  test('the mission revises, and Headquarters approves with conditions', { timeout: 90_000 }, async () => {
    const { headquarters, mission } = sides;
    await mission.card('Changes asked for').getByRole('button', { name: 'Revise' }).click();
    const form = mission.card('With the new revision every earlier decision lapses');
    await form.waitFor();
    expect(await form.getByLabel('What does the mission want to do?').inputValue()).toBe(
      'Visit the prison on Monday.',
    );
    await form.getByLabel('What does the mission want to do?').fill('The head of mission visits on Monday.');
    await form.getByRole('button', { name: 'Preview' }).click();
    await mission.card('Check before you send').getByRole('button', { name: 'Send to Headquarters' }).click();
    await headquarters.sees(`has revised ${reference}`);

    // Claire leaves a card open in her own chat, which is soon out of date.
    await headquarters.openChat('Personal Chat');
    await headquarters.say(`status ${reference}`);
    await headquarters.card(stale).waitFor();
    await headquarters.openChat('Headquarters - Human rights desk');

    await headquarters.card(`${reference}: HERON`).getByRole('button', { name: 'Open' }).click();
    const own = headquarters.card(`${reference}: HERON`);
    await own.getByRole('button', { name: 'Decide' }).click();
    await own.getByRole('radio', { name: 'Approve with conditions' }).check();
    await own.getByLabel(/^Conditions, changes asked for/).fill('Take an interpreter.');
    await own.getByRole('button', { name: 'Send' }).first().click();
    await headquarters.sees(`approves ${reference} with conditions`);
    await headquarters.card('Approved with conditions').waitFor();
    await mission.card('Approved with conditions').waitFor();
    await headquarters.shoot('sign-off-approved');
    await mission.shoot('sign-off-mission');
    expect(await headquarters.page.locator('body').textContent()).not.toContain('interpreter.');
  });

  test('the press of somebody who is not of the desk is refused politely', { timeout: 90_000 }, async () => {
    const { headquarters, store } = sides;
    const open = headquarters.card(`${reference}: HERON`).getByRole('button', { name: 'Open' });
    const answer = await headquarters.pressAs('user-hq-consular', open);
    expect(answer).toContain('it is not yours to open');
    await headquarters.shoot('sign-off-refused');
    const account = await store.auditReader.accountOf({ kind: 'escalation', id: reference });
    expect(account.map(({ actor }) => actor)).not.toContain('00000000-0000-0000-0000-000000000024');
  });

  test('details are opened in one’s own chat, on record', { timeout: 90_000 }, async () => {
    const { headquarters, store } = sides;
    await headquarters.card('Approved with conditions').getByRole('button', { name: 'Open' }).click();
    await headquarters.card('Approved with conditions').getByRole('button', { name: 'Show details' }).click();
    await headquarters.openChat('Personal Chat');
    await headquarters.card('The head of mission visits on Monday.').waitFor();
    const account = await store.auditReader.accountOf({ kind: 'escalation', id: reference });
    expect(account.map(({ event }) => event)).toContain('DetailsShown');
  });

  test('so is a second press, on an older card, and nothing changes', {
    timeout: 90_000,
  }, async () => {
    const { headquarters, store } = sides;
    await headquarters.card(stale).getByRole('button', { name: 'Decide' }).click();
    await headquarters.card(stale).getByRole('radio', { name: 'Decline' }).check();
    await headquarters
      .card(stale)
      .getByLabel(/^Conditions, changes asked for/)
      .fill('No.');
    const send = headquarters.card(stale).getByRole('button', { name: 'Send' }).first();
    expect(await headquarters.press(send)).toContain('It is closed: Approved, by Claire Gagnon.');
    expect((await store.escalations.find(reference))?.state.status).toBe('approved');
  });

  test('the mission asks about a message from its menu, with the message filled in', {
    timeout: 90_000,
  }, async () => {
    const { mission } = sides;
    const text = 'We are asked to come and see IBIS in prison.';
    await mission.say(text);
    const dialog = await mission.act(text);
    await dialog.getByRole('radio', { name: 'Visit to a detained defender' }).check();
    await dialog.getByRole('button', { name: 'Next' }).click();
    const asked = dialog.getByLabel('What does the mission want to do?');
    await asked.waitFor();
    expect(await asked.inputValue()).toBe(text);
    await dialog.getByRole('button', { name: 'Discard' }).click();
    await dialog.getByText('Discarded. Nothing was sent.').last().waitFor();
  });
});
