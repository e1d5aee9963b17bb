import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { groupChat, invoke, message, press } from '../fakes/payloads.ts';
import { createTokenIssuer } from '../fakes/token-issuer.ts';
import { type Bot, startBot } from '../support/bot.ts';
import { buttonOf } from '../support/card.ts';

const question = 'Should we attend the trial of Farida Al-Example in Springfield?';

describe('after a day of questions, presses, refusals and faults', () => {
  let bot: Bot;
  /** Everything that no line may hold, by what it is. */
  const secrets: Record<string, string> = {};
  let said: string;

  beforeAll(async () => {
    const printed: unknown[] = [];
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, method).mockImplementation((...args) => void printed.push(args));
    }
    bot = await startBot();
    const amara = bot.meet('Amara Okafor');
    const group = groupChat();
    const { Authorization = '' } = await bot.headers();
    const stranger = await createTokenIssuer(bot.connector.issuer.issuer);
    const forged = await stranger.sign({ aud: 'x' });
    Object.assign(secrets, {
      question,
      'a name in the question': 'Farida',
      'the person’s name': amara.who.name,
      'the person’s Entra id': amara.who.aadObjectId,
      'the person’s Teams id': amara.who.id,
      'the personal chat': amara.chat.conversationId,
      'the personal chat, as addresses write it': encodeURIComponent(amara.chat.conversationId),
      'the group chat': group.conversationId,
      'the sender’s token': Authorization.replace('Bearer ', ''),
      'a forged token': forged,
      'the bot’s own token': bot.connector.botToken,
      'the bot’s password': 'a password that is never sent',
      'the word before a token': 'Bearer ',
    });

    const [answer] = (await amara.says('Should we attend the trial of a defender?')).messages;
    await amara.says(question);
    await amara.says(question, group);
    await amara.presses(buttonOf(answer?.attachments?.[0]?.content, '👍 Yes'));
    await amara.presses({ verb: question, data: { question } });
    await amara.searches({ words: question });
    await amara.installs();
    await bot.deliver(
      invoke(bot.installation, amara.who, amara.chat, 'composeExtension/queryLink', { question }),
    );
    const activity = message(bot.installation, amara.who, amara.chat, question);
    const body = JSON.stringify(activity);
    const headers = await bot.headers();
    await bot.post(body, { ...headers, Authorization: `Bearer ${forged}` });
    await bot.post(body, { ...headers, Authorization: Authorization.slice(0, -5) });
    await bot.post(body.slice(0, -1), headers);
    await bot.post(JSON.stringify({ ...activity, from: { name: amara.who.name } }), headers);
    await bot.post(JSON.stringify({ ...activity, channelId: amara.who.name }), headers);
    await bot.post(JSON.stringify({ ...activity, serviceUrl: `https://${amara.who.id}/` }), headers);
    for (const fault of [
      { status: 500 },
      { status: 403 },
      { status: 429, retryAfter: 60 },
      { reset: 'before' },
      { reset: 'after' },
    ] as const) {
      bot.connector.fail(fault);
      await amara.says(question);
    }
    vi.spyOn(bot.memory.preferences, 'languageOf').mockRejectedValue(
      new Error('the store is gone', { cause: new Error('no such table') }),
    );
    // Somebody new, whose choice of language is not yet at hand.
    const bola = bot.meet('Bola');
    await bola.says(question);
    await bot.deliver(press(bot.installation, bola.who, bola.chat, { verb: 'feedback', data: { question } }));
    vi.restoreAllMocks();
    said = [...bot.log.lines, JSON.stringify(printed)].join('\n');
  });
  afterAll(() => bot.stop());

  test('the log has noted what failed and what was refused', () => {
    for (const expected of [
      'an activity was refused',
      'a turn failed while sending its reply',
      'a turn failed',
      'the store is gone',
      'no such table',
      'an invoke that Vigil does not handle',
    ]) {
      expect(said).toContain(expected);
    }
  });

  test('nothing was printed past the log', () => {
    expect(said.endsWith('[]')).toBe(true);
  });

  test('no line holds a token, a question or who asked it', () => {
    expect(Object.keys(secrets).filter(kind => said.includes(secrets[kind] ?? ''))).toEqual([]);
  });

  test('nor do the metrics', async () => {
    const metrics = await (await fetch(`${bot.address}/metrics`)).text();
    expect(metrics).toContain('vigil_activities_total');
    expect(Object.keys(secrets).filter(kind => metrics.includes(secrets[kind] ?? ''))).toEqual([]);
  });
});

test('a person is told when a turn fails on our side, and may press or ask again', async () => {
  const bot = await startBot();
  const chloe = bot.meet('Chloé', 'fr-CA');
  const failing = vi.spyOn(bot.memory.preferences, 'languageOf').mockRejectedValue(new Error('gone'));
  const sorry =
    'Une erreur s’est produite de notre côté et votre message n’a pas été traité. Réessayez dans une minute.';

  expect(await chloe.says('aide')).toMatchObject({ status: 200, messages: [{ text: sorry, locale: 'fr' }] });
  expect(await chloe.presses({ verb: 'feedback', data: {} })).toMatchObject({ body: { value: sorry } });
  expect(await chloe.searches({ words: 'procès' })).toMatchObject({
    body: { composeExtension: { type: 'message', text: sorry } },
  });
  for (const event of await chloe.installs()) expect(event).toMatchObject({ status: 200, messages: [] });

  failing.mockRestore();
  expect((await chloe.says('aide')).messages[0]?.summary).toBe('Ce que Vigil peut faire');
  await bot.stop();
});
