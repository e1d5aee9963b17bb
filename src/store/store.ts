import type { Feedback, Preferences, Welcomes } from '../conversation/ports.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { type Executor, openDatabase, type Place } from './database.ts';
import { createFeedback } from './feedback.ts';
import type { StoreState } from './health.ts';
import { createPreferences } from './preferences.ts';
import { createSeenActivities, type SeenActivities } from './seen-activities.ts';
import { createWelcomes } from './welcomes.ts';

/** What Vigil remembers, one ledger per subject. */
export interface Ledgers {
  readonly preferences: Preferences;
  readonly welcomes: Welcomes;
  readonly feedback: Feedback;
  readonly seenActivities: SeenActivities;
  readonly conversations: Conversations;
}

/** The ledgers outside any transaction: each call is a commit of its own. */
export interface Store extends Ledgers {
  /**
   * Runs `work` as one commit: what it writes through the ledgers it is given holds together or not at all. Nothing in
   * it may use the network, and PGlite lets one transaction in at a time.
   */
  transaction<Result>(work: (ledgers: Ledgers) => Promise<Result>): Promise<Result>;
  /** Whether another write can be trusted; at once, from memory. */
  state(): StoreState;
  /** The same, after asking the database for a sign of life. Never throws. */
  check(): Promise<StoreState>;
  /** Lets what runs finish, then closes. */
  close(): Promise<void>;
}

export type StoreConfig = Place & {
  /** Says whether a service address may be kept; all are by default. */
  readonly allowsServiceUrl?: (serviceUrl: string) => boolean;
};

/**
 * Opens the store, made or migrated as needed.
 *
 * @throws FolderInUseError, NewerSchemaError or UnusableDatabaseError, worded for the operator
 */
export async function openStore(config: StoreConfig): Promise<Store> {
  const database = await openDatabase(config);
  const ledgersOn = (db: Executor): Ledgers => ({
    preferences: createPreferences(db),
    welcomes: createWelcomes(db),
    feedback: createFeedback(db),
    seenActivities: createSeenActivities(db),
    conversations: createConversations(db, config.allowsServiceUrl ?? (() => true)),
  });
  return {
    ...ledgersOn(database.db),
    transaction: work => database.transaction(tx => work(ledgersOn(tx))),
    state: database.state,
    check: database.check,
    close: database.close,
  };
}
