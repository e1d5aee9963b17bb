import { unansweredCard } from '../../cards/inquiries/unanswered-card.ts';
import type { DirectoryNow } from '../../directory/open.ts';
import { digestDay } from '../../escalations/digest.ts';
import type { Policy } from '../../escalations/policy.ts';
import type { Language } from '../../i18n/language.ts';
import { lastMonth } from '../../inquiries/months.ts';
import type { InquiryStore } from '../../inquiries/ports.ts';
import { toJson } from '../reply.ts';
import { unitAddress } from '../sign-off/post.ts';
import { type InquiryTools, wordingOf } from './parts.ts';

export interface UnansweredParts extends Pick<InquiryTools, 'editions' | 'linkTo'> {
  readonly store: InquiryStore;
  readonly directory: DirectoryNow;
  readonly policy: Pick<Policy, 'digestAt' | 'quietHours'>;
  /** A question of a subject that the guidelines leave alone, as an example; nobody’s own words. */
  readonly exampleOf: (topic: string, language: Language) => string | undefined;
  readonly now: () => Date;
}

/**
 * Tells each human rights desk, once a month in its own morning, what was asked in the month before and not answered:
 * subjects and numbers, never a name or a word of a question. To be called every few minutes.
 */
export function createSendUnanswered(parts: UnansweredParts) {
  const { store, directory, policy, exampleOf, now } = parts;
  return async (): Promise<void> => {
    const at = now();
    const month = lastMonth(at);
    const people = await directory();
    for (const desk of people.desks.filter(({ role }) => role === 'human-rights')) {
      if (digestDay(at, desk.timeZone, policy.digestAt, policy.quietHours) === undefined) continue;
      await store.transaction(async ledgers => {
        const counts = await ledgers.unanswered.ofMonth(month);
        if (counts.length === 0) return;
        const { count: open } = await ledgers.inquiries.list({ openAt: [desk.id], most: 1 });
        const preferences = { languageOf: ledgers.preferences.knownLanguageOf };
        const { to, language } = await unitAddress(desk, { preferences });
        const wording = wordingOf(parts, people, language);
        const card = unansweredCard({ month, counts, open, exampleOf }, wording);
        // The key lets one message in for each desk and month, whatever the clock and other bots do.
        await ledgers.outbox.put({
          key: `unanswered ${desk.id} ${month}`,
          to,
          body: toJson({ language, card, summary: wording.t('unanswered.title', { month }) }),
          at,
        });
      });
    }
  };
}
