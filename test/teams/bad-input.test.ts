import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { groupChat, invoke, message, type Payload, press, search, submit } from '../fakes/payloads.ts';
import { type Bot, startBot, type Visitor } from '../support/bot.ts';
import { textOf } from '../support/card.ts';

let bot: Bot;
let amara: Visitor;
let chloe: Visitor;
beforeAll(async () => {
  bot = await startBot();
  amara = bot.meet('Amara');
  chloe = bot.meet('Chloé', 'fr-CA');
});
afterAll(() => bot.stop());

/** Whatever came before, the bot goes on. */
afterEach(async () => {
  const { messages } = await amara.says('Should we attend the trial of a defender?');
  expect(messages).toHaveLength(1);
  expect(textOf(messages[0]?.attachments?.[0]?.content)).toContain(
    'Attendance by Canadian officials at trials',
  );
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

async function postRaw(body: string, headers: Record<string, string> = {}) {
  const before = bot.connector.attempts.length;
  const { status, body: answer } = await bot.post(body, { ...(await bot.headers()), ...headers });
  return { status, error: answer?.error, attempts: bot.connector.attempts.length - before };
}

describe('a body that is no activity gets 400 and says where it fails', () => {
  test.each([
    ['', 'the body is not JSON'],
    ['not json', 'the body is not JSON'],
    ['{"type":"message"', 'the body is not JSON'],
    ['null', 'not an activity: body'],
    ['5', 'not an activity: body'],
    ['"message"', 'not an activity: body'],
    ['[]', 'not an activity: body'],
    ['[{"type":"message"}]', 'not an activity: body'],
    ['{}', 'not an activity: type, channelId, serviceUrl, from, recipient, conversation'],
    ['{"type":5}', 'not an activity: type, channelId, serviceUrl, from, recipient, conversation'],
  ])('%s', async (body, error) => {
    expect(await postRaw(body)).toEqual({ status: 400, error, attempts: 0 });
  });

  test.each<[string, (activity: Payload) => void, string]>([
    ['no sender', activity => delete activity.from, 'from'],
    ['a sender without id', activity => delete activity.from.id, 'from.id'],
    ['no recipient', activity => delete activity.recipient, 'recipient'],
    ['a conversation without id', activity => delete activity.conversation.id, 'conversation.id'],
    [
      'an object for the text',
      activity => {
        activity.text = { text: 'help' };
      },
      'text',
    ],
    [
      'an id as long as a book',
      activity => {
        activity.conversation.id = 'a'.repeat(10_000);
      },
      'conversation.id',
    ],
    [
      'an object for the tenant',
      activity => {
        activity.channelData.tenant.id = { $ne: null };
      },
      'channelData.tenant.id',
    ],
  ])('%s', async (_kind, spoil, path) => {
    const activity = message(bot.installation, amara.who, amara.chat, 'help');
    spoil(activity);
    expect(await postRaw(JSON.stringify(activity))).toEqual({
      status: 400,
      error: `not an activity: ${path}`,
      attempts: 0,
    });
  });
});

describe('a body that could hurt is refused before it is parsed', () => {
  test('300 KB', async () => {
    const activity = message(bot.installation, amara.who, amara.chat, 'a'.repeat(300_000));
    expect(await postRaw(JSON.stringify(activity))).toMatchObject({ status: 413, attempts: 0 });
  });

  test('a press that carries 1 MB', async () => {
    const activity = press(bot.installation, amara.who, amara.chat, {
      verb: 'feedback',
      data: { verdict: 'up', shown: 'x'.repeat(1_000_000) },
    });
    expect(await postRaw(JSON.stringify(activity))).toMatchObject({ status: 413, attempts: 0 });
  });

  test('a small body that unpacks to 20 MB', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000)).toString('latin1');
    expect(await postRaw(bomb, { 'Content-Encoding': 'gzip' })).toMatchObject({ status: 415, attempts: 0 });
  });

  test('garbage called gzip', async () => {
    expect(await postRaw('garbage', { 'Content-Encoding': 'gzip' })).toMatchObject({ status: 415 });
  });

  test('a form, a text, or nothing named at all', async () => {
    const activity = JSON.stringify(message(bot.installation, amara.who, amara.chat, 'help'));
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'text/json']) {
      expect(await postRaw(activity, { 'Content-Type': type })).toMatchObject({ status: 415, attempts: 0 });
    }
  });

  test('a body that is cut short', async () => {
    const { Authorization } = await bot.headers();
    const { hostname, port } = new URL(bot.address);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /api/messages HTTP/1.1\r\nHost: x\r\nAuthorization: ${Authorization}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"type":"message"',
    );
    socket.end();
    socket.resume();
    await once(socket, 'close');
  });

  test('a deep nest of brackets', async () => {
    const nest = '['.repeat(50_000) + ']'.repeat(50_000);
    expect(await postRaw(nest)).toMatchObject({ status: 400, error: 'not an activity: body' });
    const activity = message(bot.installation, amara.who, amara.chat, 'help');
    const nested = JSON.stringify({ ...activity, value: 0 }).replace('"value":0', `"value":${nest}`);
    expect(await postRaw(nested)).toMatchObject({ status: 200, attempts: 1 });
  });

  test('a press, and a dialog, that carry a deep nest are told that they were not understood', async () => {
    const nest = '['.repeat(100_000) + ']'.repeat(100_000);
    for (const name of ['adaptiveCard/action', 'task/submit']) {
      const activity = invoke(bot.installation, amara.who, amara.chat, name, { action: {}, data: 0 });
      const nested = JSON.stringify(activity).replace('"data":0', `"data":${nest}`);
      const { status, body } = await bot.post(nested, await bot.headers());
      expect(status).toBe(200);
      expect(JSON.stringify(body)).toContain('This button is not known to Vigil any more.');
    }
  });
});

test('only POST reaches the bot', async () => {
  for (const method of ['GET', 'PUT', 'DELETE', 'HEAD']) {
    const response = await fetch(`${bot.address}/api/messages`, { method, headers: await bot.headers() });
    await response.arrayBuffer();
    expect(response.status).toBe(405);
  }
});

describe('an activity that Vigil has no part in is taken and not answered', () => {
  test.each<[string, (activity: Payload) => void]>([
    ['typing', activity => Object.assign(activity, { type: 'typing' })],
    ['a reaction', activity => Object.assign(activity, { type: 'messageReaction', reactionsAdded: [{}] })],
    ['an edited message', activity => Object.assign(activity, { type: 'messageUpdate' })],
    ['a deleted message', activity => Object.assign(activity, { type: 'messageDelete' })],
    [
      'a read receipt',
      activity => Object.assign(activity, { type: 'event', name: 'application/vnd.microsoft.readReceipt' }),
    ],
    ['a type nobody knows', activity => Object.assign(activity, { type: 'somethingNew' })],
    ['the name of a property of all objects', activity => Object.assign(activity, { type: '__proto__' })],
    ['its removal', activity => Object.assign(activity, { type: 'installationUpdate', action: 'remove' })],
    [
      'somebody leaving',
      activity => Object.assign(activity, { type: 'conversationUpdate', membersRemoved: [{ id: 'x' }] }),
    ],
    ['a renamed team', activity => Object.assign(activity, { type: 'conversationUpdate', membersAdded: [] })],
  ])('%s', async (_kind, change) => {
    const activity = message(bot.installation, amara.who, amara.chat, 'help');
    change(activity);
    expect(await bot.deliver(activity)).toMatchObject({ status: 200, messages: [] });
  });
});

test.each([
  'composeExtension/queryLink',
  'composeExtension/setting',
  'fileConsent/invoke',
  'signin/verifyState',
  'message/submitAction',
  'config/fetch',
  '__proto__',
  '',
])('the invoke “%s”, which Vigil does not offer, is answered with 501', async name => {
  const activity = invoke(bot.installation, amara.who, amara.chat, name, { data: {} });
  expect(await bot.deliver(activity)).toMatchObject({ status: 501, messages: [] });
});

test.each(['task/fetch', 'task/submit', 'composeExtension/fetchTask', 'composeExtension/submitAction'])(
  'the dialog “%s” with data that no card of Vigil’s has says so',
  async name => {
    const value = { commandId: 'none', data: { verb: 'none' } };
    const { status, body } = await bot.deliver(invoke(bot.installation, amara.who, amara.chat, name, value));
    expect(status).toBe(200);
    expect(body).toMatchObject({ task: { type: 'message', value: expect.stringMatching(/\S/) } });
  },
);

describe('a press that no card of Vigil’s can make changes nothing and is told why', () => {
  const notUnderstood =
    'Vigil could not read what this button sent. Nothing was changed; ask again for a new card.';
  const unknown = 'This button is not known to Vigil any more. Ask again for a new card.';
  const good = { verdict: 'up', shown: 'en 3.8#1 -', language: 'en' };

  async function pressing(verb: unknown, data: unknown, who = amara) {
    const before = bot.memory.feedback.entries.length;
    const activity = press(bot.installation, who.who, who.chat, { verb, data });
    const { status, body, messages } = await bot.deliver(activity);
    expect(messages).toEqual([]);
    expect(bot.memory.feedback.entries.length).toBe(before);
    return { status, ...body };
  }
  const notice = (value: string) => ({
    status: 200,
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    value,
  });

  test.each(['approve', 'FEEDBACK', '__proto__', 'constructor', 'toString', '', ' '])(
    'the unknown verb “%s”',
    async verb => {
      expect(await pressing(verb, good)).toEqual(notice(unknown));
    },
  );

  test.each([[5], [null], [['feedback']], [{ verb: 'feedback' }], ['x'.repeat(1000)]])(
    'the verb %j, which is none',
    async verb => {
      expect(await pressing(verb, good)).toEqual(notice(unknown));
    },
  );

  test('in French, for somebody who reads French', async () => {
    expect(await pressing('approve', good, chloe)).toMatchObject({
      value: 'Vigil ne connaît plus ce bouton. Reposez la question pour obtenir une nouvelle carte.',
    });
  });

  test.each<[string, unknown]>([
    ['no data', undefined],
    ['null', null],
    ['a text', 'up'],
    ['a list', [good]],
    ['another verdict', { ...good, verdict: 'maybe' }],
    ['an object for a text', { ...good, verdict: { $ne: 'down' } }],
    ['a language nobody speaks here', { ...good, language: 'de' }],
    ['the language of all objects', { ...good, language: '__proto__' }],
    ['an edition that does not exist', { ...good, shown: 'xx 3.8#1 -' }],
    ['a section that does not exist', { ...good, shown: 'en 9.9#1 -' }],
    ['a passage that does not exist', { ...good, shown: 'en 3.8#99 -' }],
    ['one passage that exists and one that does not', { ...good, shown: 'en 3.8#1,3.8#99 -' }],
    ['four passages', { ...good, shown: 'en 3.8#1,3.8#2,3.8#3,3.9#1 -' }],
    ['an expression', { ...good, shown: `\${1+1}` }],
    ['an expression after a good id', { ...good, shown: `en 3.8#1 -\${$root}` }],
    ['a second line', { ...good, shown: 'en 3.8#1 -\nen 3.8#2 -' }],
    ['an object for the passages', { ...good, shown: { toString: 'en 3.8#1 -' } }],
    ['100 KB', { ...good, shown: 'x'.repeat(100_000) }],
  ])('%s', async (_kind, data) => {
    expect(await pressing('feedback', data)).toEqual(notice(notUnderstood));
  });

  test('keys that could change all objects', async () => {
    const data = JSON.parse(
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"verdict":"sideways"}',
    );
    expect(await pressing('feedback', data)).toEqual(notice(notUnderstood));
  });

  test('a press without an action', async () => {
    for (const value of [undefined, null, 'press', [], {}, { action: null }, { action: 'feedback' }]) {
      const activity = invoke(bot.installation, amara.who, amara.chat, 'adaptiveCard/action', value);
      expect((await bot.deliver(activity)).body).toEqual({
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: unknown,
      });
    }
  });

  test('a consultation that does not exist is left out of the card', async () => {
    const activity = press(bot.installation, amara.who, amara.chat, {
      verb: 'feedback',
      data: { ...good, shown: 'en 3.8#1 consular:9.9#9' },
    });
    const { body } = await bot.deliver(activity);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(textOf(body.value)).not.toContain('Consult');
  });
});

describe('a card’s button in an old client, which sends a message in place of a press', () => {
  async function submitting(value: unknown, who = amara) {
    return bot.deliver(submit(bot.installation, who.who, who.chat, value));
  }

  test('is told when the button is unknown, in the person’s language', async () => {
    const { messages } = await submitting({ verb: 'approve' }, chloe);
    expect(messages).toMatchObject([
      {
        locale: 'fr',
        text: 'Vigil ne connaît plus ce bouton. Reposez la question pour obtenir une nouvelle carte.',
      },
    ]);
  });

  test('is answered with the card when the button is known', async () => {
    const { messages } = await submitting({
      verb: 'feedback',
      verdict: 'down',
      shown: 'en 3.8#1 -',
      language: 'en',
    });
    expect(messages).toHaveLength(1);
    expect(textOf(messages[0]?.attachments?.[0]?.content)).toContain('Thank you.');
  });

  test('is asked for a question when it sends nothing that Vigil knows', async () => {
    for (const value of [undefined, 5, [], { verb: 5 }, { verb: 'x'.repeat(500) }]) {
      const { messages } = await submitting(value);
      expect(messages[0]?.text).toMatch(/^I see no question in your message/);
    }
  });
});

describe('a search with odd parameters gives results or says that there are none', () => {
  test.each<[string, unknown]>([
    ['no value', undefined],
    ['a text', 'trial'],
    ['no parameters', {}],
    ['parameters that are no list', { parameters: 'trial' }],
    ['a parameter that is no object', { parameters: ['trial'] }],
    ['words that are no text', { parameters: [{ name: 'query', value: { $ne: '' } }] }],
    ['options that are none', { parameters: [{ name: 'query', value: 'trial' }], queryOptions: 'all' }],
    [
      'a page before the first',
      { parameters: [{ name: 'query', value: 'trial' }], queryOptions: { skip: -5, count: 0 } },
    ],
    [
      'a page of all numbers',
      { parameters: [{ name: 'query', value: 'trial' }], queryOptions: { skip: 0, count: 1e9 } },
    ],
  ])('%s', async (_kind, value) => {
    const activity = invoke(bot.installation, amara.who, amara.chat, 'composeExtension/query', value);
    const { status, body } = await bot.deliver(activity);
    expect(status).toBe(200);
    expect(body.composeExtension.type).toBe('result');
    expect(body.composeExtension.attachments.length).toBeGreaterThan(0);
    expect(body.composeExtension.attachments.length).toBeLessThanOrEqual(25);
  });

  test('a page behind the last one is empty and says so', async () => {
    const activity = search(bot.installation, amara.who, amara.chat, { words: 'trial', skip: 100_000 });
    expect((await bot.deliver(activity)).body.composeExtension).toEqual({
      type: 'message',
      text: 'No passage of the guidelines matches. Try other words.',
    });
  });
});

describe('a message with odd fields around it is answered all the same', () => {
  test.each<[string, (activity: Payload) => void]>([
    ['no locale', activity => delete activity.locale],
    ['a locale nobody knows', activity => Object.assign(activity, { locale: '💥' })],
    ['no entities', activity => delete activity.entities],
    ['entities that are no list', activity => Object.assign(activity, { entities: { type: 'mention' } })],
    [
      'null for what may be absent',
      activity =>
        Object.assign(activity, {
          channelData: { ...activity.channelData, source: null },
          attachments: null,
          value: null,
        }),
    ],
    [
      'times that are none',
      activity => Object.assign(activity, { timestamp: 'yesterday', localTimestamp: 'now', expiration: '' }),
    ],
    [
      'a kind of chat nobody knows',
      activity => Object.assign(activity.conversation, { conversationType: 'meeting' }),
    ],
    [
      'keys that could change all objects',
      activity => Object.assign(activity, JSON.parse('{"__proto__":{"polluted":true}}')),
    ],
  ])('%s', async (_kind, change) => {
    const activity = message(bot.installation, amara.who, amara.chat, 'help');
    change(activity);
    const { status, messages } = await bot.deliver(activity);
    expect(status).toBe(200);
    expect(textOf(messages[0]?.attachments?.[0]?.content)).toContain('What Vigil can do');
  });

  test.each<[string, unknown]>([
    ['an entity without a locale', { type: 'clientInfo', locale: null }],
    ['an entity of a new kind', { type: 'https://schema.org/Message', text: { of: 'some kind' } }],
    ['an entity that is none', 'mention'],
  ])('%s does not bring the mention of the bot into the question', async (_kind, entity) => {
    const activity = message(bot.installation, amara.who, groupChat(), 'language');
    activity.entities.push(entity);
    const { messages } = await bot.deliver(activity);
    expect(messages).toMatchObject([{ text: expect.stringMatching(/^I answer you in English/) }]);
  });
});
