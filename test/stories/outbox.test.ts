import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobKinds } from '../../src/app/jobs.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { channelThread, groupChat, message } from '../fakes/payloads.ts';
import { freshFolder } from '../store/folders.ts';
import { type Bot, startBot } from '../support/bot.ts';

describe('the whole bot on its embedded database', () => {
  let folder: string;
  let store: Store;
  let bot: Bot;

  beforeAll(async () => {
    folder = await freshFolder();
    store = await openStore({ dataDir: folder, jobs: jobKinds });
    bot = await startBot({ memory: store });
  }, 60_000);

  afterAll(async () => {
    await bot.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const texts = () => bot.connector.held.map(({ activity }) => activity.text);
  const put = (key: string, to: string, text: string) =>
    store.transaction(async ({ outbox }) => {
      await outbox.put({
        key,
        to: { kind: 'person', id: to },
        body: { language: 'en', text },
        at: new Date(),
      });
    });
  const stateOf = async (key: string) => (await store.outbox.find(key))?.state;
  const until = (key: string, state: string) =>
    expect.poll(() => stateOf(key), { timeout: 15_000, interval: 50 }).toBe(state);

  test('writes later to a person who has spoken to it, where they spoke', async () => {
    const ana = bot.meet('Ana');
    await ana.says('hello');
    await put('later 1', ana.who.aadObjectId, 'A hearing is tomorrow.');
    await until('later 1', 'sent');
    const [sent] = bot.connector.held.filter(({ activity }) => activity.text === 'A hearing is tomorrow.');
    expect(sent?.conversationId).toBe(ana.chat.conversationId);
  });

  test('sends a message once, however often it is put in', async () => {
    const ben = bot.meet('Ben');
    await ben.says('hello');
    await Promise.all([1, 2, 3].map(() => put('only once', ben.who.aadObjectId, 'Only once.')));
    await until('only once', 'sent');
    await put('only once', ben.who.aadObjectId, 'Only once.');
    await put('after it', ben.who.aadObjectId, 'After it.');
    await until('after it', 'sent');
    expect(texts().filter(text => text === 'Only once.')).toHaveLength(1);
  });

  test('tries again when the answer is lost, and says that it may have come before', async () => {
    const cleo = bot.meet('Cléo');
    await cleo.says('hello');
    bot.connector.fail({ reset: 'after' });
    await put('lost answer', cleo.who.aadObjectId, 'The court has moved.');
    await until('lost answer', 'sent');
    expect(texts().filter(text => text?.includes('The court has moved.'))).toEqual([
      'The court has moved.',
      'You may have received this message already.\n\nThe court has moved.',
    ]);
  });

  test.each([
    ['half an answer', '{"id": "17000'],
    ['what is no answer of Teams', '<html>Sign in to the network</html>'],
    ['no id', '{}'],
    ['nothing', ''],
  ])('takes %s for a lost one', async (name, says) => {
    const lea = bot.meet(`Léa of ${name}`);
    await lea.says('hello');
    bot.connector.fail({ says });
    await put(name, lea.who.aadObjectId, `After ${name}.`);
    await until(name, 'sent');
    expect(texts().filter(text => text?.includes(`After ${name}.`))).toEqual([
      `After ${name}.`,
      `You may have received this message already.\n\nAfter ${name}.`,
    ]);
    expect(await store.outbox.find(name)).toEqual({ state: 'sent', activityId: expect.any(String) });
  });

  test('waits as long as Teams asks, in that conversation alone, and keeps its order', async () => {
    const hana = bot.meet('Hana');
    const ivo = bot.meet('Ivo');
    await hana.says('hello');
    await ivo.says('hello');
    bot.connector.fail({ status: 429, retryAfter: 2 });
    const refused = bot.connector.nextAttempt();
    await put('wait 1', hana.who.aadObjectId, 'First of three.');
    await refused;
    const refusedAt = performance.now();
    await put('wait 2', hana.who.aadObjectId, 'Second of three.');
    await put('wait 3', hana.who.aadObjectId, 'Third of three.');
    await put('no wait', ivo.who.aadObjectId, 'Meanwhile.');
    // No turn is held either: hers is answered while her messages wait.
    const { messages } = await hana.says('help');
    expect(messages.filter(({ attachments }) => attachments)).toHaveLength(1);
    await until('no wait', 'sent');
    await until('wait 1', 'sent');
    expect(performance.now() - refusedAt).toBeGreaterThanOrEqual(2_000);
    await until('wait 3', 'sent');
    expect(texts().filter(text => /of three|Meanwhile/.test(text ?? ''))).toEqual([
      'Meanwhile.',
      'First of three.',
      'Second of three.',
      'Third of three.',
    ]);
  });

  test('goes on with others when it is asked to wait for millions of years', async () => {
    const [jan, kim] = [bot.meet('Jan'), bot.meet('Kim')];
    await jan.says('hello');
    await kim.says('hello');
    bot.connector.fail({ status: 429, retryAfter: 1e15 });
    const refused = bot.connector.nextAttempt();
    await put('absurd', jan.who.aadObjectId, 'Not for ever.');
    await refused;
    await put('in spite of it', kim.who.aadObjectId, 'In spite of it.');
    await until('in spite of it', 'sent');
    expect(await stateOf('absurd')).toBe('waiting');
  });

  test('opens a thread in a channel, answers in it and changes its first message', async () => {
    const fay = bot.meet('Fay');
    const channel = channelThread();
    await fay.says('hello', channel);
    const [channelId = ''] = channel.conversationId.split(';');
    bot.connector.open(channelId);
    const to = { kind: 'channel', id: channelId } as const;
    const say = (key: string, text: string, target?: { key: string; as: 'reply' | 'change' }) => ({
      key,
      to,
      body: { language: 'en', text },
      at: new Date(),
      lane: 'thread 1',
      ...(target ? { target } : {}),
    });
    await store.transaction(async ({ outbox }) => {
      await outbox.put(say('thread', 'A request has come.'));
      await outbox.put(say('thread answer', 'It was approved.', { key: 'thread', as: 'reply' }));
      await outbox.put(say('thread change', 'Approved.', { key: 'thread', as: 'change' }));
    });
    await until('thread change', 'sent');
    const [root, reply] = bot.connector.held
      .filter(({ conversationId }) => conversationId.startsWith(`${channelId};messageid=`))
      .slice(-2);
    expect(root).toMatchObject({ activity: { text: 'Approved.' }, updates: 1 });
    expect(reply).toMatchObject({ activity: { text: 'It was approved.' }, updates: 0 });
    expect(reply?.conversationId).toBe(root?.conversationId);
    expect(root?.conversationId).not.toBe(channel.conversationId);
  });

  test('finds a unit’s group chat by the id that the directory gives, and posts there without threads', async () => {
    const gil = bot.meet('Gil');
    const chat = groupChat();
    await gil.says('hello', chat);
    const to = { kind: 'channel', id: chat.conversationId } as const;
    await store.transaction(async ({ outbox }) => {
      const common = { to, lane: 'group', at: new Date() };
      await outbox.put({ ...common, key: 'in group', body: { language: 'en', text: 'First.' } });
      const target = { key: 'in group', as: 'reply' } as const;
      await outbox.put({ ...common, key: 'in group 2', body: { language: 'en', text: 'Second.' }, target });
    });
    await until('in group 2', 'sent');
    const posted = bot.connector.held.filter(({ conversationId }) => conversationId === chat.conversationId);
    expect(posted.slice(-2).map(({ activity }) => activity.text)).toEqual(['First.', 'Second.']);
  });

  test('lists for the operator what cannot be sent to anybody it knows', async () => {
    await put('to a stranger', 'nobody', 'Who are you?');
    await until('to a stranger', 'dead');
    expect(await store.outboxTrouble.list()).toMatchObject([
      { key: 'to a stranger', error: expect.stringContaining('no conversation is known for this person') },
    ]);
  });

  test('forgets a person who takes it out', async () => {
    const dora = bot.meet('Dora');
    await dora.says('hello');
    const place = { kind: 'person', id: dora.who.aadObjectId } as const;
    expect(await store.conversations.find(place)).toMatchObject({ conversationId: dora.chat.conversationId });
    const [installed] = await Promise.all([dora.installs()]);
    expect(installed).toHaveLength(2);
    await bot.deliver({
      ...message(bot.installation, dora.who, dora.chat, ''),
      type: 'installationUpdate',
      action: 'remove',
    });
    expect(await store.conversations.find(place)).toBeUndefined();
  });

  test('answers an activity once that Teams delivers twice', async () => {
    const emil = bot.meet('Emil');
    const activity = message(bot.installation, emil.who, emil.chat, 'hello');
    expect((await bot.deliver(activity)).messages).toHaveLength(1);
    expect((await bot.deliver(activity)).messages).toHaveLength(0);
  });
});
