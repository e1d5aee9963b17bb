import type { LinkTo } from '../cards/links.ts';
import { type Beside, createBeside } from '../conversation/inquiries/guidance-beside.ts';
import { createGuidanceService } from '../conversation/inquiries/guidance-service.ts';
import { createInquiryConversation, type InquiryConversation } from '../conversation/inquiries/inquiries.ts';
import { createNotices } from '../conversation/inquiries/notices.ts';
import { createSendUnanswered } from '../conversation/inquiries/send-unanswered.ts';
import { createInquiryService } from '../conversation/inquiries/service.ts';
import type { RecentQuestions } from '../conversation/recent-questions.ts';
import type { DirectoryNow } from '../directory/open.ts';
import type { Policy } from '../escalations/policy.ts';
import { sectionOf } from '../guidelines/edition.ts';
import type { Guidelines } from '../guidelines/open.ts';
import type { Language } from '../i18n/language.ts';
import { monthOf } from '../inquiries/months.ts';
import type { Log } from '../shared/log.ts';
import type { Store } from '../store/store.ts';
import { createTell } from './tell.ts';

/** What questions to Headquarters keep and send through. */
export type InquiriesMemory = Pick<
  Store,
  'inquiries' | 'guidance' | 'unanswered' | 'transaction' | 'conversations'
>;

export interface InquiriesParts {
  readonly store: InquiriesMemory;
  readonly directory: DirectoryNow;
  readonly guidelines: Pick<Guidelines, 'inUse' | 'learnGuidance' | 'exampleOf'>;
  readonly policy: Pick<Policy, 'digestAt' | 'quietHours'>;
  readonly recent: RecentQuestions;
  readonly linkTo: LinkTo;
  readonly log: Log;
  readonly now: () => Date;
}

/** Questions to Headquarters, put together: what people say and press, and what is done by the clock. */
export interface InquiriesApp {
  readonly conversation: InquiryConversation;
  /** HQ guidance that goes beside answers. */
  readonly beside: Beside;
  /** Counts a subject that was asked about and not answered. Never throws. */
  noteUnanswered(subject: string, language: Language): Promise<void>;
  /** Sends what is due of what was not answered; to be called every few minutes. */
  lookRound(): Promise<void>;
}

export function assembleInquiries(parts: InquiriesParts): InquiriesApp {
  const { store, directory, guidelines, policy, recent, linkTo, log, now } = parts;
  const editions = guidelines.inUse.map(({ edition }) => edition);
  const hasSection = (id: string, section: string) =>
    editions.some(edition => edition.id === id && sectionOf(edition, section) !== undefined);
  const notices = createNotices({ editions, linkTo });
  const beside = createBeside({
    ledger: store.guidance,
    learn: guidelines.learnGuidance,
    directory,
    log,
    now,
  });
  const serving = { store, directory, hasSection, notices, now };
  const service = createInquiryService(serving);
  const guidance = createGuidanceService(serving, beside.forget);
  const { tell } = createTell(store, now);
  const tools = { service, recent, directory, editions, linkTo, tell, now };
  return {
    conversation: createInquiryConversation(tools, guidance),
    beside,
    noteUnanswered: async (subject, language) => {
      try {
        await store.unanswered.count(monthOf(now()), subject, language);
      } catch (error) {
        log.error({ error }, 'what was not answered could not be counted');
      }
    },
    lookRound: createSendUnanswered({
      store,
      directory,
      policy,
      editions,
      linkTo,
      exampleOf: guidelines.exampleOf,
      now,
    }),
  };
}
