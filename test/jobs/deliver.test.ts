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

/** Sends one message while this bot's clock passes over so many seconds, as when it is suspended before the message leaves. */
async function sendAfter(pause: number): Promise<boolean | undefined> {
  let time = Date.parse('2026-03-10T12:00:00Z');
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
          time += pause * 1_000;
          inTime = isInTime();
          return { activityId: '1', conversationId: 'c' };
        },
      },
      log: createRecordingLog(),
      now: () => new Date(time),
    },
  );
  await expect.poll(() => noted.length).toBe(1);
  await deliverer.stop();
  return inTime;
}

test('a message does not leave when its claim may have gone to another bot meanwhile', async () => {
  expect(await sendAfter(1)).toBe(true);
  expect(await sendAfter(40)).toBe(false);
});
