import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { OutboxMessage } from '../../src/jobs/messenger.ts';
import { newKey, readKeyRing } from '../../src/store/encryption.ts';
import { openStore } from '../../src/store/store.ts';
import { freshFolder } from '../store/folders.ts';

/** What a request left behind, in Teams and on record. */
export interface Aftermath {
  /** Every step that was gone through, in its order. */
  readonly steps: readonly string[];
  /** For each place: the threads there, each with its card as it is now and its replies. */
  readonly threads: { readonly [place: string]: readonly PostedThread[] };
  readonly onRecord: readonly string[];
  readonly recordSound: boolean;
  readonly requests: number;
}
export interface PostedThread {
  card: string;
  readonly replies: string[];
  /** Whether it says that it may have come before. */
  readonly marked: boolean;
}

const bot = new URL('./sign-off-bot.ts', import.meta.url);

/**
 * Takes one request from its sending to its approval by a bot in a process of its own, which is killed at one step and
 * started again.
 *
 * @param killAt a step's name: `before` or `after` a command’s commit, or a message that `arrives` in Teams or was
 *   `accepted` there but not yet answered; without it nothing is killed
 */
export async function killDuringSignOff(killAt?: string): Promise<Aftermath> {
  const folder = await freshFolder();
  const keys = newKey('fault');
  const steps: string[] = [];
  const posted = new Map<string, PostedThread & { readonly key: string }>();
  let child: ChildProcess | undefined;
  let killed = false;

  /** Notes a step; true when the bot must not live to see the next. */
  function isLast(step: string): boolean {
    steps.push(step);
    if (killed || step !== killAt) return false;
    killed = true;
    child?.kill('SIGKILL');
    return true;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const message = JSON.parse(await text(request)) as OutboxMessage;
    const name = message.key.replace(/^ESC-\d{4}-\d{4} /, '');
    if (isLast(`arrives ${name}`)) return;
    const activityId = accept(message);
    if (isLast(`accepted ${name}`)) return;
    response.end(JSON.stringify({ activityId, conversationId: message.to.id }));
  }

  /** Does what Teams does: it knows no key, so what comes twice stands there twice. */
  function accept({ key, body, target, mayBeRepeated }: OutboxMessage): string {
    const said = (body as { readonly text: string }).text;
    const activityId = target?.posted?.activityId ?? `activity ${posted.size + 1}`;
    const thread = posted.get(activityId);
    if (!target) posted.set(activityId, { key, card: said, replies: [], marked: mayBeRepeated });
    else if (!thread) throw new Error(`${key} has nothing that it belongs to`);
    else if (target.as === 'change') thread.card = said;
    else thread.replies.push(mayBeRepeated ? `${said} (perhaps again)` : said);
    return activityId;
  }

  const teams = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  teams.listen(0, '127.0.0.1');
  await once(teams, 'listening');
  const address = `http://127.0.0.1:${(teams.address() as AddressInfo).port}`;

  async function run(): Promise<void> {
    const started = fork(bot, ['--folder', folder, '--keys', keys, '--teams', address], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child = started;
    let isDone = false;
    started.on('message', (step: string) => {
      if (step === 'done') isDone = true;
      else if (!isLast(step)) started.send('go on');
    });
    const [code] = await once(started, 'exit');
    if (isDone) return;
    if (!killed || code !== null) throw new Error(`the bot ended by itself with ${code}`);
    await run();
  }

  try {
    await run();
    const store = await openStore({ dataDir: folder, keys: readKeyRing(keys) });
    const { found } = await store.escalations.list({ most: 10 });
    const id = found[0]?.state.reference ?? '';
    const account = await store.auditReader.accountOf({ kind: 'escalation', id });
    const { sound } = await store.auditReader.verify();
    await store.close();
    const places = Map.groupBy(posted.values(), ({ key }) => key.slice(id.length + 1));
    return {
      steps,
      threads: Object.fromEntries(places),
      onRecord: account.map(({ event }) => event),
      recordSound: sound,
      requests: found.length,
    };
  } finally {
    teams.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is not as it must be after a kill, wherever it was. */
export function problemsOf({ threads, onRecord, recordSound, requests }: Aftermath): string[] {
  const problems: string[] = [];
  const expected = [
    'RequestSent',
    'DecisionGiven',
    'ChangesAsked',
    'RequestRevised',
    'DecisionGiven',
    'RequestApproved',
  ];
  if (requests !== 1) problems.push(`${requests} requests`);
  if (!recordSound || onRecord.join() !== expected.join()) problems.push(`on record: ${onRecord.join(', ')}`);
  if (Object.keys(threads).length !== 2) problems.push(`threads: ${Object.keys(threads).join(', ')}`);
  for (const [place, all] of Object.entries(threads)) {
    const last = all.at(-1);
    // Teams cannot be asked whether it took the first one: then there is a second, which says so.
    if (all.slice(1).some(({ marked }) => !marked)) problems.push(`${place}: begun again without a mark`);
    if (last?.card !== 'card approved r2') problems.push(`${place}: the card says ${last?.card}`);
    const mine = place.startsWith('requester')
      ? expected.filter(event => event !== 'RequestRevised')
      : expected;
    const replies = (last?.replies ?? []).map(reply => reply.split(' ')[0]);
    const unmarked = last?.replies.filter(reply => !reply.endsWith('(perhaps again)')) ?? [];
    for (const event of new Set(mine.slice(1))) {
      const wanted = mine.filter(one => one === event).length;
      const times = replies.filter(reply => reply === event).length;
      const plain = unmarked.filter(reply => reply.startsWith(event)).length;
      if (times < wanted || plain > wanted) problems.push(`${place}: ${event} was said ${times} times`);
    }
  }
  return problems;
}
