import { monthOf } from '../inquiries/months.ts';
import type { Ledgers } from './store.ts';

/** What outlives its use in one part of the store. */
export interface Purge {
  /** For the operator, behind a number: `old deliveries forgotten`. */
  readonly what: string;
  /**
   * @param now the present
   * @param closedBefore what was over before this instant has had its time
   * @returns how many were removed
   */
  run(ledgers: Ledgers, now: Date, closedBefore: Date): Promise<number>;
}

export type Purged = { readonly what: string; readonly count: number };

const day = 24 * 60 * 60_000;
/** Teams delivers again within minutes; a week is more than any outage of its own. */
const seenFor = 7 * day;

/**
 * Every rule. A domain that keeps free text adds one here: it finds its cases closed before the instant, empties their
 * own columns and calls `ledgers.audit.purgeTexts` for each.
 */
const purges: readonly Purge[] = [
  {
    what: 'old deliveries forgotten',
    run: (ledgers, now) => ledgers.seenActivities.purgeBefore(new Date(now.getTime() - seenFor)),
  },
  {
    what: 'messages that nobody could send dropped',
    run: (ledgers, _now, closedBefore) => ledgers.outboxTrouble.dropFinishedBefore(closedBefore),
  },
  {
    what: 'forms that nobody sent forgotten',
    run: (ledgers, now) => ledgers.drafts.dropExpired(now),
  },
  {
    what: 'closed requests for sign-off purged',
    run: async (ledgers, now, closedBefore) => {
      const references = await ledgers.escalations.removeClosedBefore(closedBefore);
      for (const id of references) await ledgers.audit.purgeTexts({ kind: 'escalation', id }, now);
      return references.length;
    },
  },
  {
    what: 'answered questions to Headquarters purged',
    run: async (ledgers, now, closedBefore) => {
      const references = await ledgers.inquiries.removeSettledBefore(closedBefore);
      for (const id of references) await ledgers.audit.purgeTexts({ kind: 'inquiry', id }, now);
      return references.length;
    },
  },
  {
    what: 'revoked guidance purged',
    run: async (ledgers, now, closedBefore) => {
      const references = await ledgers.guidance.removeRevokedBefore(closedBefore);
      for (const id of references) await ledgers.audit.purgeTexts({ kind: 'guidance', id }, now);
      return references.length;
    },
  },
  {
    what: 'old counts of unanswered questions removed',
    run: (ledgers, _now, closedBefore) => ledgers.unanswered.removeBefore(monthOf(closedBefore)),
  },
  {
    what: 'past hearings purged of their notes',
    run: async (ledgers, now, closedBefore) => {
      const references = await ledgers.hearings.dropNotesBefore(closedBefore);
      for (const id of references) await ledgers.audit.purgeTexts({ kind: 'hearing', id }, now);
      return references.length;
    },
  },
];

/** Runs every rule, each as one commit. */
export async function purge(
  transaction: <Result>(work: (ledgers: Ledgers) => Promise<Result>) => Promise<Result>,
  now: Date,
  retentionDays: number,
): Promise<readonly Purged[]> {
  const closedBefore = new Date(now.getTime() - retentionDays * day);
  const purged: Purged[] = [];
  for (const { what, run } of purges) {
    purged.push({ what, count: await transaction(ledgers => run(ledgers, now, closedBefore)) });
  }
  return purged;
}
