import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BotConfig } from '../../src/config.ts';
import { createGate, type Gate, isAllowedHost } from '../../src/teams/gate.ts';
import { channelClaims, createTokenIssuer, type TokenIssuer } from '../fakes/token-issuer.ts';

const appId = '3f1a2b4c-5d6e-4f70-8192-a3b4c5d6e7f8';
const serviceUrl = 'https://smba.trafficmanager.net/amer/';
const issuer = await createTokenIssuer('https://api.botframework.example');

describe('when the keys of the Bot Connector service cannot be had', () => {
  type Document = 'metadata' | 'keys';
  /** What each address answers, by status and text; undefined breaks the connection. */
  let answers: Record<Document, { status: number; text: string } | undefined>;
  let asked: Document[];
  let gate: Gate;
  const server = createServer((request, response) => {
    const document = request.url?.slice(1) as Document;
    asked.push(document);
    const answer = answers[document];
    if (!answer) {
      request.socket.resetAndDestroy();
      return;
    }
    response.statusCode = answer.status;
    response.end(answer.text);
  });

  const good = (origin: string, keys: TokenIssuer) => ({
    metadata: { status: 200, text: JSON.stringify({ jwks_uri: `${origin}/keys` }) },
    keys: { status: 200, text: JSON.stringify(keys.jwks) },
  });
  let origin: string;
  const knock = async (signer = issuer) =>
    gate.admitSender(`Bearer ${await signer.sign(channelClaims(issuer.issuer, appId, serviceUrl))}`);

  beforeEach(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    answers = good(origin, issuer);
    asked = [];
    const bot: BotConfig = {
      appId,
      homeTenant: '',
      tenants: [],
      serviceHosts: [],
      fileHosts: [],
      openIdMetadataUrl: `${origin}/metadata`,
      tokenIssuer: issuer.issuer,
      dialogs: true,
    };
    gate = createGate(bot);
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(async () => {
    vi.useRealTimers();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  test.each<[string, () => void]>([
    ['the connection to the metadata breaks', () => Object.assign(answers, { metadata: undefined })],
    ['the metadata answers 500', () => Object.assign(answers, { metadata: { status: 500, text: '{}' } })],
    [
      'the metadata is a web page',
      () => Object.assign(answers, { metadata: { status: 200, text: '<html>' } }),
    ],
    ['the connection to the keys breaks', () => Object.assign(answers, { keys: undefined })],
    ['the keys answer 404', () => Object.assign(answers, { keys: { status: 404, text: '' } })],
    ['the keys are a web page', () => Object.assign(answers, { keys: { status: 200, text: '<html>' } })],
    ['the keys are no keys', () => Object.assign(answers, { keys: { status: 200, text: '{"keys":5}' } })],
  ])('a sender is asked to come again (%s), and let in when they are back', async (_kind, spoil) => {
    spoil();
    expect(await knock()).toMatchObject({ ok: false, status: 503 });
    answers = good(origin, issuer);
    expect(await knock()).toEqual({ ok: true, serviceUrl });
  });

  test('those known go on being good for a day', async () => {
    await knock();
    answers = { metadata: undefined, keys: undefined };
    vi.setSystemTime(Date.now() + 23 * 3600 * 1000);
    expect(await knock()).toEqual({ ok: true, serviceUrl });
    vi.setSystemTime(Date.now() + 2 * 3600 * 1000);
    expect(await knock()).toMatchObject({ ok: false, status: 503 });
  });

  test('they are fetched once for many senders at the same time', async () => {
    await Promise.all(Array.from({ length: 20 }, () => knock()));
    expect(asked).toEqual(['metadata', 'keys']);
  });

  test('new ones are found when the service changes its keys', async () => {
    const next = await createTokenIssuer(issuer.issuer);
    expect(await knock()).toMatchObject({ ok: true });
    answers = good(origin, next);
    vi.setSystemTime(Date.now() + 60_000);
    expect(await knock(next)).toEqual({ ok: true, serviceUrl });
    expect(await knock(issuer)).toMatchObject({ ok: false, status: 401 });
  });

  test('strangers with keys of their own cannot make the bot ask for them again and again', async () => {
    const stranger = await createTokenIssuer(issuer.issuer);
    await knock();
    for (let times = 0; times < 5; times += 1) {
      expect(await knock(stranger)).toMatchObject({ ok: false, status: 401 });
    }
    expect(asked).toEqual(['metadata', 'keys']);
  });
});

describe('a host is allowed', () => {
  test.each([
    ['https://smba.trafficmanager.net/amer/', ['smba.trafficmanager.net'], true],
    ['https://SMBA.TrafficManager.net/amer/', ['smba.trafficmanager.net'], true],
    ['https://webchat.botframework.com/', ['.botframework.com'], true],
    ['https://botframework.com.attacker.example/', ['.botframework.com'], false],
    ['https://notbotframework.com/', ['.botframework.com'], false],
    ['http://smba.trafficmanager.net/amer/', ['smba.trafficmanager.net'], false],
    ['ftp://smba.trafficmanager.net/', ['smba.trafficmanager.net'], false],
    ['https://smba.trafficmanager.net@attacker.example/', ['smba.trafficmanager.net'], false],
    ['https://user:secret@smba.trafficmanager.net/', ['smba.trafficmanager.net'], false],
    ['http://127.0.0.1:5000/', ['127.0.0.1'], true],
    ['http://[::1]:5000/', ['[::1]'], true],
    ['http://2130706433/', ['127.0.0.1'], true],
    ['http://127.0.0.1.attacker.example/', ['127.0.0.1'], false],
    ['https://attacker.example/', [], false],
    ['', ['smba.trafficmanager.net'], false],
  ])('%s on the list %j: %s', (address, hosts, allowed) => {
    expect(isAllowedHost(address, hosts)).toBe(allowed);
  });
});
