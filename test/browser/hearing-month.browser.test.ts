import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/language.ts';
import { translatorFor } from '../../src/i18n/translator.ts';
import { chromiumPath } from './chromium.ts';
import { type HearingStory, openHearingStory } from './hearing-story.ts';

const typed = {
  en: {
    hearings: 'hearings',
    march: 'March 2027',
    april: 'April 2027',
    day: 'Monday, March 15, 2027',
    other: 'Français',
  },
  fr: {
    hearings: 'audiences',
    march: 'mars 2027',
    april: 'avril 2027',
    day: 'lundi 15 mars 2027',
    other: 'English',
  },
} as const;
const shots = process.env.VIGIL_SCREENSHOTS;

describe.skipIf(!chromiumPath).each(languages)('the page of a month, opened from the chat: %s', language => {
  const t = translatorFor(language);
  const says = typed[language];
  let sides: HearingStory;
  let page: Page;

  beforeAll(async () => {
    sides = await openHearingStory({ language });
    await sides.follow();
    const { reference } = await sides.add();
    await sides.mission
      .card(reference)
      .getByRole('button', { name: t('reminder.attend') })
      .click();
    await sides.mission.card('Amara Okafor').waitFor();
  }, 240_000);
  afterAll(() => sides?.stop(), 30_000);

  const shoot = async (name: string) => {
    if (shots) await page.screenshot({ path: `${shots}/month-${name}-${language}.png` });
  };

  test('speaks the language of the chat, and names nobody', { timeout: 60_000 }, async () => {
    const { mission } = sides;
    await mission.say(says.hearings);
    const link = mission.card(t('hearing.list.mine')).getByRole('link', { name: t('hearing.list.month') });
    [page] = await Promise.all([mission.page.waitForEvent('popup'), link.click()]);
    await page.getByRole('heading', { level: 1, name: t('month.title', { month: says.march }) }).waitFor();
    await shoot('page');
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    const text = (await page.locator('body').textContent()) ?? '';
    expect(text).toContain(t('month.attendance', { count: 1 }));
    expect(text).not.toMatch(/Amara|Okafor/);
    expect(page.url()).not.toMatch(/HERON|Amara|user-/);
  });

  test('is read by keyboard and by ear', { timeout: 60_000 }, async () => {
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe(t('month.skip'));
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.getByRole('navigation', { name: t('month.others') }).count()).toBe(1);
    expect(await page.getByRole('table', { name: t('month.caption') }).count()).toBe(1);
    expect(await page.getByRole('columnheader').count()).toBe(7);
    const cell = page.getByRole('cell', { name: says.day });
    await cell.getByRole('link').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator(':target').getByRole('heading').textContent()).toContain('HERON');
    await shoot('target');
  });

  test('turns to an empty month, and to the other language', { timeout: 60_000 }, async () => {
    await page.getByRole('link', { name: says.april }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(t('month.none')).waitFor();
    await shoot('empty');
    await page.getByRole('button', { name: says.other }).click();
    const other = translatorFor(language === 'en' ? 'fr' : 'en');
    await page.getByText(other('month.none')).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(language === 'en' ? 'fr' : 'en');
  });

  test('a forged link and one of yesterday open nothing, and say what to do', {
    timeout: 60_000,
  }, async () => {
    const address = new URL(page.url());
    address.searchParams.set('lang', language);
    const good = address.searchParams.get('link') ?? '';
    const forged = new URL(address);
    forged.searchParams.set(
      'link',
      good.replace(/.(?=.{9}$)/, one => (one === 'A' ? 'B' : 'A')),
    );
    expect((await page.goto(forged.href))?.status()).toBe(404);
    await page.getByText(t('month.closed.unknown')).waitFor();
    await shoot('forged');
    sides.moveTo('2027-03-02T13:00:00Z');
    expect((await page.goto(address.href))?.status()).toBe(410);
    await page.getByText(t('month.closed.expired')).waitFor();
    await shoot('expired');
    expect(await page.locator('body').textContent()).not.toContain('HERON');
    expect(await page.getByRole('main').count()).toBe(1);
  });
});
