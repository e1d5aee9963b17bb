import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLinks } from '../../../src/cards/links.ts';
import { createSendUnanswered } from '../../../src/conversation/inquiries/send-unanswered.ts';
import { guidelinesFolder } from '../../../src/guidelines/folder.ts';
import { openGuidelines } from '../../../src/guidelines/open.ts';
import type { OutboxMessage } from '../../../src/jobs/messenger.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { directory, given } from '../../inquiries/world.ts';
import { pgliteFolders } from '../../store/engines.ts';
import { textOf } from '../../support/card.ts';
import { settled } from '../sign-off/office.ts';

const freshFolder = pgliteFolders();
const { edition, exampleOf } = openGuidelines(guidelinesFolder);
const sent: OutboxMessage[] = [];
/** Monday morning in Toronto, where the desk is. */
const morning = new Date('2026-03-02T14:00:00Z');
let store: Store;

beforeAll(async () => {
  store = await openStore(await freshFolder());
  await store.deliver({
    messenger: {
      send: async message => {
        sent.push(message);
        return { activityId: message.key, conversationId: message.to.id };
      },
    },
  });
}, 60_000);
afterAll(() => store?.close());

const lookRound = (at: Date, people = directory) =>
  createSendUnanswered({
    store,
    directory: async () => people,
    policy: { digestAt: '08:30', quietHours: { from: '18:00', to: '08:00', weekends: true } },
    editions: [edition],
    linkTo: createLinks('https://vigil.example.org'),
    exampleOf,
    now: () => at,
  })();

test('the desk is told once a month, in its morning, what was not answered in the month before', async () => {
  await lookRound(morning);
  await settled(store);
  expect(sent).toEqual([]);
  for (const language of ['en', 'en', 'fr'] as const)
    await store.unanswered.count('2026-02', 'topic facilities', language);
  await store.unanswered.count('2026-02', 'section 3.8', 'fr');
  await store.unanswered.count('2026-02', 'none', 'en');
  await store.unanswered.count('2026-03', 'topic facilities', 'en');
  await store.inquiries.add({ ...given(), reference: 'ASK-2026-0001' }, 'form', morning.toISOString());

  await lookRound(new Date('2026-03-02T12:00:00Z'));
  await settled(store);
  expect(sent).toEqual([]);
  for (const later of [0, 10, 24 * 60]) await lookRound(new Date(morning.getTime() + later * 60_000));
  await settled(store);
  expect(sent.map(({ key, to }) => [key, to])).toEqual([
    ['unanswered rights 2026-02', { kind: 'channel', id: 'rights-channel' }],
  ]);
  const said = textOf(sent[0]?.body);
  expect(said).toContain('5 questions had no answer in the guidelines');
  expect(said).toContain(exampleOf('facilities', 'en'));
  expect(said).toContain('3 times (2 in English, 1 in French)');
  expect(said).toContain('Nearest section: 3.8 Attending trials');
  expect(said).toContain('One question waits for your desk now.');
  expect(said).not.toMatch(/phone|Ana/);
});

test('a desk that reads French is told in French, of the month after in the month after', async () => {
  const people = { ...directory, desks: directory.desks.map(desk => ({ ...desk, language: 'fr' as const })) };
  await lookRound(new Date('2026-04-01T13:00:00Z'), people);
  await settled(store);
  expect(sent).toHaveLength(2);
  expect(sent[1]?.key).toBe('unanswered rights 2026-03');
  const said = textOf(sent[1]?.body);
  expect(said).toContain('Une question est restée sans réponse');
  expect(said).toContain(exampleOf('facilities', 'fr'));
});
