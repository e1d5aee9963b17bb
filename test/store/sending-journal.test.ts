import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSendingJournal, type SendingJournal } from '../../src/store/sending-journal.ts';
import { freshFolder } from './folders.ts';

let folder: string;
let file: string;
let journal: SendingJournal;
const failures: string[] = [];
const open = () => openSendingJournal(file, error => failures.push(String(error.code)));
const begun = (claim: string) => ({ begun: claim });
const sent = { sent: 'x/1', activityId: 'a', conversationId: 'c' };

beforeEach(async () => {
  failures.length = 0;
  folder = await freshFolder();
  file = join(folder, 'sending.journal');
  journal = await open();
});
afterEach(async () => {
  await journal.close().catch(() => {});
  rmSync(folder, { recursive: true, force: true });
});

test('the next process reads what was written, in its order', async () => {
  expect(await journal.read()).toEqual([]);
  await journal.append([begun('x/1'), begun('x/2')]);
  await journal.append([sent]);
  await journal.close();
  journal = await open();
  expect(await journal.read()).toEqual([begun('x/1'), begun('x/2'), sent]);
  expect(journal.size()).toBeGreaterThan(0);
});

test('a line that a kill cut off is left out, and gone when the rest is kept anew', async () => {
  await journal.append([begun('x/1')]);
  appendFileSync(file, '{"sent":"x/1","activ');
  expect(await journal.read()).toEqual([begun('x/1')]);
  await journal.keep([begun('x/1')]);
  await journal.append([sent]);
  expect(await journal.read()).toEqual([begun('x/1'), sent]);
});

test('a disk that fails is reported, and nothing is called written', async () => {
  await journal.close();
  await expect(journal.append([begun('x/1')])).rejects.toThrow();
  expect(failures).toEqual(['EBADF']);
});
