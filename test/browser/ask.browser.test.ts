import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { startTeamsClient, type TeamsClient } from '../../src/playground/teams-client.ts';
import { createLog } from '../../src/shared/log.ts';
import { ambiguousQuestion } from '../support/ambiguous-question.ts';
import { chromiumPath, launchChromium } from './chromium.ts';
import { freePort } from './free-port.ts';
import { openTeams, type TeamsPage } from './teams-page.ts';

describe.skipIf(!chromiumPath)('an official at a mission, in the Teams client', () => {
  let app: App;
  let client: TeamsClient;
  let browser: Browser;
  let teams: TeamsPage;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigil-browser-'));
    const port = await freePort();
    app = await buildApp(readConfig({ PORT: String(port), DATA_DIR: folder }), createLog('error'));
    await app.listen();
    client = await startTeamsClient({
      botEndpoint: `http://127.0.0.1:${port}/api/messages`,
      port: await freePort(),
      configFile: fileURLToPath(new URL('../../playground/mission.yml', import.meta.url)),
      workFolder: folder,
    });
    browser = await launchChromium();
    teams = await openTeams(browser, client.address);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await client?.stop();
    await app?.close();
  });

  test('is welcomed once, with examples to press', { timeout: 60_000 }, async () => {
    const welcome = teams.card('Welcome to Vigil');
    await welcome.waitFor();
    await welcome.getByRole('button', { name: 'What if the defender is a Canadian citizen?' }).click();
    await teams.card('must be considered as consular cases').waitFor();

    const again = await openTeams(browser, client.address);
    await again.say('help');
    await again.card('What Vigil can do').waitFor();
    expect(await again.page.getByText('Welcome to Vigil').count()).toBe(0);
    await again.page.close();
  });

  test('reads the answer, its source and the consultation it requires', { timeout: 60_000 }, async () => {
    await teams.say('Can I visit her in jail?');
    const card = teams.card('Seeking to visit human rights defenders detained by local authorities');
    await card.waitFor();
    const text = await card.textContent();
    expect(text).toContain('3.8 Attending trials and hearings and visiting detained human rights defenders');
    expect(text).toContain('Consult Headquarters before action: 3.8');
    expect(text).toContain('Voices at risk: Canada’s guidelines on supporting human rights defenders');
    await teams.page.screenshot({ path: join(tmpdir(), 'vigil-answer.png') });
  });

  test('opens more passages, and says that the answer helped', { timeout: 60_000 }, async () => {
    await teams.say('Who decides whether we publish a statement on a case?');
    const card = teams.card('Drawing publicity to a case');
    await card.waitFor();
    const more = card.getByRole('button', { name: /^More: / });
    const passages = card.getByText(/\S/).filter({ visible: true });
    const shownBefore = await passages.count();
    await more.click();
    await expect.poll(() => passages.count()).toBeGreaterThan(shownBefore);
    await card.getByRole('button', { name: /Yes/ }).click();
    await teams.card('Thank you. Only the passages shown are noted').waitFor();
  });

  test('chooses between two sections, whose titles can be read in full', { timeout: 60_000 }, async () => {
    await teams.say(ambiguousQuestion());
    const card = teams.card('Your question may be about either of these');
    await card.waitFor();
    await teams.shoot('answer-choice');
    const shown = await card.getByRole('heading').first().textContent();
    const show = card.getByRole('button', { name: 'Show' }).last();
    expect(await show.getAttribute('title')).not.toBe(`Show ${shown}`);
    const other = (await show.getAttribute('title'))?.replace(/^Show /, '') ?? '';
    await show.click();
    await expect.poll(() => card.getByRole('heading').first().textContent(), { timeout: 20_000 }).toBe(other);
  });

  test('follows the link to the passage on the page of the guidelines', { timeout: 60_000 }, async () => {
    await teams.say('What if the judge refuses to let us into the courtroom?');
    const card = teams.card('Local authorities do not always allow foreign diplomats');
    await card.waitFor();
    const [guidelines] = await Promise.all([
      teams.page.context().waitForEvent('page'),
      card.getByRole('link', { name: 'Read in the guidelines' }).first().click(),
    ]);
    await guidelines.waitForLoadState();
    expect(new URL(guidelines.url()).pathname).toBe('/guidelines/3.8');
    expect(new URL(guidelines.url()).hash).toBe('#p3');
    await expect
      .poll(() => guidelines.locator(':target').textContent())
      .toContain('Local authorities do not always allow foreign diplomats to attend trials');
    await guidelines.close();
  });

  test('is told when the guidelines do not cover a question', { timeout: 60_000 }, async () => {
    await teams.say('How much does a flight to Geneva cost?');
    const card = teams.card('The guidelines do not cover this.');
    await card.waitFor();
    expect(await card.textContent()).toContain('ask the human rights desk at Headquarters');
  });

  test('inserts a passage through the message extension', { timeout: 60_000 }, async () => {
    const results = await teams.search('roster trial');
    await results
      .getByText(/Attendance by Canadian officia/)
      .first()
      .click();
    const inserted = teams.card('Where several diplomatic missions are following a case');
    await inserted.waitFor();
    expect(await inserted.textContent()).toContain('3.8 Attending trials');
  });

  test('asks in a channel by mentioning Vigil', { timeout: 60_000 }, async () => {
    await teams.openChat('Mission - Human rights');
    await teams.say('Who gives emergency shelter to a defender?', { mention: true });
    await teams.card('such as Lifeline, Front Line Defenders').waitFor();
  });

  test('asks in a group chat by mentioning Vigil', { timeout: 60_000 }, async () => {
    await teams.openChat('Political section');
    await teams.say('Does it matter that the activist is a minor?', { mention: true });
    await teams.card('some human rights defenders are minors').waitFor();
  });

  test('changes to French and is answered in it', { timeout: 60_000 }, async () => {
    await teams.openChat('Personal Chat');
    await teams.say('language français');
    await teams.sees('Je vous répondrai désormais en français.');
    await teams.say('Il veut demander l’asile au Canada');
    const card = teams.card('Temporary Resident Visa');
    await card.waitFor();
    const text = await card.textContent();
    expect(text).toContain('Consulter la section des visas ou IRCC\u00a0: 4.3');
    expect(text).toContain('Vigil n’a les lignes directrices qu’en anglais');
  });
});
