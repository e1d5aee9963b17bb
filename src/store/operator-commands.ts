import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Mission } from '../directory/unit.ts';
import { describeAccount } from '../record/account.ts';
import { StoreError } from './errors.ts';
import { importHearings } from './import-hearings.ts';
import type { Store } from './store.ts';

/** Prints one line or more for the operator. */
export type Print = (text: string) => void;

export class UsageError extends StoreError {}

const usage = `audit verify | audit export --escalation ESC-… | --inquiry ASK-… | --guidance HQG-… [--json]
outbox list | outbox retry KEY… | outbox retry --all | outbox drop KEY…
data backup FILE | data restore FILE | data purge | data rotate-keys
hearings import FILE [--dry-run] [--mission ID]`;

/**
 * What operators can ask of a store, whether they opened it themselves or the running bot does it for them.
 *
 * @param args as typed, such as `['outbox', 'retry', 'reminder:…']`
 * @param operator the user name, for the record
 * @param missions as the directory's file has them
 * @returns the exit code
 * @throws UsageError and other StoreErrors, worded for the operator
 */
export async function runOperatorCommand(
  store: Store,
  args: readonly string[],
  print: Print,
  operator: string,
  now: Date = new Date(),
  missions: () => readonly Mission[] = () => [],
): Promise<number> {
  const { values, positionals } = parse(args);
  const [room, command, ...rest] = positionals;
  switch (`${room} ${command}`) {
    case 'audit verify':
      return verify(store, print);
    case 'audit export':
      return exportAccount(store, subjectNamed(values), values.json ?? false, print, operator);
    case 'outbox list':
      return listOutbox(store, print);
    case 'outbox retry':
      return settle(
        store,
        'retry',
        values.all ? await allTroubled(store) : named(rest),
        print,
        operator,
        now,
      );
    case 'outbox drop':
      return settle(store, 'drop', named(rest), print, operator, now);
    case 'hearings import': {
      const { format, text, mission, 'dry-run': dryRun = false } = values;
      if ((format !== 'csv' && format !== 'ics') || text === undefined)
        throw new UsageError(`usage:\n${usage}`);
      const request = { format, text, mission, dryRun } as const;
      return importHearings(store, request, missions(), print, operator, now);
    }
    case 'data backup':
      print(`${await store.backUp(fileIn(rest), now)} rows and jobs written to ${fileIn(rest)}`);
      return 0;
    case 'data restore': {
      const done = await store.restore(fileIn(rest), now);
      print(`${done.rows} rows and ${done.jobs} jobs restored`);
      print(`${done.heldMessages} messages and ${done.heldJobs} jobs are held: see "outbox list"`);
      return 0;
    }
    case 'data purge':
      for (const { what, count } of await store.purge(now)) print(`${count} ${what}`);
      return 0;
    case 'data rotate-keys':
      // A running bot does this with its own ring, which may not be the operator's.
      print(
        `${await store.rotateKeys()} values encrypted again; keys other than "${store.currentKey}" may go`,
      );
      return 0;
    default:
      throw new UsageError(`usage:\n${usage}`);
  }
}

/** The options that a command has: one that it would not heed could be taken for heeded, as in `data purge --dry-run`. */
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  'audit export': ['escalation', 'inquiry', 'guidance', 'json'],
  'outbox retry': ['all'],
  'hearings import': ['format', 'text', 'mission', 'dry-run'],
};

function parse(args: readonly string[]) {
  const { values, positionals } = parseAny(args);
  const command = positionals.slice(0, 2).join(' ');
  const strange = Object.keys(values).find(name => !optionsOf[command]?.includes(name));
  if (strange !== undefined)
    throw new UsageError(`--${strange} is no option of "${command}"\nusage:\n${usage}`);
  return { values, positionals };
}

function parseAny(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        escalation: { type: 'string' },
        inquiry: { type: 'string' },
        guidance: { type: 'string' },
        json: { type: 'boolean' },
        all: { type: 'boolean' },
        format: { type: 'string' },
        text: { type: 'string' },
        mission: { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
    });
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\nusage:\n${usage}`, { cause });
  }
}

function fileIn([file]: readonly string[]): string {
  if (!file) throw new UsageError('which FILE?');
  return resolve(file);
}

function named(keys: readonly string[]): readonly string[] {
  if (keys.length === 0) throw new UsageError('which KEY from "outbox list"?');
  return keys;
}

const problems = {
  missing: 'is missing',
  changed: 'is not what was recorded',
  'beyond-head': 'was added behind the recorded end',
  'head-replaced': 'is not the recorded end',
  'seal-broken': 'is a false end: entries behind it may have been removed',
  'text-altered': 'has a text that is not what was recorded',
  'text-missing': 'has lost a text that was not purged',
} as const;

async function verify(store: Store, print: Print): Promise<number> {
  const verdict = await store.auditReader.verify();
  if (verdict.sound) {
    print(`the record is sound: ${verdict.head.seq} entries, the last link is ${verdict.head.link}`);
    return 0;
  }
  print(`THE RECORD IS BROKEN: entry ${verdict.seq} ${problems[verdict.problem]}`);
  return 1;
}

/** What has a record of its own, by the option that names it. */
const subjects = ['escalation', 'inquiry', 'guidance'] as const;

function subjectNamed(values: Partial<Record<(typeof subjects)[number], string>>) {
  const [named, ...more] = subjects.flatMap(kind => (values[kind] ? [{ kind, id: values[kind] }] : []));
  if (!named || more.length > 0) throw new UsageError(`which --${subjects.join(', or which --')}?`);
  return named;
}

async function exportAccount(
  store: Store,
  subject: { readonly kind: string; readonly id: string },
  json: boolean,
  print: Print,
  operator: string,
): Promise<number> {
  const entries = await store.auditReader.accountOf(subject);
  // What was typed goes on record only when it is there already, for it would stay for ever.
  if (entries.length === 0) throw new StoreError(`nothing is on record of the ${subject.kind} ${subject.id}`);
  // Reading free text is an event of its own.
  await store.audit.append({
    at: new Date(),
    actor: `operator ${operator}`,
    subject,
    event: 'RecordExported',
    facts: { entries: entries.length },
  });
  const { kind, id } = subject;
  print(json ? JSON.stringify({ [kind]: id, entries }, undefined, 2) : describeAccount(id, entries));
  return 0;
}

async function listOutbox(store: Store, print: Print): Promise<number> {
  const { waiting, troubled, oldest, jobs } = await store.troubles();
  const sent = await store.outboxTrouble.countSent();
  const since = oldest ? `, the oldest since ${oldest.toISOString()}` : '';
  print(`${waiting} waiting${since}; ${sent} sent; ${troubled + jobs} need you:`);
  for (const message of await store.outboxTrouble.list()) {
    const doubt = message.mayBeRepeated ? '; it may have arrived' : '';
    print(
      `  ${message.key}  to ${message.to}  ${message.state} after ${message.attempts} tries: ${message.error}${doubt}`,
    );
  }
  for (const { id, name, about, state, since } of await store.troubledJobs.list()) {
    const why = state === 'dead' ? 'failed for good' : 'held since a restore, was due';
    print(`  ${id}  job ${about ? `${name} ${about}` : name}  ${why} ${since.toISOString()}`);
  }
  return 0;
}

async function allTroubled(store: Store): Promise<string[]> {
  const messages = await store.outboxTrouble.list();
  const jobs = await store.troubledJobs.list();
  return [...messages.map(({ key }) => key), ...jobs.map(({ id }) => id)];
}

async function settle(
  store: Store,
  what: 'retry' | 'drop',
  keys: readonly string[],
  print: Print,
  operator: string,
  now: Date,
): Promise<number> {
  if (keys.length === 0) print('nothing waits for you');
  let unknown = 0;
  for (const key of keys) {
    const done = await store.settle({ what, key, operator, at: now });
    if (!done) unknown += 1;
    print(`${key}: ${outcomeOf(what, done)}`);
  }
  return unknown === 0 ? 0 : 1;
}

function outcomeOf(asked: 'retry' | 'drop', done: 'retry' | 'drop' | undefined): string {
  if (!done) return 'is not on the list';
  if (done === 'retry') return 'will be tried again';
  return asked === 'drop' ? 'dropped' : 'dropped, for a later change of the same message has gone out';
}
