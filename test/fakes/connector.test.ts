import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Connector, startConnector } from './connector.ts';
import { createTokenIssuer } from './token-issuer.ts';

/** The fake has to be right where other tests trust it. */
let connector: Connector;
beforeAll(async () => {
  connector = await startConnector();
  connector.open('a:chat');
});
afterAll(() => connector.stop());

async function call(method: string, path: string, body?: object, token = connector.botToken) {
  const response = await fetch(`${connector.serviceUrl}v3/conversations${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: body ? JSON.stringify(body) : null,
  });
  const text = await response.text();
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: text ? JSON.parse(text) : undefined,
  };
}
const hello = { type: 'message', text: 'hello' };

describe('the fake of the Bot Connector service', () => {
  test('keeps an activity, updates it and deletes it', async () => {
    const { status, body } = await call('POST', '/a%3Achat/activities', hello);
    expect(status).toBe(201);
    const path = `/a%3Achat/activities/${body.id}`;
    expect(await call('PUT', path, { ...hello, text: 'goodbye' })).toMatchObject({
      status: 200,
      body: { id: body.id },
    });
    expect(connector.held.at(-1)).toMatchObject({
      activity: { text: 'goodbye' },
      updates: 1,
      deleted: false,
    });
    expect((await call('DELETE', path)).status).toBe(200);
    expect(connector.held.at(-1)?.deleted).toBe(true);
    expect((await call('PUT', path, hello)).body.error.code).toBe('ActivityNotFoundInConversation');
  });

  test('keeps which message an answer belongs to', async () => {
    await call('POST', '/a%3Achat/activities/12345', hello);
    expect(connector.held.at(-1)).toMatchObject({ replyToId: '12345', conversationId: 'a:chat' });
  });

  test('begins a thread in a channel with its first message', async () => {
    const { status, body } = await call('POST', '', {
      isGroup: true,
      channelData: { channel: { id: '19:channel@thread.tacv2' } },
      activity: hello,
    });
    expect(status).toBe(201);
    expect(body.id).toBe(`19:channel@thread.tacv2;messageid=${body.activityId}`);
    expect((await call('POST', `/${encodeURIComponent(body.id)}/activities`, hello)).status).toBe(201);
  });

  test('opens the chat with one person, the same one each time', async () => {
    const one = await call('POST', '', { members: [{ id: '29:amara' }] });
    const two = await call('POST', '', { members: [{ id: '29:amara' }] });
    expect(one).toMatchObject({ status: 201 });
    expect(two.body.id).toBe(one.body.id);
  });

  test('refuses a stranger, a chat it does not know, one that the bot left, and a card that is too big', async () => {
    expect((await call('POST', '/a%3Achat/activities', hello, 'x')).status).toBe(401);
    expect((await call('POST', '/nowhere/activities', hello)).body.error.code).toBe('ConversationNotFound');
    connector.open('left');
    connector.leave('left');
    expect((await call('POST', '/left/activities', hello)).body.error.code).toBe(
      'BotNotInConversationRoster',
    );
    const attachments = [{ contentType: 'card', content: { text: 'x'.repeat(28 * 1024) } }];
    expect(await call('POST', '/a%3Achat/activities', { ...hello, attachments })).toMatchObject({
      status: 413,
      body: { error: { code: 'MessageSizeTooBig' } },
    });
  });

  test('fails as it is told to, once each time, and keeps nothing that failed', async () => {
    const before = connector.held.length;
    connector.fail({ status: 429, retryAfter: 30 }, { status: 502 }, { reset: 'before' });
    expect(await call('POST', '/a%3Achat/activities', hello)).toMatchObject({
      status: 429,
      retryAfter: '30',
    });
    expect(await call('POST', '/a%3Achat/activities', hello)).toMatchObject({
      status: 502,
      retryAfter: null,
    });
    await expect(call('POST', '/a%3Achat/activities', hello)).rejects.toThrow();
    expect(connector.held.length).toBe(before);
    expect((await call('POST', '/a%3Achat/activities', hello)).status).toBe(201);
  });

  test('can take an activity and lose the answer to it', async () => {
    const before = connector.held.length;
    connector.fail({ reset: 'after' });
    await expect(call('POST', '/a%3Achat/activities', hello)).rejects.toThrow();
    expect(connector.held.length).toBe(before + 1);
  });

  test('publishes each issuer’s keys at an address of their own', async () => {
    const other = await createTokenIssuer('https://other.example');
    const address = connector.publish(other);
    expect(address).not.toBe(connector.openIdMetadataUrl);
    const { issuer, jwks_uri } = await (await fetch(address)).json();
    expect(issuer).toBe('https://other.example');
    expect(await (await fetch(jwks_uri)).json()).toEqual(other.jwks);
  });
});
