import { describe, expect, test } from 'vitest';
import { parseActivity } from '../../src/teams/activity.ts';
import { whereaboutsIn } from '../../src/teams/whereabouts.ts';
import {
  channelThread,
  groupChat,
  message,
  official,
  type Payload,
  personalChat,
} from '../fakes/payloads.ts';

const to = { appId: 'app', tenantId: 'tenant', serviceUrl: 'https://smba.trafficmanager.net/amer/' };
const amara = official('Amara');

function placesOf(activity: Payload) {
  const parsed = parseActivity(activity);
  if (!parsed.ok) throw new Error(parsed.reason);
  return whereaboutsIn(parsed.activity).map(({ kind, id }) => `${kind} ${id}`);
}

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
