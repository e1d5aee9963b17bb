import { once } from 'node:events';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import restify from 'restify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { loadEditions } from '../../src/guidelines/load.ts';
import { createGuidelinePages } from '../../src/web/guideline-pages.ts';
import { mountGuidelinePages } from '../../src/web/guideline-routes.ts';
import { chromiumPath, launchChromium } from '../browser/chromium.ts';

describe.skipIf(!chromiumPath)('the pages of the guidelines, in a browser', { timeout: 60_000 }, () => {
  const server = restify.createServer({ strictFormatters: false });
  let browser: Browser;

  beforeAll(async () => {
    mountGuidelinePages(server, createGuidelinePages(loadEditions(guidelinesFolder)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    server.server.close();
    server.server.closeAllConnections();
  });

  /** Opens a page as a reader has set up their browser; whatever the browser complains of is kept. */
  async function open(path: string, reader: BrowserContextOptions = {}) {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...reader });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    await page.goto(`http://127.0.0.1:${server.address().port}${path}`);
    return { page, complaints, close: () => context.close() };
  }

  const addresses = ['/guidelines', '/guidelines/1.1#p4', '/guidelines/3.8#p2', '/guidelines/9.9'];
  const readers = (['en', 'fr'] as const).flatMap(language => [
    { language, colorScheme: 'light' as const, width: 1280 },
    { language, colorScheme: 'dark' as const, width: 320 },
  ]);

  test.each(readers)(
    'have no fault that axe finds: $language, $colorScheme, $width px wide',
    async ({ language, colorScheme, width }) => {
      const faultsAt = async (address: string) => {
        // axe runs in the page, which allows no scripts of its own.
        const { page, close } = await open(address.replace(/(?=#|$)/, `?lang=${language}`), {
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
        return [...violations, ...incomplete].map(
          ({ id, nodes }) => `${address} ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
        );
      };
      expect((await Promise.all(addresses.map(faultsAt))).flat()).toEqual([]);
    },
  );

  test('load without a complaint of the browser', async () => {
    for (const address of ['/guidelines', '/guidelines/3.8#p2']) {
      const { complaints, page, close } = await open(address);
      expect(complaints).toEqual([]);
      expect(await styleOf(page, 'body', 'margin-top')).toBe('0px');
      await close();
    }
  });

  test('show the passage that a citation leads to, by a bar and a ground', async () => {
    const { page, close } = await open('/guidelines/3.8#p2', { viewport: { width: 1280, height: 400 } });
    const target = page.locator(':target');
    expect(await target.textContent()).toContain('should consult Headquarters before action is taken');
    expect(await isInView(page, ':target')).toBe(true);
    expect(await styleOf(page, '#p2', 'border-left-width')).toBe('5px');
    expect(await styleOf(page, '#p1', 'border-left-width')).toBe('0px');
    expect(await styleOf(page, '#p2', 'background-color')).not.toBe(
      await styleOf(page, '#p1', 'background-color'),
    );
    await close();
  });

  test('draw a line around that passage where the reader forces colours', async () => {
    const { page, close } = await open('/guidelines/3.8#p2', { forcedColors: 'active' });
    expect(await styleOf(page, '#p2', 'outline-style')).toBe('solid');
    expect(await styleOf(page, '#p1', 'outline-style')).toBe('none');
    await close();
  });

  test('keep the passage when the reader changes the language of the frame', async () => {
    const { page, close } = await open('/guidelines/3.8#p2', { locale: 'en-CA' });
    await page.getByRole('button', { name: 'Français' }).click();
    await page.waitForURL(/lang=fr/);
    expect(new URL(page.url()).hash).toBe('#p2');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    await page.getByRole('link', { name: /^Suivant/ }).click();
    await page.waitForURL(/3\.9/);
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    await close();
  });

  test('can be read by keyboard, from the skip link on', async () => {
    const { page, close } = await open('/guidelines', { locale: 'en-CA' });
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the text' });
    expect(await skip.evaluate(link => link === link.ownerDocument.activeElement)).toBe(true);
    expect(await isInView(page, '.skip')).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Link to passage 0#1');
    expect(await styleOf(page, ':focus', 'outline-style')).toBe('solid');
    await close();
  });

  test.each([
    { what: '320 px wide', viewport: { width: 320, height: 600 }, zoom: 1 },
    { what: 'with text twice as large', viewport: { width: 1280, height: 800 }, zoom: 2 },
  ])('never scroll sideways: $what', async ({ viewport, zoom }) => {
    for (const address of addresses) {
      const { page, close } = await open(address, { viewport, bypassCSP: true });
      await page.addStyleTag({ content: `html { font-size: ${106.25 * zoom}% !important }` });
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        ),
      ).toBe(true);
      await close();
    }
  });

  test('print the text and its source, on white, without what is only good on a screen', async () => {
    const { page, close } = await open('/guidelines/3.8', { colorScheme: 'dark', locale: 'en-CA' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await styleOf(page, 'html', 'background-color')).toBe('rgb(255, 255, 255)');
    expect(await page.getByText('Source: Government of Canada').isVisible()).toBe(true);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Français' }).isVisible()).toBe(false);
    await close();
  });
});

function styleOf(page: Page, selector: string, property: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

function isInView(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate(element => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}
