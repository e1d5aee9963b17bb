import { expect, test } from 'vitest';
import { type ClaimedMessage, type DeliveryResult, startDelivery } from '../../src/jobs/deliver.ts';
import { createRecordingLog } from '../support/recording-log.ts';

const message: ClaimedMessage = {
  claim: 'x/1',
  key: 'card',
  to: { kind: 'channel', id: 'general' },
  body: {},
  attempt: 1,
  mayBeRepeated: false,
};

/** Sends one message while one of two clocks passes over so many seconds, as when the bot is suspended before it leaves. */
async function sendAfter(pause: number, which: 0 | 1): Promise<boolean | undefined> {
  const clocks = [0, 0];
  let inTime: boolean | undefined;
  const waiting = [message];
  const noted: DeliveryResult[] = [];
  const deliverer = startDelivery(
    {
      turn: async (results, most) => {
        noted.push(...results);
        return { begun: waiting.splice(0, most), wait: 0 };
      },
    },
    {
      messenger: {
        send: async (_message, _signal, isInTime) => {
          clocks[which] = pause * 1_000;
          inTime = isInTime();
          return { activityId: '1', conversationId: 'c' };
        },
      },
      log: createRecordingLog(),
      clocks: () => [...clocks],
    },
  );
  await expect.poll(() => noted.length).toBe(1);
  await deliverer.stop();
  return inTime;
}

test.each([0, 1] as const)(
  'a message does not leave when its claim may have gone to another bot meanwhile',
  async which => {
    expect(await sendAfter(1, which)).toBe(true);
    expect(await sendAfter(40, which)).toBe(false);
  },
);
