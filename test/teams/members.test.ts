import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createAdapter } from '../../src/teams/adapter.ts';
import { createMembers } from '../../src/teams/members.ts';
import { type Connector, startConnector } from '../fakes/connector.ts';
import { createFixedTokenCredentials } from '../fakes/credentials.ts';
import { appId, homeTenant, productionEnvironment } from '../support/bot.ts';
import { createRecordingLog } from '../support/recording-log.ts';

let connector: Connector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());

const claire = {
  id: '29:claire',
  aadObjectId: 'claire',
  name: 'Claire',
  tenantId: homeTenant,
  userRole: 'user',
};

function membersIn(channel: string | undefined) {
  const log = createRecordingLog();
  const credentials = createFixedTokenCredentials(appId, homeTenant, connector.botToken);
  const adapter = createAdapter(readConfig(productionEnvironment(connector)).bot, credentials, log);
  const { serviceUrl } = connector;
  const find = async () =>
    channel === undefined ? undefined : { conversationId: channel, tenantId: homeTenant, serviceUrl };
  return { membersOf: createMembers(adapter, appId, homeTenant, find, log), log };
}

test('names everybody in a channel, page by page, but no guest and nobody of another tenant', async () => {
  connector.populate('19:desk', [
    claire,
    { ...claire, id: '29:guest', aadObjectId: 'guest', userRole: 'guest' },
    { ...claire, id: '29:partner', aadObjectId: 'partner', tenantId: 'another tenant' },
    { id: '28:app', name: 'An application' },
    { ...claire, id: '29:omar', aadObjectId: 'omar', name: 'Omar' },
  ]);
  const { membersOf } = membersIn('19:desk');
  expect(await membersOf('19:desk')).toEqual([
    { id: 'claire', name: 'Claire', teamsId: '29:claire' },
    { id: 'omar', name: 'Omar', teamsId: '29:omar' },
  ]);
});

test('nobody is in a channel that Vigil does not know, or that Teams does not tell of', async () => {
  expect(await membersIn(undefined).membersOf('19:unknown')).toEqual([]);
  const { membersOf, log } = membersIn('19:closed');
  expect(await membersOf('19:closed')).toEqual([]);
  expect(log.lines.join()).toContain('Teams did not say who is in a channel');
});

test('asks once for many questions in a row', async () => {
  connector.populate('19:busy', [claire]);
  const { membersOf } = membersIn('19:busy');
  const before = connector.attempts.length;
  for (let time = 0; time < 5; time += 1) await membersOf('19:busy');
  expect(connector.attempts.length).toBe(before + 1);
});
