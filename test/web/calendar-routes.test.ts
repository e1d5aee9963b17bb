import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MonthScope } from '../../src/web/month-links.ts';
import { type Calendar, channel, hearings, pathOf, startCalendar, token } from './calendar.ts';

let calendar: Calendar;
beforeAll(async () => {
  calendar = await startCalendar();
});
afterAll(() => calendar.close());
beforeEach(() => {
  calendar.clock = new Date('2026-03-10T12:00:00Z');
  calendar.kept = hearings;
  calendar.follower = channel;
  calendar.officials = [];
  calendar.asked.length = 0;
});

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${calendar.address}${path}`, { headers, method });
const scope: MonthScope = { of: { kind: channel.kind, id: channel.id }, zone: 'America/Toronto' };
const linked = async (more = '', of: MonthScope = scope) => `${pathOf(await calendar.links.make(of))}${more}`;

describe('the feed', () => {
  const address = `/hearings/feed/${token}.ics`;

  test('is a calendar in the language of whoever follows', async () => {
    const response = await ask(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=PUBLISH');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    const read = new ICAL.Component(ICAL.parse(await response.text()));
    const told = read
      .getAllSubcomponents('vevent')
      .map(event => ['summary', 'status'].map(name => String(event.getFirstPropertyValue(name))));
    expect(told).toEqual([
      ['HERON\u00a0: procès', 'CONFIRMED'],
      ['GREY <HERON>\u00a0: procès', 'CONFIRMED'],
      ['HERON\u00a0: procès', 'CANCELLED'],
      ['HERON\u00a0: procès', 'CONFIRMED'],
      ['HERON\u00a0: procès', 'CANCELLED'],
    ]);
    expect(calendar.asked.map(({ followedBy }) => followedBy)).toEqual([
      { kind: 'channel', id: channel.id },
      { kind: 'channel', id: channel.id },
    ]);
  });

  test('names nobody who attends', async () => {
    expect(await (await ask(address)).text()).not.toMatch(/ana|petrova/i);
  });

  test('of a person ends when they leave the directory', async () => {
    calendar.follower = { ...channel, kind: 'person', id: 'ana' };
    calendar.officials = ['ana'];
    expect((await ask(address)).status).toBe(200);
    calendar.officials = [];
    expect((await ask(address)).status).toBe(404);
  });

  test('is not sent again while it says the same, although the time of its writing differs', async () => {
    const etag = (await ask(address)).headers.get('etag') ?? '';
    calendar.clock = new Date('2026-03-10T12:05:00Z');
    const again = await ask(address, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    calendar.kept = hearings.slice(1);
    const changed = await ask(address, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  test('is answered alike for every address that opens nothing', async () => {
    const addresses = [
      `${'b'.repeat(43)}.ics`,
      token,
      `${token}.ics.ics`,
      'x.ics',
      '%2e%2e.ics',
      `${'b'.repeat(90)}.ics`,
    ];
    const answers = await Promise.all(
      addresses.map(async file => {
        const response = await ask(`/hearings/feed/${file}`);
        const { status, headers } = response;
        return [status, await response.text(), headers.get('content-type'), headers.get('cache-control')];
      }),
    );
    expect(new Set(answers.map(answer => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify([404, 'Not found\n', 'text/plain; charset=utf-8', 'private, no-store'])]),
    );
    expect(calendar.asked).toEqual([]);
  });

  test('answers HEAD like GET, without the body', async () => {
    const [get, head] = [await ask(address), await ask(address, {}, 'HEAD')];
    expect(await head.text()).toBe('');
    for (const name of ['etag', 'content-type', 'content-length']) {
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    }
  });
});

describe('the page of a month', () => {
  test('shows this month’s hearings by code name, each at its court’s time and the reader’s', async () => {
    const response = await ask(await linked(), { 'accept-language': 'en' });
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('<h1>Hearings: March 2026</h1>');
    expect(html).toContain('Saturday, March 14, 2026, 9:30 a.m., by the court’s clock (America/Bogota)');
    expect(html).toContain('Saturday, March 14, 2026, 10:30 a.m., by your clock (America/Toronto)');
    expect(html).toContain('One attends.');
    expect(html).toContain('Date to be announced');
    expect(html).not.toContain('HRG-2026-0004');
    expect(calendar.asked[0]?.followedBy).toEqual({ kind: 'channel', id: channel.id });
  });

  test('says that clocks jump over a time, and what was called off', async () => {
    const html = await (await ask(await linked())).text();
    expect(html).toContain('Clocks jump over this time that day');
    expect(html).toMatch(/HERON: trial<\/a> <span class="state">cancelled/);
  });

  test('turns to the months beside it, in French where that is read', async () => {
    const html = await (await ask(await linked('&month=2026-04&lang=fr'))).text();
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('<h1>Audiences\u00a0: avril 2026</h1>');
    expect(html).toContain('id="HRG-2026-0004"');
    expect(html).toMatch(/rel="prev" href="[^"]+&amp;month=2026-03&amp;lang=fr">mars 2026/);
  });

  test('goes two years ahead and back, and shows this month for what is no month', async () => {
    for (const month of ['2028-03', '2024-03']) {
      expect(await (await ask(await linked(`&month=${month}`))).text()).toContain(
        `name="month" value="${month}"`,
      );
    }
    for (const month of ['2028-04', '2024-02', '2026-99', '%3Cscript%3E']) {
      expect(await (await ask(await linked(`&month=${month}`))).text()).toContain(
        'name="month" value="2026-03"',
      );
    }
    expect(await (await ask(await linked('&month=2028-03'))).text()).not.toContain('rel="next"');
  });

  test('names nobody, and takes what people typed for text', async () => {
    const html = await (await ask(await linked())).text();
    expect(html).not.toMatch(/ana-petrova/);
    expect(html).toContain('GREY &lt;HERON&gt;');
    expect(html).not.toContain('<HERON>');
  });

  test('is kept by nobody, and runs no script', async () => {
    const { headers } = await ask(await linked());
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('of a mission asks for that mission alone', async () => {
    await ask(await linked('', { of: { kind: 'mission', id: 'bogota' }, zone: 'America/Bogota' }));
    expect(calendar.asked.map(({ mission, followedBy }) => [mission, followedBy])).toEqual([
      ['bogota', undefined],
      ['bogota', undefined],
    ]);
  });

  test('closes after a day and says how to open it again', async () => {
    const link = await linked('&lang=en');
    calendar.clock = new Date('2026-03-11T11:59:00Z');
    expect((await ask(link)).status).toBe(200);
    calendar.clock = new Date('2026-03-11T12:01:00Z');
    const expired = await ask(link);
    expect(expired.status).toBe(410);
    expect(await expired.text()).toContain('Write “hearings” to Vigil in Teams for a new one.');
    expect(calendar.asked).toHaveLength(2);
  });

  test('opens by a link of Vigil’s own alone', async () => {
    const link = await linked();
    const [head = '', ...rest] = link.split('.');
    const tampered = [
      '/hearings/month',
      '/hearings/month?link=',
      '/hearings/month?link=a.b.c.d.e',
      [head, ...rest.with(-1, rest.at(-1)?.replace(/^./, one => (one === 'A' ? 'B' : 'A')) ?? '')].join('.'),
      // An unsigned token of the form that a signed one has.
      `/hearings/month?link=${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ scope, exp: 9_999_999_999 }))}.`,
    ];
    for (const path of tampered) {
      const response = await ask(path, { 'accept-language': 'en' });
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('This link does not open anything');
    }
    expect(calendar.asked).toEqual([]);
  });

  test('has a link that does not tell whose calendar it opens', async () => {
    const decoded = (await linked())
      .split(/[.=]/)
      .map(part => Buffer.from(part, 'base64url').toString('latin1'))
      .join(' ');
    expect(decoded).not.toContain('thread.tacv2');
    expect(decoded).not.toContain('channel');
  });
});
