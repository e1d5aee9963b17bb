import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { mostFileBytes } from '../../src/shared/text-file.ts';
import { createFetchFile } from '../../src/teams/fetch-file.ts';

let server: Server | undefined;
afterEach(() => server?.close());

async function serve(answer: RequestListener): Promise<string> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>(done => started.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/file.csv`;
}
const fetchFrom = (url: string, hosts = ['127.0.0.1']) => createFetchFile(hosts)({ name: 'file.csv', url });

test('a file of an allowed host is read, in UTF-8 or as spreadsheets on Windows write it', async () => {
  const url = await serve((_request, response) => response.end('Bogotá'));
  expect(await fetchFrom(url)).toEqual({ text: 'Bogotá' });
  server?.close();
  const latin = await serve((_request, response) => response.end(Buffer.from('Bogotá', 'latin1')));
  expect(await fetchFrom(latin)).toEqual({ text: 'Bogotá' });
});

test.each([
  'https://attacker.example/file.csv',
  'https://ministry.sharepoint.com.attacker.example/file.csv',
  'https://user@ministry.sharepoint.com/file.csv',
  'http://ministry.sharepoint.com/file.csv',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  'no address',
])('no request goes to %s', async url => {
  expect(await fetchFrom(url, ['.sharepoint.com'])).toEqual({ failed: 'host' });
});

test('a file that is too large is not read to its end', async () => {
  const url = await serve((_request, response) => response.end(Buffer.alloc(mostFileBytes + 1, 'x')));
  expect(await fetchFrom(url)).toEqual({ failed: 'too-large' });
});

test('a host that sends on to another, answers with an error or not at all gives no file', async () => {
  const onward = await serve((_request, response) => {
    response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end();
  });
  expect(await fetchFrom(onward)).toEqual({ failed: 'unreachable' });
  server?.close();
  const gone = await serve((_request, response) => response.writeHead(404).end());
  expect(await fetchFrom(gone)).toEqual({ failed: 'unreachable' });
  server?.close();
  expect(await fetchFrom('http://127.0.0.1:1/file.csv')).toEqual({ failed: 'unreachable' });
});
