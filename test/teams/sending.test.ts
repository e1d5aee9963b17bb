import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSendPolicy, type SendResponse } from '../../src/teams/send-policy.ts';
import type { Fault } from '../fakes/connector.ts';
import { message } from '../fakes/payloads.ts';
import { type Bot, startBot } from '../support/bot.ts';

describe('how a request to Teams is sent', () => {
  /** Sends one request to a service that gives these answers in turn; an Error is thrown, as for a lost connection. */
  async function sending(...answers: ({ status?: number; retryAfter?: number | string } | Error)[]) {
    const pauses: number[] = [];
    const request = { timeout: 0 };
    let sent = 0;
    const policy = createSendPolicy(async milliseconds => {
      pauses.push(milliseconds);
    });
    const result = policy.sendRequest(request, async (): Promise<SendResponse> => {
      const answer = answers[sent];
      sent += 1;
      if (!answer) throw new Error('sent more often than expected');
      if (answer instanceof Error) throw answer;
      const { status = 201, retryAfter } = answer;
      return {
        status,
        headers: {
          get: name => (name === 'retry-after' && retryAfter !== undefined ? `${retryAfter}` : undefined),
        },
      };
    });
    const outcome = await result.then(
      ({ status }) => status,
      error => error.message,
    );
    return { outcome, sent, pauses, timeout: request.timeout };
  }

  test('once, when it is taken', async () => {
    expect(await sending({ status: 201 })).toMatchObject({ outcome: 201, sent: 1, pauses: [] });
  });

  test.each([412, 429, 502, 503, 504])('again after %i, with a longer pause each time', async status => {
    const { outcome, sent, pauses } = await sending({ status }, { status }, { status: 201 });
    expect({ outcome, sent }).toEqual({ outcome: 201, sent: 3 });
    const [first = 0, second = 0] = pauses;
    expect(first).toBeGreaterThanOrEqual(125);
    expect(second).toBeGreaterThan(first);
  });

  test('three times at most', async () => {
    const { outcome, sent } = await sending({ status: 502 }, { status: 502 }, { status: 502 });
    expect({ outcome, sent }).toEqual({ outcome: 502, sent: 3 });
  });

  test('after the pause that Teams asks for', async () => {
    expect(await sending({ status: 429, retryAfter: 2 }, {})).toMatchObject({ outcome: 201, pauses: [2000] });
    expect(await sending({ status: 429, retryAfter: 0 }, {})).toMatchObject({ outcome: 201, pauses: [0] });
  });

  test('after the instant that Teams names', async () => {
    const inTwoSeconds = new Date(Date.now() + 2_000).toUTCString();
    const { outcome, pauses } = await sending({ status: 429, retryAfter: inTwoSeconds }, {});
    expect(outcome).toBe(201);
    expect(pauses[0]).toBeGreaterThan(0);
    expect(pauses[0]).toBeLessThanOrEqual(2_000);
    const past = new Date(Date.now() - 60_000).toUTCString();
    expect(await sending({ status: 429, retryAfter: past }, {})).toMatchObject({ outcome: 201, pauses: [0] });
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    expect(await sending({ status: 503, retryAfter: inAMinute })).toMatchObject({ outcome: 503, sent: 1 });
  });

  test.each(['soon', '', '-3', '5 minutes'])('as if nothing had been asked after “%s”', async retryAfter => {
    const { outcome, pauses } = await sending({ status: 429, retryAfter }, {});
    expect(outcome).toBe(201);
    expect(pauses[0]).toBeGreaterThanOrEqual(125);
    expect(pauses[0]).toBeLessThanOrEqual(375);
  });

  test('not again when Teams asks for a minute: the turn would end before', async () => {
    expect(await sending({ status: 429, retryAfter: 60 })).toMatchObject({
      outcome: 429,
      sent: 1,
      pauses: [],
    });
  });

  test.each([400, 401, 403, 404, 413, 500, 501])('once, when it is refused with %i', async status => {
    expect(await sending({ status })).toMatchObject({ outcome: status, sent: 1 });
  });

  test('once, when the connection breaks: the message may have arrived', async () => {
    expect(await sending(new Error('reset'))).toMatchObject({ outcome: 'reset', sent: 1 });
  });

  test('with an end to the waiting, which the SDK does not set', async () => {
    const { timeout } = await sending({});
    expect(timeout).toBeGreaterThan(0);
    expect(timeout).toBeLessThan(15_000);
  });
});

describe('while the service of Teams is in trouble', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await startBot();
  });
  afterAll(() => bot.stop());

  async function askDuring(...faults: Fault[]) {
    const before = bot.connector.attempts.length;
    bot.connector.fail(...faults);
    const { status, messages } = await bot.meet('Amara').says('Should we attend the trial of a defender?');
    return {
      status,
      messages: messages.length,
      attempts: bot.connector.attempts.slice(before).map(attempt => attempt.status),
    };
  }

  test('an answer that was throttled comes through a little later', async () => {
    expect(await askDuring({ status: 429, retryAfter: 0 })).toEqual({
      status: 200,
      messages: 1,
      attempts: [429, 201],
    });
  });

  test('an answer is not posted twice when the connection breaks after it was taken', async () => {
    expect(await askDuring({ reset: 'after' })).toEqual({ status: 200, messages: 1, attempts: [0] });
  });

  test('an answer that cannot be sent is logged, and the next one comes', async () => {
    const faults: Fault[] = [
      { status: 500 },
      { status: 403 },
      { reset: 'before' },
      { status: 429, retryAfter: 60 },
    ];
    for (const fault of faults) {
      const lines = bot.log.lines.length;
      expect(await askDuring(fault)).toMatchObject({ status: 200, messages: 0 });
      const [line = '', ...more] = bot.log.lines.slice(lines);
      expect(more).toEqual([]);
      expect(JSON.parse(line)).toMatchObject({ level: 50, msg: 'a turn failed while sending its reply' });
      expect(await askDuring()).toMatchObject({ status: 200, messages: 1 });
    }
  });

  test('a person waits for a service that gives no answer, and nobody else does', async () => {
    bot.connector.fail({ hang: true });
    const begun = bot.connector.nextAttempt();
    const waiting = bot.meet('Nadia').says('Can I visit her in jail?');
    await begun;
    expect(await askDuring()).toEqual({ status: 200, messages: 1, attempts: [201] });
    bot.connector.breakConnections();
    expect((await waiting).status).toBe(200);
  });

  test('a turn that runs when the bot is stopped is finished first', async () => {
    const stopping = await startBot();
    stopping.connector.fail({ hang: true });
    const begun = stopping.connector.nextAttempt();
    const waiting = stopping.meet('Nadia').says('help');
    await begun;
    const stopped = stopping.app.close();
    stopping.connector.breakConnections();
    expect((await waiting).status).toBe(200);
    await stopped;
    await expect(fetch(`${stopping.address}/healthz`)).rejects.toThrow();
    await stopping.connector.stop();
  });

  test('a chat that removed the bot gets no answer, and the operator is told why', async () => {
    const amara = bot.meet('Amara');
    const lines = bot.log.lines.length;
    bot.connector.open(amara.chat.conversationId);
    bot.connector.leave(amara.chat.conversationId);
    const activity = message(bot.installation, amara.who, amara.chat, 'help');
    const answered = await bot.post(JSON.stringify(activity), await bot.headers());
    expect(answered).toMatchObject({ status: 200, messages: [] });
    expect(bot.log.lines.slice(lines).join('')).toContain('BotNotInConversationRoster');
  });
});
