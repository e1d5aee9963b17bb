import { describe, expect, test } from 'vitest';
import { parseActivity } from '../../src/teams/activity.ts';
import {
  createWhereabouts,
  type Whereabouts,
  type WhereaboutsLedger,
  whereaboutsIn,
} from '../../src/teams/whereabouts.ts';
import {
  channelThread,
  groupChat,
  installation,
  message,
  official,
  type Payload,
  personalChat,
} from '../fakes/payloads.ts';

const to = { appId: 'app', tenantId: 'tenant', serviceUrl: 'https://smba.trafficmanager.net/amer/' };
const amara = official('Amara');

function parse(payload: Payload) {
  const parsed = parseActivity(payload);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.activity;
}

const placesOf = (payload: Payload) => whereaboutsIn(parse(payload)).map(({ kind, id }) => `${kind} ${id}`);

describe('where Vigil can write later', () => {
  test('is a person’s own chat, a group chat, or a channel with its thread', () => {
    const [chat, group, thread] = [personalChat(), groupChat(), channelThread()];
    expect(placesOf(message(to, amara, chat, 'help'))).toEqual([`person ${amara.aadObjectId}`]);
    expect(placesOf(message(to, amara, group, 'help'))).toEqual([`groupChat ${group.conversationId}`]);
    expect(placesOf(message(to, amara, thread, 'help'))).toEqual([
      `channel ${thread.conversationId.split(';')[0]}`,
      `thread ${thread.conversationId}`,
    ]);
  });

  test('is never a chat of a kind nobody knows: others may be in it', () => {
    const activity = message(to, amara, groupChat(), 'help');
    activity.conversation.conversationType = 'meeting';
    expect(placesOf(activity)).toEqual([]);
  });
});

describe('two bots that keep one ledger', () => {
  const kept = new Map<string, Whereabouts>();
  const ledger: WhereaboutsLedger = {
    remember: async whereabouts => {
      kept.set(whereabouts.id, whereabouts);
    },
    forget: async ({ id }) => {
      kept.delete(id);
    },
  };
  let time = 1;
  const [first, second] = [createWhereabouts(ledger, () => time), createWhereabouts(ledger)];
  const chat = personalChat();
  const says = (serviceUrl = to.serviceUrl) => parse(message({ ...to, serviceUrl }, amara, chat, 'help'));

  test('know a person again who removed Vigil by one of them and came back by the other', async () => {
    await first(says());
    await second(parse(installation(to, amara, chat, 'remove')));
    expect(kept.size).toBe(0);
    await first(parse(installation(to, amara, chat, 'add')));
    expect([...kept.values()]).toMatchObject([{ kind: 'person', serviceUrl: to.serviceUrl }]);
  });

  test('follow a conversation that moves and comes back, though each heard of one move', async () => {
    await first(says());
    await second(says('https://smba.trafficmanager.net/emea/'));
    time += 11 * 60_000;
    await first(says());
    expect([...kept.values()]).toMatchObject([{ serviceUrl: to.serviceUrl }]);
  });
});
