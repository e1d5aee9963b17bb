import { once } from 'node:events';
import { request } from 'node:http';
import restify from 'restify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { loadEditions } from '../../src/guidelines/load.ts';
import { createGuidelinePages } from '../../src/web/guideline-pages.ts';
import { mountGuidelinePages } from '../../src/web/guideline-routes.ts';

const pages = createGuidelinePages(loadEditions(guidelinesFolder));
const server = restify.createServer({ strictFormatters: false });
mountGuidelinePages(server, pages);

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.server.close());

/** `fetch` cannot leave Accept-Language out; a plain request sends what it is told. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const sent = request({ port: server.address().port, host: '127.0.0.1', path, headers, method }).end();
  const [response] = await once(sent, 'response');
  let body = '';
  for await (const chunk of response.setEncoding('utf8')) body += chunk;
  return { status: response.statusCode, headers: response.headers, body };
}

describe('the language of the frame', () => {
  test.each([
    ['/guidelines', {}, 'en'],
    ['/guidelines', { 'accept-language': 'fr-CA' }, 'fr'],
    ['/guidelines', { 'accept-language': 'en;q=0.4, fr;q=0.9' }, 'fr'],
    ['/guidelines', { 'accept-language': 'de, *;q=0.5' }, 'en'],
    ['/guidelines', { 'accept-language': 'de' }, 'en'],
    ['/guidelines', { 'accept-language': ';;,q=fr' }, 'en'],
    ['/guidelines?lang=fr', { 'accept-language': 'en' }, 'fr'],
    ['/guidelines?lang=xx', { 'accept-language': 'fr' }, 'fr'],
    ['/guidelines?lang=__proto__&lang=fr', {}, 'en'],
    ['/guidelines/3.8?lang=fr', {}, 'fr'],
    ['/guidelines/9.9?lang=fr', {}, 'fr'],
  ])('of %s with %o is %s', async (path, headers, language) => {
    const answer = await ask(path, headers);
    expect(answer.headers['content-language']).toBe(language);
    expect(answer.body).toContain(`<html lang="${language}">`);
    expect(answer.headers.vary).toBe('Accept-Language');
  });
});

describe('the addresses', () => {
  test('show the whole text, one section, and the style sheet', async () => {
    expect((await ask('/guidelines')).body).toBe(pages.whole('en').html);
    expect((await ask('/guidelines/3.8')).body).toBe(pages.section('3.8', 'en').html);
    expect((await ask('/guidelines/0')).body).toBe(pages.section('0', 'en').html);
    expect((await ask('/guidelines.css')).body).toBe(pages.stylesheet.css);
  });

  test('say 404 for a section that does not exist', async () => {
    const { status, body, headers } = await ask('/guidelines/%3Cb%3E9');
    expect(status).toBe(404);
    expect(body).toContain('The guidelines have no section “&lt;b&gt;9”.');
    expect(headers['cache-control']).toBe('no-cache');
  });

  test('do without the slash at the end', async () => {
    const { status, headers } = await ask('/guidelines/?lang=fr');
    expect([status, headers.location]).toEqual([308, '../guidelines?lang=fr']);
  });

  test.each(['/guidelines', '/guidelines/3.8', '/guidelines/9.9', '/guidelines.css'])(
    'answer HEAD %s like GET, without the body',
    async path => {
      const [get, head] = [await ask(path), await ask(path, {}, 'HEAD')];
      expect(head.status).toBe(get.status);
      expect(head.body).toBe('');
      for (const name of ['etag', 'content-type', 'content-length', 'cache-control', 'content-language']) {
        expect(head.headers[name]).toBe(get.headers[name]);
      }
    },
  );
});

describe('what a browser keeps', () => {
  test.each(['/guidelines', '/guidelines/3.8', '/guidelines.css'])(
    '%s is not sent again while it is the same',
    async path => {
      const { etag } = (await ask(path)).headers;
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await ask(path, { 'if-none-match': known });
        expect(again.status).toBe(304);
        expect(again.body).toBe('');
        expect(again.headers.etag).toBe(etag);
      }
      expect((await ask(path, { 'if-none-match': '"other"' })).status).toBe(200);
    },
  );

  test('is the page of its own language', async () => {
    const { etag } = (await ask('/guidelines')).headers;
    expect((await ask('/guidelines', { 'if-none-match': etag, 'accept-language': 'fr' })).status).toBe(200);
  });

  test('a page that was not found is always answered as such', async () => {
    expect((await ask('/guidelines/9.9', { 'if-none-match': '*' })).status).toBe(404);
  });

  test('the style sheet is kept for good under the address that pages name', async () => {
    const address = `/guidelines.css?v=${pages.stylesheet.version}`;
    expect(pages.whole('en').html).toContain(`.${address}`);
    expect((await ask(address)).headers['cache-control']).toContain('immutable');
    expect((await ask('/guidelines.css?v=old')).headers['cache-control']).toBe('no-cache');
  });
});

test('every page forbids scripts, sniffing, referrers and strange frames', async () => {
  for (const path of ['/guidelines', '/guidelines/3.8', '/guidelines/9.9']) {
    const { headers } = await ask(path);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  }
});
