import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createListHearings } from '../../../src/conversation/hearings/list-hearings.ts';
import type { HearingTools } from '../../../src/conversation/hearings/parts.ts';
import type { Turn } from '../../../src/conversation/incoming.ts';
import { createDirectory } from '../../../src/directory/directory.ts';
import { emptyDirectoryFile } from '../../../src/directory/directory-file.ts';
import { zones } from '../../../src/hearings/court-time.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { details, given, officialAmong } from '../../hearings/scene.ts';
import { pgliteFolders } from '../../store/engines.ts';
import { buttonsOf, textOf } from '../../support/card.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });
const freshPlace = pgliteFolders();
const directory = { ...createDirectory(emptyDirectoryFile), official: officialAmong('ana') };
const turn: Turn = {
  person: { id: 'ana', name: 'Ana', fromHomeTenant: true, language: 'en' },
  chat: { kind: 'personal', id: 'ana' },
};

let store: Store;
let lists: ReturnType<typeof createListHearings>;

beforeAll(async () => {
  store = await openStore(await freshPlace());
  // What listing does not touch is not here.
  const tools = {
    calendar: store,
    directory: async () => directory,
    zones,
    monthLink: async () => 'https://vigil.example.org/month',
    now: () => new Date('2026-03-10T12:00:00Z'),
  } as unknown as HearingTools;
  lists = createListHearings(tools);
});
afterAll(() => store?.close());

/** So many hearings of a case, one a day, the first of them on this day. */
async function hearingsOf(caseName: string, count: number, first: string): Promise<void> {
  await store.transaction(async ({ hearings }) => {
    for (let number = 0; number < count; number += 1) {
      const date = new Date(Date.parse(first) + number * 24 * 3_600_000).toISOString().slice(0, 10);
      const time = { date, time: '09:30', zone: details.zone };
      const id = await hearings.nextId(2026);
      await hearings.save(
        given({ event: 'HearingAdded', id, details: { ...details, caseName }, time, notes: {} }),
        zones,
      );
    }
  });
}

async function firstPage(caseName: string) {
  const reply = await lists.showCase(turn, caseName, 'en');
  return 'messages' in reply ? (reply.messages[0] as { card: unknown }).card : undefined;
}

test('the list of a case with more than 200 hearings behind it opens at the one that comes next', async () => {
  await hearingsOf('HERON', 215, '2025-08-15');
  const card = await firstPage('HERON');
  expect(textOf(card)).toMatch(/^Case HERON: all hearings\nThe latest 200 hearings/);
  expect(
    textOf(card)
      .match(/March \d+/g)
      ?.slice(0, 3),
  ).toEqual(['March 10', 'March 11', 'March 12']);
  expect(buttonsOf(card).map(({ title }) => title)).toEqual(expect.arrayContaining(['Earlier', 'Later']));
});

test('the list of a case of which nothing is to come opens at its last hearings', async () => {
  await hearingsOf('EGRET', 9, '2026-02-01');
  const card = await firstPage('EGRET');
  expect(textOf(card)).toContain('9 hearings.');
  expect(textOf(card).match(/February \d+/g)).toEqual([4, 5, 6, 7, 8, 9].map(day => `February ${day}`));
});
