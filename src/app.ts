import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { assembleHearings } from './app/hearings.ts';
import { assembleInquiries } from './app/inquiries.ts';
import { jobKinds } from './app/jobs.ts';
import { assembleSignOff } from './app/sign-off.ts';
import { createLinks } from './cards/links.ts';
import { type Config, placeOf } from './config.ts';
import { createAskGuidelines } from './conversation/ask-guidelines.ts';
import { createChooseSection } from './conversation/choose-section.ts';
import { createConversation } from './conversation/converse.ts';
import { createGiveFeedback } from './conversation/give-feedback.ts';
import { createRecentQuestions } from './conversation/recent-questions.ts';
import { createSearchGuidelines } from './conversation/search-guidelines.ts';
import { createSummarise } from './conversation/summarise.ts';
import { readMissions } from './directory/directory-file.ts';
import { openDirectory, watchDirectoryFile } from './directory/open.ts';
import { parsePolicy } from './escalations/policy-file.ts';
import { passageOf } from './guidelines/edition.ts';
import { guidelinesFolder } from './guidelines/folder.ts';
import { openGuidelines } from './guidelines/open.ts';
import { zones } from './hearings/court-time.ts';
import { readWithoutDeparted } from './hearings/departed.ts';
import { mayHear } from './hearings/may-read-notes.ts';
import { startLookingRound } from './jobs/look-round.ts';
import { readText } from './shared/data-file.ts';
import type { Log } from './shared/log.ts';
import { createCachedPreferences } from './store/cached-preferences.ts';
import { readKeyRing } from './store/encryption.ts';
import type { Opening } from './store/open-engine.ts';
import { openOperatorDoor } from './store/operator-door.ts';
import { openStore, type Store } from './store/store.ts';
import { createFetchFile } from './teams/fetch-file.ts';
import { isAllowedHost } from './teams/gate.ts';
import { createLanguageModel } from './teams/language-model.ts';
import { createTeams } from './teams/teams.ts';
import { mountCalendar } from './web/calendar-routes.ts';
import { createGuidelinePages } from './web/guideline-pages.ts';
import { mountGuidelinePages } from './web/guideline-routes.ts';
import { createMonthLinks } from './web/month-links.ts';
import { createMetrics, mountOperations } from './web/operations.ts';
import { createServer, listen } from './web/server.ts';

/** Messages a second that Teams takes from one bot in one tenant. Source: Microsoft, "Optimize your bot with rate limiting". */
const teamsLimit = 50;

/** What has been made already, or a test puts in the place of Vigil's parts. */
export interface Overrides {
  /** Of the store's engine, when it has begun already. */
  readonly opening?: Opening;
  readonly now?: () => Date;
  /** What is remembered between turns; a test that needs no database gives its own. */
  readonly memory?: Memory;
  /** How long a person waits for the language model, in milliseconds; a test need not wait so long. */
  readonly modelPatience?: number;
  /** Stands in for Microsoft's cloud, which gives the bot its tokens. */
  readonly credentials?: ServiceClientCredentialsFactory;
}

export type Memory = Pick<
  Store,
  | 'preferences'
  | 'welcomes'
  | 'feedback'
  | 'conversations'
  | 'hearings'
  | 'follows'
  | 'dues'
  | 'feeds'
  | 'linkSecrets'
  | 'directoryNotes'
  | 'transaction'
  | 'runner'
  | 'jobs'
  | 'escalations'
  | 'drafts'
  | 'inquiries'
  | 'guidance'
  | 'unanswered'
  | 'deliver'
  | 'troubles'
  | 'check'
  | 'close'
>;

export interface App {
  /** Starts to listen; gives the port. Throws ListenError when it cannot. */
  listen(): Promise<number>;
  /** Takes no more requests, lets running ones finish, closes the store. */
  close(): Promise<void>;
}

/**
 * Puts Vigil together: the one place where its parts meet.
 *
 * @throws DataFileError or StoreError when the guidelines or the store cannot be used, with the reason
 */
export async function buildApp(config: Config, log: Log, overrides: Overrides = {}): Promise<App> {
  const now = overrides.now ?? (() => new Date());
  // The embedded database opens in its own thread while the files are read.
  const opening = overrides.memory ?? openOwnStore(config, log, overrides.opening);
  const { guidelines, policy, pages, directoryFile } = await orClose(opening, () => readFiles(config, log));
  const edition = guidelines.shipped;
  const store = await opening;
  const linkTo = createLinks(config.http.publicUrl, guidelines.editions.length > 1);
  const metrics = createMetrics();
  metrics.watchWork(store.troubles);

  const teams = createTeams({
    bot: config.bot,
    secrets: config.secrets,
    whereabouts: {
      find: store.conversations.find,
      remember: reference => store.conversations.remember(reference, now()),
      forget: store.conversations.forget,
    },
    log,
    count: metrics.countActivity,
    credentials: overrides.credentials,
  });
  const directory = openDirectory(directoryFile, store.directoryNotes, teams.membersOf);
  const signOff = assembleSignOff({ store, directory, policy, edition, linkTo, now });
  const monthLinks = createMonthLinks(config.http.publicUrl, store.linkSecrets, now);
  const recent = createRecentQuestions(now);
  const hearings = assembleHearings({
    store,
    directory,
    monthLinks,
    edition,
    linkTo,
    publicUrl: config.http.publicUrl,
    fetchFile: createFetchFile(config.bot.fileHosts),
    log,
    now,
  });
  const inquiries = assembleInquiries({ store, directory, guidelines, policy, recent, linkTo, log, now });

  const { beside, noteUnanswered } = inquiries;
  const around = { recent, beside, noteUnanswered };

  const { languageModel } = config;
  const summarise =
    languageModel &&
    createSummarise(
      await createLanguageModel(languageModel, config.secrets.languageModelKey, log),
      metrics.countSummary,
      overrides.modelPatience,
    );
  const converse = createConversation(
    {
      ask: createAskGuidelines(guidelines, around, linkTo, metrics.countAnswer, summarise),
      chooseSection: createChooseSection(guidelines, beside, linkTo),
      search: createSearchGuidelines(guidelines, linkTo),
      giveFeedback: createGiveFeedback(guidelines, beside, store.feedback, linkTo, now),
      signOff: signOff.conversation,
      hearings: hearings.conversation,
      inquiries: inquiries.conversation,
    },
    config.secrets.databaseUrl ? store.preferences : createCachedPreferences(store.preferences),
    store.welcomes,
    linkTo,
  );
  await store.deliver({ messenger: teams.messenger, perSecond: teamsLimit, now });
  await signOff.start();
  const lookRound = [signOff.lookRound, inquiries.lookRound];
  const stopLookingRound = await startLookingRound(store.jobs, store.runner, lookRound, now, log);
  // The last to begin: it looks through the calendar, and nothing waits for it.
  hearings.start();
  const server = createServer(teams.answerMessages(converse), log);
  mountGuidelinePages(server, pages);
  mountCalendar(server, {
    feeds: store.feeds,
    hearings: readWithoutDeparted(store.hearings, directory),
    mayHear: async follower => mayHear(follower, await directory()),
    monthLinks,
    zones,
    now,
  });
  mountOperations(server, metrics, async () => {
    const state = await store.check();
    return state === 'ready' ? { ready: true } : { ready: false, reason: state.failed };
  });

  return {
    listen: () => listen(server, config.http.port, config.http.host),
    close: async () => {
      await new Promise<void>(resolve => {
        server.close(() => resolve());
        server.server.closeIdleConnections();
      });
      stopLookingRound();
      await hearings.stop();
      await store.close();
    },
  };
}

/**
 * Reads all of the start that needs no store: the guidelines, their pages, the policy of sign-off, and the directory.
 *
 * @throws DataFileError
 */
function readFiles({ guidelinesDir, policyFile, directoryFile }: Config, log: Log) {
  const guidelines = openGuidelines(guidelinesFolder, guidelinesDir);
  // The policy names passages of the text that ships with it, whichever edition answers questions.
  const isPassage = (id: string) => passageOf(guidelines.shipped, id) !== undefined;
  return {
    guidelines,
    pages: createGuidelinePages(guidelines.editions),
    policy: parsePolicy(policyFile, readText(policyFile), isPassage),
    directoryFile: watchDirectoryFile(directoryFile, log),
  };
}

/** Runs a step of the start; where it throws, what is open, or was being opened meanwhile, is closed. */
async function orClose<Result>(
  opening: Memory | Promise<Memory>,
  step: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    await Promise.resolve(opening).then(
      store => store.close(),
      () => {},
    );
    throw error;
  }
}

/**
 * Opens the embedded database in the data folder, unless a PostgreSQL server is named. A folder admits one process, so
 * operators' commands come in through the bot while it runs.
 */
async function openOwnStore(config: Config, log: Log, opening: Opening | undefined): Promise<Memory> {
  const { dataDir, directoryFile, retentionDays, secrets, bot } = config;
  const { databaseUrl, dataKeys } = secrets;
  const store = await openStore(
    {
      ...placeOf(config),
      ...(dataKeys ? { keys: readKeyRing(dataKeys) } : {}),
      retentionDays,
      jobs: jobKinds,
      allowsServiceUrl: address => isAllowedHost(address, bot.serviceHosts),
      log,
    },
    opening ? { opening } : {},
  );
  if (databaseUrl) return store;
  const closeDoor = await orClose(store, () =>
    openOperatorDoor(store, dataDir, () => readMissions(directoryFile), log),
  );
  return {
    ...store,
    close: async () => {
      await closeDoor();
      await store.close();
    },
  };
}
