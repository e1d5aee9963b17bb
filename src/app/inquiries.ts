import type { LinkTo } from '../cards/links.ts';
import { createInquiryConversation, type InquiryConversation } from '../conversation/inquiries/inquiries.ts';
import { createNotices } from '../conversation/inquiries/notices.ts';
import { createInquiryService } from '../conversation/inquiries/service.ts';
import type { RecentQuestions } from '../conversation/recent-questions.ts';
import type { DirectoryNow } from '../directory/open.ts';
import { sectionOf } from '../guidelines/edition.ts';
import type { Guidelines } from '../guidelines/open.ts';
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
  readonly guidelines: Pick<Guidelines, 'inUse'>;
  readonly recent: RecentQuestions;
  readonly linkTo: LinkTo;
  readonly now: () => Date;
}

/** Questions to Headquarters, put together: what people say and press. */
export interface InquiriesApp {
  readonly conversation: InquiryConversation;
}

export function assembleInquiries({
  store,
  directory,
  guidelines,
  recent,
  linkTo,
  now,
}: InquiriesParts): InquiriesApp {
  const editions = guidelines.inUse.map(({ edition }) => edition);
  const hasSection = (id: string, section: string) =>
    editions.some(edition => edition.id === id && sectionOf(edition, section) !== undefined);
  const notices = createNotices({ editions, linkTo });
  const service = createInquiryService({ store, directory, hasSection, notices, now });
  const { tell } = createTell(store, now);
  return {
    conversation: createInquiryConversation({ service, recent, directory, editions, linkTo, tell, now }),
  };
}
