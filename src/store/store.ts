import type { Transaction } from 'kysely';
import type { Feedback, Welcomes } from '../conversation/ports.ts';
import type { DirectoryNotes } from '../directory/ports.ts';
import type { Drafts, Escalations } from '../escalations/ports.ts';
import type { Dues, Feeds, Follows, HearingCards, Hearings } from '../hearings/ports.ts';
import type { GuidanceLedger, Inquiries, Unanswered } from '../inquiries/ports.ts';
import { type Deliverer, type DelivererOptions, deliverJob, startDelivery } from '../jobs/deliver.ts';
import type { AnyJob, JobRunner, Jobs } from '../jobs/job.ts';
import type { Log } from '../shared/log.ts';
import { defaultRetentionDays } from '../shared/retention.ts';
import { type Audit, createAuditBatch, sealNewRecord } from './audit-ledger.ts';
import { type AuditReader, createAuditReader } from './audit-reader.ts';
import { backUp } from './backup.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { type Database, type DatabaseOptions, type Executor, openDatabase } from './database.ts';
import { createDirectoryNotes } from './directory-notes.ts';
import { createDrafts } from './drafts.ts';
import { type KeyRing, KeyRingError } from './encryption.ts';
import { createEscalations } from './escalations.ts';
import { createFeedback } from './feedback.ts';
import { createGuidance } from './guidance.ts';
import type { StoreState } from './health.ts';
import { createHearings } from './hearings.ts';
import { createHearingCards } from './hearings-cards.ts';
import { createDues } from './hearings-dues.ts';
import { createFeeds } from './hearings-feeds.ts';
import { createFollows } from './hearings-follows.ts';
import { createInquiries } from './inquiries.ts';
import { checkKeys } from './key-check.ts';
import { localKeyRing } from './local-keys.ts';
import type { Place } from './open-engine.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createOutboxTrouble, type OutboxCounts, type OutboxTrouble } from './outbox-trouble.ts';
import { createOutboxTurns } from './outbox-turns.ts';
import { createPreferences, type StoredPreferences } from './preferences.ts';
import { type Purged, purge } from './purges.ts';
import { openQueue, type Queue } from './queue.ts';
import { type Restored, restore } from './restore.ts';
import { rotateKeys } from './rotate-keys.ts';
import { createSeenActivities, type SeenActivities } from './seen-activities.ts';
import { type Choice, settleTrouble } from './settle-trouble.ts';
import type { Tables } from './tables.ts';
import { tidy } from './tidy.ts';
import { createTroubledJobs, type TroubledJobs } from './troubled-jobs.ts';
import { createUnanswered } from './unanswered.ts';
import { createWelcomes } from './welcomes.ts';

/** What Vigil remembers, one ledger per subject. */
export interface Ledgers {
  readonly preferences: StoredPreferences;
  readonly welcomes: Welcomes;
  readonly feedback: Feedback;
  readonly seenActivities: SeenActivities;
  readonly conversations: Conversations;
  readonly directoryNotes: DirectoryNotes;
  readonly hearings: Hearings;
  readonly follows: Follows;
  readonly dues: Dues;
  readonly feeds: Feeds;
  readonly hearingCards: HearingCards;
  readonly escalations: Escalations;
  readonly drafts: Drafts;
  readonly inquiries: Inquiries;
  readonly guidance: GuidanceLedger;
  readonly unanswered: Unanswered;
  readonly audit: Audit;
  readonly outbox: Outbox;
  readonly outboxTrouble: OutboxTrouble;
  readonly jobs: Jobs;
  readonly troubledJobs: TroubledJobs;
}

/** The ledgers outside any transaction: each call is a commit of its own. */
export interface Store extends Ledgers {
  readonly auditReader: AuditReader;
  readonly runner: JobRunner;
  /** What seals the links to pages: a secret for each key of the ring, by its id; the first seals, every one opens. */
  readonly linkSecrets: ReadonlyMap<string, Uint8Array>;
  /**
   * Runs `work` as one commit: what it writes through the ledgers it is given holds together or not at all. Nothing in
   * it may use the network, and PGlite lets one transaction in at a time.
   */
  transaction<Result>(work: (ledgers: Ledgers) => Promise<Result>): Promise<Result>;
  /** What waits, and what needs an operator; cheap enough to be asked every few seconds. */
  troubles(): Promise<Troubles>;
  /** Retries or drops what is in trouble, which goes on record; gives what was done, if anything in trouble has the key. */
  settle(choice: Choice): Promise<Choice['what'] | undefined>;
  /**
   * Sends what is in the outbox, until the store is closed.
   *
   * @param options with `perSecond`, the messages that all bots on this database together start in a second at most
   */
  deliver(options: Omit<DelivererOptions, 'log'> & { readonly perSecond?: number }): Promise<void>;
  /** Writes everything to a file, beside the running work; gives the number of rows. @throws BackupError */
  backUp(file: string, now: Date): Promise<number>;
  /** Puts a backup into this store, which must be empty. @throws BackupError, MissingKeyError or WrongKeyError */
  restore(file: string, now: Date): Promise<Restored>;
  /** Removes what has outlived its use: one result per rule of `purges.ts`. */
  purge(now: Date): Promise<readonly Purged[]>;
  /** The id of the key that encrypts. */
  readonly currentKey: string;
  /** Encrypts everything again that an older key encrypts; gives how many values. The older keys may then go. */
  rotateKeys(): Promise<number>;
  /** Whether another write can be trusted; at once, from memory. */
  state(): StoreState;
  /** The same, after asking the database for a sign of life. Never throws. */
  check(): Promise<StoreState>;
  /** Lets what runs finish, then closes. */
  close(): Promise<void>;
}

/** How the work of the store stands, with the number of jobs that need an operator. */
export type Troubles = OutboxCounts & { readonly jobs: number };

export type StoreConfig = Place & {
  /** Encrypts what is sensitive. Absent, a folder gets a key of its own, which is for trying Vigil out. */
  readonly keys?: KeyRing;
  /** Says whether a service address may be kept; all are by default. */
  readonly allowsServiceUrl?: (serviceUrl: string) => boolean;
  /** Days after which what is over loses its free text; `purges.ts` says what that touches. */
  readonly retentionDays?: number;
  /** Every kind of job that the domains queue. */
  readonly jobs?: readonly AnyJob[];
  readonly log?: Log;
};

/**
 * At most one job in so many milliseconds wakes the other bots, for it costs as much as the message. This bot looks by
 * itself after each commit, and all do every now and then.
 */
const wakeEvery = 200;

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/**
 * Opens the store, made or migrated as needed.
 *
 * @throws StoreError worded for the operator: FolderInUseError, NewerSchemaError, UnusableDatabaseError, MissingKeyError
 *   or WrongKeyError
 */
export async function openStore(config: StoreConfig, options: DatabaseOptions = {}): Promise<Store> {
  const database = await openDatabase(config, options);
  try {
    const keys = config.keys ?? keysWithout(config);
    await checkKeys(database.db, keys);
    await sealNewRecord(database.db, keys);
    const log = config.log ?? silent;
    const queue = await openQueue(database, [deliverJob, ...(config.jobs ?? [])], log);
    const stopTidying = database.engine.kind === 'pglite' ? tidyEveryHour(database, log) : () => {};
    return createStore(database, queue, keys, log, config, stopTidying);
  } catch (error) {
    await database.close();
    throw error;
  }
}

function keysWithout(place: Place): KeyRing {
  if ('dataDir' in place) return localKeyRing(place.dataDir);
  throw new KeyRingError('DATA_KEYS is required with DATABASE_URL: the data are encrypted with it');
}

function createStore(
  database: Database,
  queue: Queue,
  keys: KeyRing,
  log: Log,
  config: StoreConfig,
  stopTidying: () => void,
): Store {
  const allowsServiceUrl = config.allowsServiceUrl ?? (() => true);
  let deliverer: Deliverer | undefined;
  let lastWake = 0;

  const transaction: Store['transaction'] = async work => {
    let wake = false;
    const result = await database.transaction(async tx => {
      const audit = createAuditBatch(tx, keys);
      const jobs = queue.jobsIn(tx);
      const outbox = createOutbox(tx, keys, () => {
        wake = true;
      });
      const troubledJobs = createTroubledJobs(tx, queue);
      const done = await work({
        ...plainLedgers(tx, keys, allowsServiceUrl),
        audit,
        outbox,
        jobs,
        troubledJobs,
      });
      if (wake && Date.now() - lastWake >= wakeEvery) {
        await jobs.enqueue(deliverJob, {});
        lastWake = Date.now();
      }
      await audit.flush();
      return done;
    });
    if (wake) deliverer?.nudge();
    return result;
  };

  const wakeAt = async (tx: Transaction<Tables>, at: Date) => {
    await queue.jobsIn(tx).enqueue(deliverJob, {}, { at });
  };

  const ledgers = plainLedgers(database.db, keys, allowsServiceUrl);
  const troubledJobs = createTroubledJobs(database.db, queue);
  return {
    ...ledgers,
    audit: {
      append: (...events) => transaction(ledgers => ledgers.audit.append(...events)),
      purgeTexts: (...request) => transaction(ledgers => ledgers.audit.purgeTexts(...request)),
    },
    outbox: {
      put: message => transaction(ledgers => ledgers.outbox.put(message)),
      putAll: messages => transaction(ledgers => ledgers.outbox.putAll(messages)),
      find: createOutbox(database.db, keys, () => {}).find,
    },
    jobs: {
      enqueue: (...request) => transaction(ledgers => ledgers.jobs.enqueue(...request)),
      cancel: (...request) => transaction(ledgers => ledgers.jobs.cancel(...request)),
    },
    troubledJobs: {
      ...troubledJobs,
      retry: (...request) => transaction(ledgers => ledgers.troubledJobs.retry(...request)),
    },
    auditReader: createAuditReader(database.db, keys),
    runner: queue,
    linkSecrets: new Map(keys.keyIds.map(id => [id, keys.secret('page-links', id)])),
    transaction,
    deliver: async ({ perSecond, ...options }) => {
      await database.engine.presence.begin();
      const turns = createOutboxTurns({ database, keys, wakeAt, perSecond });
      const started = startDelivery(turns, { ...options, log });
      deliverer = started;
      await queue.handleTogether(deliverJob, async () => started.nudge());
    },
    troubles: async () => ({
      ...(await ledgers.outboxTrouble.count()),
      jobs: await troubledJobs.count(),
    }),
    settle: choice => settleTrouble({ transaction, troubledJobs }, queue, choice),
    backUp: (file, now) => backUp(database, file, now),
    restore: (file, now) => restore(database, queue, keys, file, now),
    purge: now => purge(transaction, now, config.retentionDays ?? defaultRetentionDays),
    currentKey: keys.current,
    rotateKeys: () => rotateKeys(database, keys),
    state: database.state,
    check: database.check,
    close: async () => {
      stopTidying();
      await deliverer?.stop();
      await queue.stop();
      await database.close();
    },
  };
}

function tidyEveryHour(database: Database, log: Log): () => void {
  const timer = setInterval(() => {
    tidy(database).catch(error => log.warn({ error }, 'the database could not be tidied'));
  }, 3_600_000);
  return () => clearInterval(timer);
}

function plainLedgers(db: Executor, keys: KeyRing, allowsServiceUrl: (serviceUrl: string) => boolean) {
  return {
    preferences: createPreferences(db),
    welcomes: createWelcomes(db),
    feedback: createFeedback(db, keys),
    seenActivities: createSeenActivities(db, keys),
    conversations: createConversations(db, allowsServiceUrl),
    outboxTrouble: createOutboxTrouble(db),
    directoryNotes: createDirectoryNotes(db),
    hearings: createHearings(db, keys),
    follows: createFollows(db),
    dues: createDues(db),
    feeds: createFeeds(db),
    hearingCards: createHearingCards(db),
    escalations: createEscalations(db, keys),
    drafts: createDrafts(db, keys),
    inquiries: createInquiries(db, keys),
    guidance: createGuidance(db, keys),
    unanswered: createUnanswered(db),
  };
}
