import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseActivity, toIncoming } from '../../src/teams/activity.ts';
import {
  channelThread,
  groupChat,
  installation,
  invoke,
  membersAdded,
  message,
  official,
  type Payload,
  personalChat,
  press,
  search,
} from '../fakes/payloads.ts';

const to = {
  appId: '3f1a2b4c-5d6e-4f70-8192-a3b4c5d6e7f8',
  tenantId: '0d1e2f30-4152-4637-8a9b-acbdcedfe0f1',
  serviceUrl: 'https://smba.trafficmanager.net/amer/',
};
const amara = official('Amara Okafor', 'en-CA');
const chat = personalChat();

function incoming(activity: Payload) {
  const parsed = parseActivity(activity);
  if (!parsed.ok) throw new Error(parsed.reason);
  return toIncoming(parsed.activity);
}

describe('a message', () => {
  test('says who speaks, where and in which language', () => {
    expect(incoming(message(to, official('Chloé', 'fr-CA'), chat, 'bonjour'))).toMatchObject({
      kind: 'message',
      text: 'bonjour',
      hasAttachments: false,
      person: { language: 'fr' },
      chat: { id: chat.conversationId, kind: 'personal' },
    });
  });

  test('in a channel names the channel, whatever the thread', () => {
    const thread = channelThread();
    const channelId = thread.conversationId.split(';')[0];
    expect(incoming(message(to, amara, thread, 'hello'))).toMatchObject({ chat: { channelId } });
    expect(incoming(message(to, amara, chat, 'hello'))?.chat).not.toHaveProperty('channelId');
  });

  test('tells whether its person is of the ministry’s own tenant, and their zone', () => {
    const parsed = parseActivity(message(to, amara, chat, 'hello'));
    if (!parsed.ok) throw new Error(parsed.reason);
    const person = (homeTenant: string) => toIncoming(parsed.activity, homeTenant)?.person;
    expect(person(to.tenantId)).toMatchObject({ fromHomeTenant: true, timeZone: 'America/Toronto' });
    expect(person('another-tenant')).toMatchObject({ fromHomeTenant: false });
    expect(person('')).toMatchObject({ fromHomeTenant: true, name: 'Amara Okafor' });
  });

  test('names the files attached in a personal chat, and no other attachment', () => {
    const activity = message(to, amara, chat, 'hearings');
    const file = (name: string, content: unknown) => ({
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name,
      content,
    });
    activity.attachments.push(
      file('hearings.csv', { downloadUrl: 'https://files.example.org/1', uniqueId: '1', fileType: 'csv' }),
      file('broken.csv', { downloadUrl: 'javascript:alert(1)' }),
      { contentType: 'image/png', contentUrl: 'https://files.example.org/2' },
    );
    expect(incoming(activity)).toMatchObject({
      hasAttachments: true,
      files: [{ name: 'hearings.csv', url: 'https://files.example.org/1' }],
    });
  });

  test('acted on from its menu comes as plain text', () => {
    const value = {
      commandId: 'requestSignOff',
      commandContext: 'message',
      messagePayload: {
        body: { contentType: 'html', content: '<p>Visit &lt;him&gt;</p><p>on <b>Monday</b>&amp;</p>' },
      },
    };
    expect(incoming(invoke(to, amara, chat, 'composeExtension/fetchTask', value))).toMatchObject({
      kind: 'message-action',
      command: 'requestSignOff',
      about: 'Visit <him>\non Monday&',
    });
  });

  test.each([
    ['a group chat', groupChat(), 'group'],
    ['a channel', channelThread(), 'channel'],
  ])('in %s loses the mention of the bot', (_kind, place, kind) => {
    const read = incoming(message(to, amara, place, 'Should we attend?'));
    expect(read).toMatchObject({ chat: { kind } });
    expect(read).toHaveProperty('text', expect.stringMatching(/^\s*Should we attend\?$/));
  });

  test('keeps the mentions of other people, and words that only look like a mention', () => {
    const activity = message(to, amara, groupChat(), 'ask <at>Luc</at> about <at>Vigilance</at>');
    activity.entities.push({ type: 'mention', mentioned: { id: '29:luc' }, text: '<at>Luc</at>' });
    expect(incoming(activity)).toHaveProperty(
      'text',
      expect.stringMatching(/^\s*ask <at>Luc<\/at> about <at>Vigilance<\/at>$/),
    );
  });

  test('loses every mention of the bot, wherever it stands', () => {
    const activity = message(to, amara, groupChat(), 'help <at>Vigil</at>&nbsp;please <at>Vigil</at>');
    expect(incoming(activity)).toHaveProperty('text', expect.stringMatching(/^\s*help\s+please\s*$/));
  });

  test('is from the person’s Entra identity, or from Teams’ own id where there is none', () => {
    const activity = message(to, amara, chat, 'hello');
    expect(incoming(activity)?.person.id).toBe(amara.aadObjectId);
    delete activity.from.aadObjectId;
    expect(incoming(activity)?.person.id).toBe(amara.id);
  });

  test('has the language of the client before the one of the activity', () => {
    const activity = message(to, amara, chat, 'hello');
    activity.locale = 'fr-FR';
    expect(incoming(activity)?.person.language).toBe('en');
    activity.entities = [];
    expect(incoming(activity)?.person.language).toBe('fr');
    delete activity.locale;
    expect(incoming(activity)?.person.language).toBe('en');
  });

  test('has an attachment when it brings more than its own HTML', () => {
    const activity = message(to, amara, chat, '');
    activity.attachments.push({ contentType: 'application/vnd.microsoft.teams.file.download.info' });
    expect(incoming(activity)).toMatchObject({ hasAttachments: true });
  });
});

test('an installation and a new member are arrivals; a removal is nothing', () => {
  expect(incoming(installation(to, amara, chat))?.kind).toBe('arrival');
  expect(incoming(installation(to, amara, chat, 'add-upgrade'))?.kind).toBe('arrival');
  expect(incoming(membersAdded(to, amara, chat))?.kind).toBe('arrival');
  expect(incoming(installation(to, amara, chat, 'remove'))).toBeUndefined();
  expect(incoming(installation(to, amara, chat, 'remove-upgrade'))).toBeUndefined();
});

test('a press brings its verb and its data as they came', () => {
  const data = { verdict: 'up', nested: { list: [1] } };
  expect(incoming(press(to, amara, chat, { verb: 'feedback', data }))).toMatchObject({
    kind: 'press',
    verb: 'feedback',
    data,
  });
});

test('a search brings its words and its page, none of both when it is opened', () => {
  expect(incoming(search(to, amara, chat, { words: 'trial', skip: 25, count: 10 }))).toMatchObject({
    kind: 'search',
    text: 'trial',
    skip: 25,
    count: 10,
  });
  expect(incoming(search(to, amara, chat, {}))).toMatchObject({ text: '', skip: 0, count: 25 });
});

describe('whatever stands in a body', () => {
  const typical = [
    message(to, amara, chat, 'hello'),
    message(to, amara, channelThread(), 'hello'),
    press(to, amara, chat, { verb: 'feedback', data: {} }),
    search(to, amara, chat, { words: 'trial' }),
    installation(to, amara, chat),
    membersAdded(to, amara, chat),
    invoke(to, amara, chat, 'task/fetch', {}),
  ];
  const paths = (value: unknown, path: string[] = []): string[][] =>
    typeof value === 'object' && value !== null
      ? [path, ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]))]
      : [path];
  /** A typical activity with anything at all in the place of one of its parts. */
  const spoilt = fc.constantFrom(...typical).chain(activity =>
    fc.tuple(fc.constantFrom(...paths(activity)), fc.anything()).map(([path, anything]) => {
      if (path.length === 0) return anything;
      const copy = structuredClone(activity);
      const parent = path.slice(0, -1).reduce((inner, key) => inner[key], copy);
      parent[path.at(-1) ?? ''] = anything;
      return copy;
    }),
  );

  test('it is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(spoilt, body => {
        const parsed = parseActivity(body);
        if (!parsed.ok) expect(parsed.reason).toMatch(/^not an activity: /);
        else toIncoming(parsed.activity);
      }),
      { numRuns: 500 },
    );
  });

  test('a refusal repeats nothing of it', () => {
    fc.assert(
      fc.property(fc.json(), text => {
        const parsed = parseActivity(JSON.parse(text));
        expect(parsed.ok ? 'ok' : parsed.reason).toMatch(
          /^(ok|not an activity: (body|type|channelId|serviceUrl|from|recipient|conversation|, )+)$/,
        );
      }),
    );
  });
});
