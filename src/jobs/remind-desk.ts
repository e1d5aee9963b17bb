import { z } from 'zod';
import type { SignOffLedgers, SignOffStore } from '../escalations/ports.ts';
import { type Reminder, stages } from '../escalations/reminders.ts';
import type { Language } from '../i18n/language.ts';
import type { Job, Jobs } from './job.ts';

/** Reminds a desk of a request, or tells its duty officer or head, unless it has decided. */
export const remindDeskJob: Job<Reminder> = {
  name: 'remind-desk',
  data: z.object({
    reference: z.string(),
    revision: z.number(),
    desk: z.string(),
    since: z.iso.datetime().optional(),
    stage: z.enum(stages),
    before: z.number().optional(),
    nextAt: z.iso.datetime().optional(),
  }),
};

type Written = Omit<SignOffLedgers, 'reminders' | 'preferences'> & {
  readonly jobs: Jobs;
  readonly preferences: { knownLanguageOf(personId: string): Promise<Language | undefined> };
};
/** The store's own ledgers, as far as sign-off needs them. */
interface Ledgered extends Pick<SignOffLedgers, 'escalations' | 'drafts'> {
  transaction<Result>(work: (ledgers: Written) => Promise<Result>): Promise<Result>;
}

/** The store as sign-off uses it: reminders are jobs, queued in the commit of what they remind of. */
export function withReminders(store: Ledgered): SignOffStore {
  return {
    escalations: store.escalations,
    drafts: store.drafts,
    transaction: work =>
      store.transaction(({ jobs, ...ledgers }) =>
        work({
          ...ledgers,
          // Those who are told of a request are not speaking just now.
          preferences: { languageOf: ledgers.preferences.knownLanguageOf },
          reminders: {
            plan: async ({ at, ...reminder }) => {
              await jobs.enqueue(remindDeskJob, reminder, { at });
            },
          },
        }),
      ),
  };
}
