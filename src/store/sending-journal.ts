import { type FileHandle, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { syncPath } from './sync-path.ts';

const step = z.union([
  z.strictObject({ begun: z.string() }),
  z.strictObject({ sent: z.string(), activityId: z.string(), conversationId: z.string() }),
]);

/** What became of one claim of the outbox: its message began to be sent, or Teams accepted it. */
export type SendingStep = z.infer<typeof step>;

/**
 * What has happened to messages since the outbox last committed: a line each, beside a database whose commit costs more
 * than a message. One call at a time.
 */
export interface SendingJournal {
  /** On the disk when it resolves. @throws what the disk says; then nothing that was to begin may be sent */
  append(steps: readonly SendingStep[]): Promise<void>;
  /** What is on it, oldest first. */
  read(): Promise<readonly SendingStep[]>;
  /** Forgets all but these: a kill in the middle leaves either everything or them. */
  keep(steps: readonly SendingStep[]): Promise<void>;
  /** How much there is to read, in bytes. */
  size(): number;
  close(): Promise<void>;
}

/**
 * @param file made when it is not there; its folder belongs to this process alone
 * @param onFailure told of every error of the disk
 */
export async function openSendingJournal(
  file: string,
  onFailure: (error: NodeJS.ErrnoException) => void,
): Promise<SendingJournal> {
  let handle = await open(file, 'a+');
  let { size } = await handle.stat();
  let isTorn = false;
  const judged = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      onFailure(error as NodeJS.ErrnoException);
      throw error;
    }
  };
  return {
    append: steps =>
      judged(async () => {
        // What a full disk cut off would hide whatever comes behind it.
        if (isTorn) await handle.truncate(size);
        isTorn = true;
        size += await write(handle, steps);
        isTorn = false;
      }),
    read: async () => readSteps(await readFile(file, 'utf8')),
    keep: steps =>
      judged(async () => {
        const fresh = await open(`${file}.new`, 'w');
        size = await write(fresh, steps);
        await rename(`${file}.new`, file);
        syncPath(dirname(file));
        await handle.close();
        handle = fresh;
        isTorn = false;
      }),
    size: () => size,
    close: () => handle.close(),
  };
}

async function write(handle: FileHandle, steps: readonly SendingStep[]): Promise<number> {
  const lines = Buffer.from(steps.map(one => `${JSON.stringify(one)}\n`).join(''));
  await handle.appendFile(lines);
  await handle.sync();
  return lines.length;
}

/** What a kill cut off had not yet been acted upon: it is left out, and nothing can stand behind it. */
function readSteps(text: string): SendingStep[] {
  const steps: SendingStep[] = [];
  for (const line of text.split('\n')) {
    const read = step.safeParse(parse(line));
    if (!read.success) break;
    steps.push(read.data);
  }
  return steps;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
