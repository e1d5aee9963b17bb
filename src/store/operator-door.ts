import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Mission } from '../directory/unit.ts';
import type { Log } from '../shared/log.ts';
import { OperatorError } from '../shared/operator-error.ts';
import { readStorePlace } from './environment.ts';
import { FolderInUseError, StoreError } from './errors.ts';
import { type Print, runOperatorCommand } from './operator-commands.ts';
import { openStore, type Store } from './store.ts';

const asked = z.object({ args: z.array(z.string()).max(1_000), operator: z.string().max(100) });
const answer = z.union([
  z.object({ print: z.string() }),
  z.object({ exit: z.number() }),
  z.object({ refused: z.string() }),
]);

/** Bytes that the address of a socket may have; Linux would take four more than macOS. Source: unix(7). */
const longestAddress = 103;

/**
 * A socket in the data folder, which only the bot's own user can enter.
 *
 * @throws StoreError when the folder's path is too long for one
 */
function doorOf(dataDir: string): string {
  const folder = resolve(dataDir);
  if (process.platform === 'win32') return `\\\\.\\pipe\\vigil${folder.replace(/[^A-Za-z0-9]+/g, '-')}`;
  const address = join(folder, 'operator.sock');
  const tooMuch = Buffer.byteLength(address) - longestAddress;
  if (tooMuch <= 0) return address;
  throw new StoreError(
    `the path of the data folder ${folder} is ${tooMuch} bytes too long for the operators' socket in it: set DATA_DIR to a shorter one`,
  );
}

/**
 * Lets operators on this machine use a store that the running bot holds: a PGlite folder admits one process.
 *
 * @returns closes the door again
 * @throws StoreError when the folder's path is too long
 */
export async function openOperatorDoor(
  store: Store,
  dataDir: string,
  missions: () => readonly Mission[] = () => [],
  log?: Log,
): Promise<() => Promise<void>> {
  const door = doorOf(dataDir);
  // Left by a killed bot; the folder is ours, so nobody listens there.
  if (process.platform !== 'win32') rmSync(door, { force: true });
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => {}));
    createInterface({ input: socket }).once('line', line => void serve(store, socket, line, missions, log));
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    forOwnUserAlone(() => server.listen(door, () => done()));
  });
  return () =>
    new Promise(done => {
      server.close(() => done());
      for (const socket of sockets) socket.destroy();
    });
}

/**
 * Makes a file that nobody else can use from its first moment on, however open its folder is. The mask holds for the whole
 * process: only for what is done at once, as the system's own part of `listen` on a path is.
 */
function forOwnUserAlone(make: () => void): void {
  const before = process.umask(0o077);
  try {
    make();
  } finally {
    process.umask(before);
  }
}

async function serve(
  store: Store,
  socket: Socket,
  line: string,
  missions: () => readonly Mission[],
  log: Log | undefined,
): Promise<void> {
  const say = (words: z.infer<typeof answer>) => socket.write(`${JSON.stringify(words)}\n`);
  try {
    const { args, operator } = asked.parse(JSON.parse(line));
    const exit = await runOperatorCommand(
      store,
      args,
      text => say({ print: text }),
      operator,
      new Date(),
      missions,
    );
    say({ exit });
  } catch (error) {
    if (error instanceof OperatorError) say({ refused: error.message });
    else {
      log?.error({ error }, 'a command of an operator failed');
      say({ refused: 'the command failed; see the bot’s log' });
    }
  } finally {
    socket.end();
  }
}

/**
 * Runs an operator's command: on the store that the environment names, or through the bot that holds it.
 *
 * @returns the exit code
 * @throws StoreError, worded for the operator
 */
export async function operate(
  typed: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  print: Print,
  missions: () => readonly Mission[] = () => [],
): Promise<number> {
  const operator = userInfo().username;
  const place = readStorePlace(env);
  // The bot may run in another folder.
  const request = typed[0] === 'data' ? typed.map((word, at) => (at === 2 ? resolve(word) : word)) : typed;
  let store: Store;
  try {
    store = await openStore(place);
  } catch (error) {
    if (error instanceof FolderInUseError && 'dataDir' in place)
      return askBot(doorOf(place.dataDir), { args: request, operator }, print, error);
    throw error;
  }
  try {
    return await runOperatorCommand(store, request, print, operator, new Date(), missions);
  } finally {
    await store.close();
  }
}

async function askBot(
  door: string,
  request: { readonly args: readonly string[]; readonly operator: string },
  print: Print,
  busy: StoreError,
): Promise<number> {
  const socket = connect(door);
  try {
    await once(socket, 'connect');
    socket.write(`${JSON.stringify(request)}\n`);
    for await (const line of createInterface({ input: socket })) {
      const words = answer.parse(JSON.parse(line));
      if ('print' in words) print(words.print);
      else if ('exit' in words) return words.exit;
      else throw new StoreError(words.refused);
    }
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw busy;
  }
  throw new StoreError('the bot stopped before it answered');
}
