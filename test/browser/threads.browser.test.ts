import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BothSides, openBothSides } from './both-sides.ts';
import { chromiumPath } from './chromium.ts';

describe.skipIf(!chromiumPath)('the bot writes to Headquarters while the mission speaks to it', () => {
  let sides: BothSides;

  beforeAll(async () => {
    sides = await openBothSides();
  }, 180_000);
  afterAll(() => sides?.stop(), 30_000);

  test('a thread opens in a channel that nobody has opened yet, is answered, and changes', {
    timeout: 60_000,
  }, async () => {
    const { store, headquarters } = sides;
    const say = (key: string, text: string, target?: { key: string; as: 'reply' | 'change' }) => ({
      key,
      to: { kind: 'channel', id: 'channel-hq-human-rights' } as const,
      body: { language: 'en', text },
      at: new Date(),
      lane: 'thread',
      ...(target ? { target } : {}),
    });
    await store.transaction(async ({ outbox }) => {
      await outbox.put(say('root', 'A request has come.'));
      await outbox.put(say('answer', 'The desk was reminded.', { key: 'root', as: 'reply' }));
    });
    await expect
      .poll(async () => (await store.outbox.find('answer'))?.state, { timeout: 20_000 })
      .toBe('sent');
    await headquarters.openChat('Headquarters - Human rights desk');
    await headquarters.page.getByText('A request has come.').waitFor();
    await headquarters.sees('The desk was reminded.');
    await store.outbox.put(say('change', 'The request was approved.', { key: 'root', as: 'change' }));
    await headquarters.sees('The request was approved.');
    expect(await headquarters.page.getByText('A request has come.').count()).toBe(0);
  });

  test('each side has a chat of its own', { timeout: 60_000 }, async () => {
    const { mission, headquarters } = sides;
    await headquarters.openChat('Personal Chat');
    await mission.say('How much does a flight to Geneva cost?');
    await mission.card('The guidelines do not cover this.').waitFor();
    expect(await headquarters.page.getByText('a flight to Geneva').count()).toBe(0);
  });
});
