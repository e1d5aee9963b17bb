import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, launchChromium } from '../browser/chromium.ts';
import { type Calendar, pathOf, startCalendar } from './calendar.ts';

describe.skipIf(!chromiumPath)('the page of a month, in a browser', { timeout: 60_000 }, () => {
  let calendar: Calendar;
  let browser: Browser;

  beforeAll(async () => {
    calendar = await startCalendar();
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    calendar?.close();
  });

  async function open(more: string, reader: BrowserContextOptions = {}) {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...reader });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    const of = { kind: 'mission', id: 'bogota' } as const;
    const link = await calendar.links.make({ of, zone: 'America/Toronto' });
    const path = more.startsWith('/') ? more : `${pathOf(link)}${more}`;
    await page.goto(`${calendar.address}${path}`);
    return { page, complaints, close: () => context.close() };
  }

  const readers = (['en', 'fr'] as const).flatMap(language => [
    { language, colorScheme: 'light' as const, width: 1280 },
    { language, colorScheme: 'dark' as const, width: 320 },
  ]);

  test.each(readers)(
    'has no fault that axe finds: $language, $colorScheme, $width px wide',
    async ({ language, colorScheme, width }) => {
      const faults: string[] = [];
      for (const more of ['', '&month=2026-05', '#HRG-2026-0003', '/hearings/month?link=x']) {
        // axe runs in the page, which allows no scripts of its own.
        const { page, close } = await open(more.replace(/(?=#|$)/, `&lang=${language}`), {
          colorScheme,
          bypassCSP: true,
          viewport: { width, height: 800 },
        });
        await page.evaluate(axe.source);
        const { passes, violations, incomplete } = (await page.evaluate(`axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        })`)) as axe.AxeResults;
        await close();
        expect(passes.map(({ id }) => id)).toContain('color-contrast');
        faults.push(
          ...[...violations, ...incomplete].map(
            ({ id, nodes }) => `${more} ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
          ),
        );
      }
      expect(faults).toEqual([]);
    },
  );

  test('loads without a complaint of the browser', async () => {
    const { page, complaints, close } = await open('&lang=en');
    expect(complaints).toEqual([]);
    expect(await page.getByRole('columnheader').count()).toBe(7);
    await close();
  });

  test('is a table whose days a screen reader hears in full', async () => {
    const { page, close } = await open('&lang=en');
    const cell = page.getByRole('cell', { name: 'Saturday, March 14, 2026' });
    await expect.poll(() => cell.count()).toBe(1);
    expect(await cell.getByRole('link').allTextContents()).toEqual(['9:30 a.m. HERON: trial']);
    expect(await page.locator('[aria-current=date] time').getAttribute('datetime')).toBe('2026-03-10');
    await close();
  });

  test('leads from the skip link to the hearings, and from a day to its hearing, by keyboard', async () => {
    const { page, close } = await open('&lang=en');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to the hearings');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
    await page.getByRole('link', { name: '9:30 a.m. HERON: trial' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator(':target').getByRole('heading').textContent()).toBe('HERON: trial');
    expect(await styleOf(page, ':target', 'border-left-width')).toBe('5px');
    await close();
  });

  test('turns its pages and keeps month and link when the reader changes the language', async () => {
    const { page, close } = await open('&lang=en');
    await page.getByRole('link', { name: 'April 2026' }).click();
    await page.getByRole('heading', { name: 'Hearings: April 2026' }).waitFor();
    await page.getByRole('button', { name: 'Français' }).click();
    await page.getByRole('heading', { name: 'Audiences : avril 2026' }).waitFor();
    expect(await page.getByRole('heading', { name: 'HERON : procès' }).count()).toBe(2);
    await close();
  });

  test.each([
    { what: '320 px wide', viewport: { width: 320, height: 600 }, zoom: 1 },
    { what: 'with text twice as large', viewport: { width: 1280, height: 800 }, zoom: 2 },
  ])('never scrolls sideways: $what', async ({ viewport, zoom }) => {
    const { page, close } = await open('&lang=fr', { viewport, bypassCSP: true });
    await page.addStyleTag({ content: `html { font-size: ${106.25 * zoom}% !important }` });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
    await close();
  });
});

function styleOf(page: Page, selector: string, property: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}
