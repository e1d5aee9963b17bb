import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type Body, readBody } from '../../src/teams/body.ts';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

/** Sends bytes as they are to a server that reads one body; `end` closes the sender's side after them. */
async function readingOf(
  head: readonly string[],
  body: string | Buffer,
  options: { slowest?: number; end?: boolean } = {},
): Promise<Body> {
  const server = createServer();
  const reading = new Promise<Body>((resolve, reject) => {
    server.once('request', (request, response) => {
      readBody(request, options.slowest).then(resolve, reject);
      response.on('error', () => undefined);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  cleanups.push(() => {
    socket.destroy();
    server.closeAllConnections();
    server.close();
  });
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${head.map(line => `${line}\r\n`).join('')}\r\n`);
  socket.write(body);
  if (options.end) socket.destroySoon();
  return reading;
}

const json = 'Content-Type: application/json';
const lengthOf = (body: string | Buffer) => `Content-Length: ${Buffer.byteLength(body)}`;
const read = (body: string | Buffer, ...more: string[]) => readingOf([json, lengthOf(body), ...more], body);

describe('a body is read', () => {
  test('when it is JSON of any kind', async () => {
    expect(await read('{"type":"message"}')).toEqual({ ok: true, json: { type: 'message' } });
    expect(await read('[]')).toEqual({ ok: true, json: [] });
  });

  test('when it comes in chunks without a length', async () => {
    const body = '5\r\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n';
    expect(await readingOf([json, 'Transfer-Encoding: chunked'], body)).toEqual({ ok: true, json: { a: 1 } });
  });

  test('under the content type that Teams sends and other names of JSON', async () => {
    for (const type of [
      'application/json; charset=utf-8',
      'APPLICATION/JSON',
      'application/cloudevents+json',
    ]) {
      expect(await readingOf([`Content-Type: ${type}`, lengthOf('{}')], '{}')).toMatchObject({ ok: true });
    }
  });

  test('up to 256 KB', async () => {
    const body = `"${'a'.repeat(256 * 1024 - 2)}"`;
    expect(await read(body)).toMatchObject({ ok: true });
  });
});

describe('a body is refused', () => {
  test('when it is compressed, whatever it would unpack to', async () => {
    for (const encoding of ['gzip', 'br', 'deflate', 'identity']) {
      expect(await read('{}', `Content-Encoding: ${encoding}`)).toMatchObject({ ok: false, status: 415 });
    }
  });

  test('when it is not called JSON', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      expect(await readingOf([`Content-Type: ${type}`, lengthOf('{}')], '{}')).toMatchObject({ status: 415 });
    }
    expect(await readingOf([lengthOf('{}')], '{}')).toMatchObject({ status: 415 });
  });

  test('when it is empty, or not JSON', async () => {
    for (const body of ['', 'hello', '{"type":', '{"type":"message"}}', '\u0000']) {
      expect(await read(body)).toEqual({ ok: false, status: 400, reason: 'the body is not JSON' });
    }
  });

  test('when it says that it is larger than 256 KB, before it is read', async () => {
    expect(await readingOf([json, 'Content-Length: 262145'], '')).toMatchObject({ ok: false, status: 413 });
  });

  test('when it grows larger than 256 KB without saying so', async () => {
    const body = `50000\r\n${'a'.repeat(0x50000)}\r\n0\r\n\r\n`;
    expect(await readingOf([json, 'Transfer-Encoding: chunked'], body)).toMatchObject({ status: 413 });
  });

  test('when it ends before its length', async () => {
    const result = await readingOf([json, 'Content-Length: 100'], '{"type":', { end: true });
    expect(result).toEqual({ ok: false, status: 400, reason: 'the body was cut short' });
  });

  test('when it does not end in time', async () => {
    const result = await readingOf([json, 'Content-Length: 100'], '{"type":', { slowest: 20 });
    expect(result).toMatchObject({ ok: false, status: 408 });
  });
});
