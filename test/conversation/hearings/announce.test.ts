import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createAnnounce } from '../../../src/conversation/hearings/announce.ts';
import { createChangeHearing } from '../../../src/conversation/hearings/change-hearing.ts';
import { createFollowHearings } from '../../../src/conversation/hearings/follow-hearings.ts';
import { createDirectory, type Directory } from '../../../src/directory/directory.ts';
import { emptyDirectoryFile, parseDirectory } from '../../../src/directory/directory-file.ts';
import { guidelinesFolder } from '../../../src/guidelines/folder.ts';
import { openGuidelines } from '../../../src/guidelines/open.ts';
import { zones } from '../../../src/hearings/court-time.ts';
import type { Hearing } from '../../../src/hearings/hearing.ts';
import { usualOffsets } from '../../../src/hearings/reminder.ts';
import type { OutboxMessage } from '../../../src/jobs/messenger.ts';
import { type Reminders, startReminders } from '../../../src/jobs/remind.ts';
import { createHearingWords } from '../../../src/jobs/word-hearings.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { ana, ben, details, officialAmong } from '../../hearings/scene.ts';
import { pgliteFolders } from '../../store/engines.ts';
import { buttonsOf, textOf } from '../../support/card.ts';
import { createRecordingLog } from '../../support/recording-log.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });
const freshPlace = pgliteFolders();
const { edition } = openGuidelines(guidelinesFolder);
const words = { edition, zones, linkTo: (section: string) => `https://vigil.example.org/${section}` };
/** Who is in the directory just now. */
let official = officialAmong('ana', 'ben');
const directory: Directory = {
  ...createDirectory(emptyDirectoryFile),
  official: id => official(id),
  nameOf: id => official(id)?.name,
};
const mei = '0b6dfc4e-7a3f-4c56-9d2e-1f4b8a7c6d5e';
const channel = { kind: 'channel', id: 'general' } as const;
const usual = { offsets: usualOffsets, language: 'en', zone: 'America/Toronto' } as const;

let at = new Date('2026-02-01T12:00:00Z');
const now = () => at;
let store: Store;
let reminders: Reminders;
/** What Teams has been given, and the gate at which it waits until the test lets it in. */
const posted: OutboxMessage[] = [];
let letIn: () => void = () => {};
let gate: Promise<void> = Promise.resolve();

beforeAll(async () => {
  store = await openStore(await freshPlace());
  await store.deliver({
    now,
    messenger: {
      send: async message => {
        posted.push(message);
        await gate;
        return { activityId: `of ${message.key}`, conversationId: 'thread' };
      },
    },
  });
  const follows = createFollowHearings(store, zones, now);
  await follows.follow(channel, { kind: 'case', name: 'HERON' }, usual, 'ana');
  reminders = startReminders({
    store,
    zones,
    words: createHearingWords(words),
    directory: async () => directory,
    log: createRecordingLog(),
    now,
  });
});
afterAll(async () => {
  await reminders?.stop();
  await store?.close();
});
beforeEach(() => {
  posted.length = 0;
  gate = Promise.resolve();
});

const changes = (announces: boolean) =>
  createChangeHearing(
    store,
    zones,
    async () => ({ announce: announces ? createAnnounce(words, directory) : async () => {}, directory }),
    now,
  );
const add = async (): Promise<Hearing> => {
  at = new Date('2026-02-01T12:00:00Z');
  const when = { date: '2026-03-14', time: '09:30' };
  const added = await changes(false).add({ details, when, notes: {} }, ana);
  if (!('hearing' in added)) throw new Error(JSON.stringify(added));
  return added.hearing;
};
const shown = ({ body }: OutboxMessage) => `${textOf(body)}\n${(body as { text?: string }).text ?? ''}`;
const until = (count: number) =>
  vi.waitFor(() => expect(posted.length).toBeGreaterThanOrEqual(count), { timeout: 10_000, interval: 10 });

test('a hearing moved while its reminder is being sent: the card is put right as soon as it stands', async () => {
  const { id } = await add();
  gate = new Promise(resolve => {
    letIn = resolve;
  });
  at = new Date('2026-02-28T14:30:00Z');
  reminders.nudge();
  await until(1);
  const to = { date: '2026-03-20', time: '14:00' };
  await changes(true).change(id, { command: 'AdjournHearing', to }, ana);
  expect(posted).toHaveLength(1);
  letIn();
  await until(3);
  const [reminder, changed, told] = posted as [OutboxMessage, OutboxMessage, OutboxMessage];
  expect(shown(reminder)).toContain('Saturday, March 14, 2026, 9:30 a.m.');
  expect(changed.target).toMatchObject({ as: 'change', posted: { activityId: `of ${reminder.key}` } });
  expect(shown(changed)).toContain('Friday, March 20, 2026, 2:00 p.m.');
  expect(told.target).toMatchObject({ as: 'reply', posted: { activityId: `of ${reminder.key}` } });
  expect(shown(told)).toContain(`${id}, HERON: adjourned to Friday, March 20, 2026, 2:00 p.m.`);
  // Toronto is an hour ahead of Bogotá by then.
  expect(shown(told)).toContain('3:00 p.m. in America/Toronto');
  await changes(true).change(id, { command: 'CancelHearing' }, ana);
  await until(5);
  expect(posted.slice(3).map(shown).join()).toMatch(/HERON, trial: cancelled[\s\S]*HERON: cancelled\./);
});

test('a roster is seen on the cards alone', async () => {
  const { id } = await add();
  at = new Date('2026-02-28T14:30:00Z');
  reminders.nudge();
  await until(1);
  await changes(true).change(id, { command: 'SignUp' }, ana);
  await until(2);
  await changes(true).change(id, { command: 'SetInterpreter', needed: true }, ana);
  await until(3);
  expect(posted.slice(1).map(({ target }) => target?.as)).toEqual(['change', 'change']);
  expect(shown(posted[2] as OutboxMessage)).toContain('An interpreter is needed.');
  await changes(false).change(id, { command: 'CancelHearing' }, ana);
});

test('who is asked whether they still come keeps the question while others answer theirs', async () => {
  const { id } = await add();
  await changes(false).change(id, { command: 'SignUp' }, ana);
  await changes(false).change(id, { command: 'SignUp' }, ben);
  at = new Date('2026-03-12T14:30:00Z');
  reminders.nudge();
  const asks = (message: OutboxMessage) => shown(message).includes('Please say whether you still do.');
  await vi.waitFor(() => expect(posted.filter(asks)).toHaveLength(2), { timeout: 10_000, interval: 10 });
  posted.length = 0;
  await changes(true).change(id, { command: 'ConfirmAttendance' }, ana);
  const changed = (person: string) => posted.find(({ to }) => to.kind === 'person' && to.id === person);
  await vi.waitFor(() => expect(changed('ana') && changed('ben')).toBeDefined(), {
    timeout: 10_000,
    interval: 10,
  });
  const buttons = (person: string) => buttonsOf(changed(person)?.body).map(({ verb }) => verb);
  expect(asks(changed('ben') as OutboxMessage)).toBe(true);
  expect(buttons('ben')).toContain('hearing.confirm');
  expect(asks(changed('ana') as OutboxMessage)).toBe(false);
  expect(buttons('ana')).not.toContain('hearing.confirm');
  await changes(false).change(id, { command: 'CancelHearing' }, ana);
});

test('the duty officer is asked at once about a hearing that is added or moved to within the week', async () => {
  const people = createDirectory(
    parseDirectory(
      'directory.yaml',
      `
people: { mei: { id: ${mei}, name: Mei } }
missions:
  - { id: bogota, name: { en: Bogotá, fr: Bogota }, timeZone: America/Bogota, head: mei, dutyOfficer: mei }
desks: []
`,
    ),
  );
  const announced = createChangeHearing(
    store,
    zones,
    async () => ({ announce: createAnnounce(words, people), directory: people }),
    now,
  );
  at = new Date('2026-02-01T12:00:00Z');
  const asked = () => posted.filter(({ to, target }) => to.id === mei && !target).map(shown);
  const soon = await announced.add({ details, when: { date: '2026-02-02', time: '09:30' }, notes: {} }, ana);
  const later = await announced.add({ details, when: { date: '2026-03-14', time: '09:30' }, notes: {} }, ana);
  if (!('hearing' in soon) || !('hearing' in later)) throw new Error('not added');
  await until(3);
  expect(asked()).toEqual([expect.stringContaining('You are asked as the duty officer of Bogotá')]);
  const to = { date: '2026-02-04', time: '14:00' };
  await announced.change(later.hearing.id, { command: 'AdjournHearing', to }, ana);
  await vi.waitFor(() => expect(asked()).toHaveLength(2), { timeout: 10_000, interval: 10 });
  for (const { hearing } of [soon, later])
    await changes(false).change(hearing.id, { command: 'CancelHearing' }, ana);
});

test('who follows a case and has left the directory is neither reminded nor told', async () => {
  const left = { kind: 'person', id: 'left' } as const;
  const follows = createFollowHearings(store, zones, now);
  const heron = { kind: 'case', name: 'HERON' } as const;
  await follows.follow(left, heron, usual, 'left');
  const { id } = await add();
  at = new Date('2026-02-28T14:30:00Z');
  reminders.nudge();
  await until(1);
  await changes(true).change(id, { command: 'CancelHearing' }, ana);
  await until(3);
  expect(posted.map(({ to }) => to.id)).toEqual(['general', 'general', 'general']);
  await follows.unfollow(left, heron, 'left');
});

test('whoever has left the directory is on no card, and the reminder says that nobody attends', async () => {
  const { id } = await add();
  await changes(false).change(id, { command: 'SignUp' }, ana);
  official = officialAmong('ben');
  at = new Date('2026-03-07T14:30:00Z');
  reminders.nudge();
  await until(1);
  expect(shown(posted[0] as OutboxMessage)).toMatch(
    /^Nobody attends yet: HERON, trial, in 7 days[\s\S]*Nobody yet/,
  );
  // They are no more there to be swapped with, and whoever signs up leads.
  const gone = await changes(true).change(id, { command: 'TakeOver', from: 'ana' }, ben);
  expect(gone).toEqual({ refused: 'not-attending' });
  await changes(true).change(id, { command: 'SignUp' }, ben);
  await until(2);
  expect(shown(posted[1] as OutboxMessage)).toContain('ben (lima), lead observer');
  expect(shown(posted[1] as OutboxMessage)).not.toContain('not in the directory');
  official = officialAmong('ana', 'ben');
  await changes(false).change(id, { command: 'CancelHearing' }, ana);
});

test('who is told of a change without having had a card gets one', async () => {
  const { id } = await add();
  await changes(true).change(id, { command: 'CancelHearing' }, ana);
  await until(1);
  expect(posted[0]?.target).toBeUndefined();
  expect(shown(posted[0] as OutboxMessage)).toContain(`${id}, HERON: cancelled.`);
});
