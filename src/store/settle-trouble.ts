import { deliverJob } from '../jobs/deliver.ts';
import type { Queue } from './queue.ts';
import type { Ledgers, Store } from './store.ts';
import { hearingReminders } from './troubled-jobs.ts';

/** What an operator does with a message or a job that waits for one. */
export interface Choice {
  readonly what: 'retry' | 'drop';
  /** A message's key or a job's id. */
  readonly key: string;
  /** The operator's user name on the machine, as the command tells it. */
  readonly operator: string;
  readonly at: Date;
}

const events = {
  message: { retry: 'MessageRetried', drop: 'MessageDropped' },
  job: { retry: 'JobRetried', drop: 'JobDropped' },
} as const;

/** Carries a choice out, together with its entry in the record; gives what was done, if anything in trouble has this key. */
export async function settleTrouble(
  store: Pick<Store, 'transaction' | 'troubledJobs'>,
  queue: Queue,
  { what, key, operator, at }: Choice,
): Promise<Choice['what'] | undefined> {
  // Before the transaction: a queue is made outside it.
  const jobs = await store.troubledJobs.list();
  const queued = jobs.filter(({ id, name }) => id === key && name !== hearingReminders);
  await queue.admit(queued.map(({ name }) => name));
  return store.transaction(async ledgers => {
    const settled = await settle(ledgers, what, key, at);
    if (!settled) return undefined;
    const { kind, done, facts } = settled;
    const subject = { kind, id: key };
    await ledgers.audit.append({
      at,
      actor: `operator ${operator}`,
      subject,
      event: events[kind][done],
      facts,
    });
    return done;
  });
}

interface Settled {
  readonly kind: keyof typeof events;
  readonly done: Choice['what'];
  readonly facts: Readonly<Record<string, string>>;
}

async function settle(
  ledgers: Ledgers,
  what: Choice['what'],
  key: string,
  at: Date,
): Promise<Settled | undefined> {
  const done = await settleMessage(ledgers, what, key, at);
  if (done === 'retry') await ledgers.jobs.enqueue(deliverJob, {});
  if (done) return { kind: 'message', done, facts: {} };
  const name = await ledgers.troubledJobs[what](key, at);
  return name === undefined ? undefined : { kind: 'job', done: what, facts: { job: name } };
}

async function settleMessage(
  { outboxTrouble }: Ledgers,
  what: Choice['what'],
  key: string,
  at: Date,
): Promise<Choice['what'] | undefined> {
  if (what === 'retry') return outboxTrouble.retry(key, at);
  return (await outboxTrouble.drop(key, at)) ? 'drop' : undefined;
}
