import { appendFileSync, rmSync } from 'node:fs';
import { type FileHandle, open as openFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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
  vi.restoreAllMocks();
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

test('what a full disk cut off hides nothing that is written when there is room again', async () => {
  await journal.append([begun('x/1')]);
  await fullAfter(10);
  await expect(journal.append([begun('x/2')])).rejects.toThrow('ENOSPC');
  expect(failures).toEqual(['ENOSPC']);
  expect(await journal.read()).toEqual([begun('x/1')]);
  await journal.append([sent]);
  expect(await journal.read()).toEqual([begun('x/1'), sent]);
});

/** The disk takes so many bytes of the next write, and then no more, as a full one does. */
async function fullAfter(bytes: number): Promise<void> {
  const handle = await openFile(file);
  vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'appendFile').mockImplementationOnce(async function (
    this: FileHandle,
    data,
  ) {
    await this.write((data as Buffer).subarray(0, bytes));
    throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  });
  await handle.close();
}
